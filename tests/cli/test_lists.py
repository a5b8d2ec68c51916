"""Lists come in, are named, compared and shown."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from cli.json_shapes import DIFFERENCE, PUBLICATION, SNAPSHOTS, SOURCES, departures
from cli.un_samples import make_un_file


def test_an_import_says_what_came_in(ostraka: Ostraka, tmp_path: Path) -> None:
    """The document on standard output, what was read and every warning on standard error."""
    file = make_un_file(tmp_path / "un.xml", "2020-01-02", "101 102")
    result = ostraka("import", "un_sc", str(file), "--json")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert departures(document, PUBLICATION) == []
    assert (document["parties"], document["added"], document["current"]) == (2, 2, True)
    assert document["published"] == "2020-01-02"
    lines = result.stderr.splitlines()
    assert lines[0].startswith("Licence of un_sc: ")
    assert lines[1] == "Reading un.xml"
    assert lines[-1] == "un_sc of 2020-01-02: 2 parties; 2 added, 0 changed, 0 removed."
    assert [line.partition(":")[0] for line in lines if "Warning" in line] == ["Warning"]


def test_the_same_content_again_changes_nothing_and_says_so(
    ostraka: Ostraka, tmp_path: Path
) -> None:
    """Exit code 0 with zeros, not an error: a daily job may run twice."""
    file = str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101 102"))
    ostraka("import", "un_sc", file)
    again = ostraka("import", "un_sc", file, "--json")
    document = json.loads(again.stdout)
    assert again.exit_code == 0
    assert [document[key] for key in ("added", "changed", "removed")] == [0, 0, 0]
    assert "un_sc of 2020-01-02: 2 parties; nothing changed." in again.stderr


def test_an_older_file_goes_into_history(ostraka: Ostraka, tmp_path: Path) -> None:
    """And the newer one stays current."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "new.xml", "2020-02-02", "102")))
    older = ostraka("import", "un_sc", str(make_un_file(tmp_path / "old.xml", "2020-01-02", "101")))
    assert older.exit_code == 0
    assert older.stdout == ""
    assert "went into history" in older.stderr
    snapshots = json.loads(ostraka("snapshots", "un_sc", "--json").stdout)
    assert departures(snapshots, SNAPSHOTS) == []
    assert [(s["published"], s["current"]) for s in snapshots["snapshots"]] == [
        ("2020-01-02", False),
        ("2020-02-02", True),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.xml", b'<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2020-01-02T00:00:00"'),
        ("page.xml", b"<!DOCTYPE html><html><body>Sorry</body></html>"),
        ("empty.xml", b""),
        ("bytes.xml", bytes(range(256))),
        ("dtd.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><CONSOLIDATED_LIST/>'),
        ("bomb.xml.gz", b"\x1f\x8b\x08\x00\x00"),
    ],
)
def test_a_broken_file_is_refused_and_nothing_changes(
    ostraka: Ostraka, tmp_path: Path, name: str, content: bytes
) -> None:
    """The message says what, where and what next; the snapshot before stays in force."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101")))
    (tmp_path / name).write_bytes(content)
    result = ostraka("import", "un_sc", str(tmp_path / name), "--published", "2020-03-03")
    assert result.exit_code == 1
    assert result.stdout == ""
    labels = [line.partition(":")[0] for line in result.stderr.splitlines()]
    assert [x for x in labels if x in ("Problem", "Where", "Next")] == ["Problem", "Where", "Next"]
    assert name in result.stderr
    held = json.loads(ostraka("snapshots", "--json").stdout)["snapshots"]
    assert [s["published"] for s in held] == ["2020-01-02"]


def test_a_list_far_too_small_needs_a_reason(ostraka: Ostraka, tmp_path: Path) -> None:
    """The bounds of a list stop a half list; a person may overrule them and says why."""
    today = datetime.now(UTC).date().isoformat()
    file = str(make_un_file(tmp_path / "un.xml", today, "101"))
    assert ostraka("import", "un_sc", file).exit_code == 1
    forced = ostraka("import", "un_sc", file, "--force", "--reason", "an exercise")
    assert forced.exit_code == 0
    assert "Warning: " in forced.stderr


def test_sources_tells_held_from_not_held(ostraka: Ostraka, tmp_path: Path) -> None:
    """Null where nothing is held, so that a program need not guess."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101")))
    document = json.loads(ostraka("sources", "--json").stdout)
    assert departures(document, SOURCES) == []
    by_key = {source["key"]: source for source in document["sources"]}
    assert (by_key["un_sc"]["parties"], by_key["un_sc"]["published"]) == (1, "2020-01-02")
    assert by_key["un_sc"]["stale"] is False
    assert by_key["us_trade_csl"]["parties"] is None
    table = ostraka("sources").stdout
    assert "us_trade_csl" in table
    assert "not held" in table


def test_a_difference_names_who_came_and_went(ostraka: Ostraka, tmp_path: Path) -> None:
    """The last two by published date, or those that a date or the beginning of an id names."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "a.xml", "2020-01-02", "101 102")))
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "b.xml", "2020-02-02", "102 103")))
    document = json.loads(ostraka("diff", "un_sc", "--json").stdout)
    assert departures(document, DIFFERENCE) == []
    assert document["added"] == [{"party": "un_sc:103", "name": "TOBEN ASKARI-ZELL"}]
    assert document["removed"] == [{"party": "un_sc:101", "name": "ORUK VANDALE"}]
    assert document["changed"] == []
    by_reference = ostraka("diff", "un_sc", document["old"][:8], "2020-02-29", "--json")
    assert json.loads(by_reference.stdout) == document
    assert "  + un_sc:103  TOBEN ASKARI-ZELL" in ostraka("diff", "un_sc").stdout.splitlines()


@pytest.mark.parametrize("arguments", [["un_sc"], ["un_sc", "2019-01-01", "2020-01-02"]])
def test_a_difference_of_what_is_not_held_is_refused(
    ostraka: Ostraka, tmp_path: Path, arguments: list[str]
) -> None:
    """With what is held, so that the next try fits."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "a.xml", "2020-01-02", "101 102")))
    result = ostraka("diff", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Where:   un_sc" in result.stderr


def test_a_party_is_shown_as_of_a_day(ostraka: Ostraka, tmp_path: Path) -> None:
    """From the newest snapshot on or before it, with its provenance."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "a.xml", "2020-01-02", "101")))
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "b.xml", "2020-02-02", "102")))
    shown = ostraka("show", "un_sc:101", "--as-of", "2020-01-31", "--json")
    entry = json.loads(shown.stdout)
    assert (entry["party"], entry["name"]) == ("un_sc:101", "ORUK VANDALE")
    assert entry["snapshot"]["published"] == "2020-01-02"
    assert entry["names"][0]["origin"]["record"]
    assert "as published 2020-02-02" in ostraka("show", "un_sc:102").stdout


@pytest.mark.parametrize(
    ("party", "next_step"),
    [
        ("un_sc:1002", "Near ids: un_sc:102."),
        ("102", "Near ids: un_sc:102."),
        ("MIRA QUELLHORST", "`ostraka screen NAME` looks for a name"),
    ],
)
def test_an_unknown_party_is_nothing_found(
    ostraka: Ostraka, tmp_path: Path, party: str, next_step: str
) -> None:
    """On the lists held, which are named, with what else to try."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "b.xml", "2020-02-02", "102")))
    result = ostraka("show", party)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing found on the lists held: un_sc (published 2020-02-02)" in result.stderr
    assert next_step in result.stderr


def test_two_homes_never_meet(ostraka: Ostraka, tmp_path: Path) -> None:
    """The option goes before the verb or after it, and before the variable."""
    file = str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101"))
    other = str(tmp_path / "other")
    ostraka("--home", other, "import", "un_sc", file)
    assert json.loads(ostraka("snapshots", "--json").stdout) == {"snapshots": []}
    held = json.loads(ostraka("snapshots", "--json", "--home", other).stdout)
    assert len(held["snapshots"]) == 1


def test_an_empty_home_says_what_makes_a_snapshot(ostraka: Ostraka, tmp_path: Path) -> None:
    """And looking makes no folder."""
    result = ostraka("snapshots")
    assert result.exit_code == 0
    assert result.stdout == "No snapshot is held. `ostraka import SOURCE PATH` makes one.\n"
    assert not (tmp_path / "home").exists()
