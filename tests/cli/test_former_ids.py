"""An id that OpenSanctions gave up leads to the entry that has taken its place, and says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import NON_COMMERCIAL, Ostraka

OLD, NEW = "opensanctions:NK-old", "opensanctions:NK-new"
NOTE = f"{OLD} is {NEW} now: its list has put the entries together under that id."
LEI = "5493001KJTIIGC8Y1R12"
PAYS = ("--actor", "us_person", "--activity", "pay")


def make_target(key: str, name: str, *referents: str, **properties: list[str]) -> str:
    target: dict[str, Any] = {"id": key, "schema": "Company", "target": True}
    target["referents"] = list(referents)
    target["properties"] = {"name": [name], "topics": ["sanction"], **properties}
    return json.dumps(target) + "\n"


@pytest.fixture
def merged(ostraka: Ostraka, tmp_path: Path) -> Ostraka:
    """Two entries on one day, put together on the next; one entry is taken apart."""
    days = {
        "2026-11-10": [
            make_target("NK-old", "Zorvan Works", "zz-9"),
            make_target("NK-one", "Quill Holdings"),
        ],
        "2026-11-20": [
            make_target("NK-new", "Zorvan Works", "NK-old", "zz-7", leiCode=[LEI]),
            make_target("NK-two", "Quill Holdings", "NK-one"),
            make_target("NK-three", "Quill Trading", "NK-one"),
        ],
    }
    path = tmp_path / "entities.ftm.json"
    for day, lines in days.items():
        path.write_text("".join(lines), encoding="utf-8")
        words = ("--published", day, "--force", "--reason", "a small sample")
        done = ostraka("import", "opensanctions", str(path), *words)
        assert done.exit_code == 0, done.stderr
    assert ostraka(*NON_COMMERCIAL).exit_code == 0
    return ostraka


def read(ostraka: Ostraka, *arguments: str) -> Any:  # noqa: ANN401 - a JSON document
    done = ostraka(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_the_page_of_a_former_id_is_that_of_the_entry_of_today(merged: Ostraka) -> None:
    """It has not left its list, and nobody is to think so."""
    page = read(merged, "show", OLD)
    assert (page["party"], page["former_id"], page["on_list"]) == (NEW, OLD, True)
    text = merged("show", OLD).stdout
    assert text.startswith(NOTE)
    assert "Not on the list" not in text
    assert read(merged, "show", NEW) == page | {"former_id": None}


def test_on_a_day_when_the_id_stood_it_is_no_former_one(merged: Ostraka) -> None:
    """What was held that day is what is shown."""
    page = read(merged, "show", OLD, "--as-of", "2026-11-12")
    assert (page["party"], page["former_id"]) == (OLD, None)


def test_a_day_before_every_snapshot_is_read_back_under_the_new_id(merged: Ostraka) -> None:
    """From the first snapshot that is held, which states a former id already."""
    former, words = "opensanctions:zz-9", ("--as-of", "2026-11-01")
    page = read(merged, "show", former, *words)
    assert (page["party"], page["former_id"], page["reconstructed"]) == (OLD, former, True)
    assert f"{former} is {OLD} now" in merged("show", former, *words).stdout
    assert merged("show", "opensanctions:zz-7", *words).exit_code == 1


def test_an_entry_that_was_taken_apart_has_no_one_heir(merged: Ostraka) -> None:
    """Which of the two is meant is not for a program to say: the page is that of the last day."""
    page = read(merged, "show", "opensanctions:NK-one")
    assert (page["party"], page["on_list"]) == ("opensanctions:NK-one", False)


def test_the_consequences_of_a_former_id_are_those_of_today(merged: Ostraka) -> None:
    """With the same verdict and rules, and the note among what is to be known."""
    now, former = (read(merged, "effects", party, *PAYS) for party in (NEW, OLD))
    assert former["caveats"] == [NOTE, *now["caveats"]]
    assert [former[key] for key in ("verdict", "rules", "from", "until")] == [
        now[key] for key in ("verdict", "rules", "from", "until")
    ]
    assert NOTE in merged("effects", OLD, *PAYS).stdout


def test_the_links_of_a_former_id_are_those_of_the_entry_of_today(
    merged: Ostraka, tmp_path: Path
) -> None:
    """Of that party only, with the note on standard error."""
    path = tmp_path / "own.csv"
    path.write_text(f"id,name,kind,lei\n1,Zorvan Works,company,{LEI}\n", encoding="utf-8")
    assert merged("import", "custom", str(path), "--published", "2026-11-20").exit_code == 0
    lists = ("links", "opensanctions", "custom", "--party")
    done = merged(*lists, OLD, "--json")
    assert done.exit_code == 0, done.stderr
    (link,) = json.loads(done.stdout)["links"]
    assert (link["left"], link["right"]) == ("custom:1", NEW)
    assert NOTE in done.stderr
    assert "1 link, 0 for review." in done.stderr
    assert json.loads(merged(*lists, "opensanctions:NK-two", "--json").stdout)["links"] == []


def test_links_of_a_party_that_is_not_there_are_refused(merged: Ostraka) -> None:
    """Nothing found would say that it has none."""
    unknown = merged("links", "opensanctions", "--party", "opensanctions:NK-none")
    assert unknown.exit_code == 1
    assert "does not have the party" in unknown.stderr
    assert merged("links", "opensanctions", "--party", "un_sc:1").exit_code == 2
