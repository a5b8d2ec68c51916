"""A list that is not free for every use is used only where somebody has said what for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import ostraka as facade
from cli.conftest import NON_COMMERCIAL, Ostraka
from ostraka.model.errors import UseUnconfirmed
from ostraka.screening.confirming import (
    CONFIRMATIONS_FILE,
    find_confirmation,
    find_last,
    keep_confirmation,
    load_confirmations,
)

PARTY = "opensanctions:NK-1"
TARGET = {
    "id": "NK-1",
    "schema": "Person",
    "target": True,
    "properties": {"name": ["Zeta Zorvan"], "topics": ["sanction"], "country": ["zz"]},
}
COMMERCIAL = (
    *("confirm", "opensanctions", "--use", "commercial", "--by", "Bo Orlak"),
    *("--licence", "OS-7 of 2 May 2026"),
)
STAKES = "owner,owned,percent\nZeta Zorvan,Birch,60\n"
PAYS = ("--actor", "us_person", "--activity", "pay")


@pytest.fixture
def held(ostraka: Ostraka, tmp_path: Path) -> Ostraka:
    """A home that holds a dataset of one invented target, and whose user confirmed nothing."""
    path = tmp_path / "entities.ftm.json"
    path.write_text(json.dumps(TARGET) + "\n", encoding="utf-8")
    done = ostraka("import", "opensanctions", str(path), "--published", "2026-11-20")
    assert done.exit_code == 0, done.stderr
    (tmp_path / "book.csv").write_text("name\nZeta Zorvan\n", encoding="utf-8")
    (tmp_path / "stakes.csv").write_text(STAKES, encoding="utf-8")
    return ostraka


def uses(folder: Path) -> dict[str, tuple[str, ...]]:
    """Every way in which a list is used, by name."""
    book, source = str(folder / "book.csv"), ("--source", "opensanctions")
    return {
        "a name": ("screen", "Zeta Zorvan", *source),
        "a file": ("screen", "--file", book, "--out", str(folder / "out.csv"), *source),
        "again": ("rescreen", book, "--since", "2026-11-20", *source),
        "links": ("links", "opensanctions"),
        "export": ("export", *source, "--format", "csv", str(folder / "list.csv")),
        "effects of a party": ("effects", PARTY, *PAYS),
        "effects of a name": ("effects", "Zeta Zorvan", *PAYS, *source),
        "ownership": ("ownership", str(folder / "stakes.csv"), *source),
    }


@pytest.mark.parametrize("use", uses(Path()))
def test_a_use_that_nobody_confirmed_is_refused_with_the_command(
    held: Ostraka, tmp_path: Path, use: str
) -> None:
    """Nothing is answered and nothing written; once confirmed, the same words are answered."""
    refused = held(*uses(tmp_path)[use])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "CC BY-NC 4.0" in refused.stderr
    assert "`ostraka confirm opensanctions --use non-commercial --by NAME`" in refused.stderr
    assert "--use commercial --by NAME --licence REFERENCE`" in refused.stderr
    assert not [name for name in ("out.csv", "list.csv") if (tmp_path / name).exists()]
    assert held(*NON_COMMERCIAL).exit_code == 0
    answered = held(*uses(tmp_path)[use])
    assert answered.exit_code == 0, answered.stderr


def test_the_door_of_python_is_shut_too(held: Ostraka, tmp_path: Path) -> None:
    """It is the same use."""
    with pytest.raises(UseUnconfirmed, match="does not record how it is used"):
        facade.open(tmp_path / "home", sources="opensanctions")
    held(*COMMERCIAL)
    (hit,) = facade.open(tmp_path / "home", sources="opensanctions").screen("Zeta Zorvan").hits
    assert hit.party == PARTY


def test_what_is_held_can_be_looked_at_before(held: Ostraka) -> None:
    """Who decides about a list has to see it; and other lists are none of its business."""
    assert held("show", PARTY).exit_code == 0
    assert held("import", "demo").exit_code == 0
    assert held("screen", "Zeta Zorvan", "--source", "demo").exit_code == 0


def test_the_home_keeps_who_confirmed_what_and_when(held: Ostraka, tmp_path: Path) -> None:
    """A later word holds; the earlier one stays beside it."""
    home, day = tmp_path / "home", datetime.now(UTC).date()
    told = held(*NON_COMMERCIAL)
    assert told.stderr.startswith("Licence of opensanctions: CC BY-NC 4.0")
    assert told.stdout == (f"opensanctions: non-commercial use, confirmed by Ada Quill on {day}.\n")
    document = json.loads(held(*COMMERCIAL, "--json").stdout)
    assert (document["use"], document["by"], document["on"], document["licence"]) == (
        "commercial",
        "Bo Orlak",
        day.isoformat(),
        "OS-7 of 2 May 2026",
    )
    assert [row.by for row in load_confirmations(home)["opensanctions"]] == [
        "Ada Quill",
        "Bo Orlak",
    ]
    (row,) = [row for row in read_sources(held) if row["key"] == "opensanctions"]
    assert row["confirmed"] == document


def read_sources(ostraka: Ostraka) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(ostraka("sources", "--json").stdout)["sources"]
    return rows


def test_the_lists_say_where_a_confirmation_is_missing(held: Ostraka) -> None:
    """Before anybody runs into it."""
    assert "use not confirmed" in held("sources").stdout
    assert [row["key"] for row in read_sources(held) if row["non_commercial"]] == ["opensanctions"]
    held(*NON_COMMERCIAL)
    assert "use not confirmed" not in held("sources").stdout


def test_other_terms_have_to_be_confirmed_anew(held: Ostraka, tmp_path: Path) -> None:
    """A person agreed to what was shown, not to what came later."""
    home = tmp_path / "home"
    held(*NON_COMMERCIAL)
    now = find_confirmation(home, "opensanctions")
    assert now is not None
    keep_confirmation(home, replace(now, terms="CC BY 4.0", terms_mark="0" * 64))
    assert find_confirmation(home, "opensanctions") is None
    assert find_last(home, "opensanctions") is not None
    refused = held("screen", "Zeta Zorvan", "--source", "opensanctions")
    assert refused.exit_code == 1
    assert f"terms of the list have changed since its use was confirmed on {now.on}" in (
        refused.stderr
    )
    held(*NON_COMMERCIAL)
    assert held("screen", "Zeta Zorvan", "--source", "opensanctions").exit_code == 0


def test_a_record_that_was_edited_is_noticed(held: Ostraka, tmp_path: Path) -> None:
    """Otherwise it would be worth nothing."""
    held(*NON_COMMERCIAL)
    path = tmp_path / "home" / CONFIRMATIONS_FILE
    path.write_text(path.read_text("utf-8").replace("Ada Quill", "Bo Orlak"), encoding="utf-8")
    refused = held("screen", "Zeta Zorvan", "--source", "opensanctions")
    assert refused.exit_code == 1
    assert "changed after it was written" in refused.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("un_sc", "--use", "non-commercial", "--by", "Ada Quill"),
        ("opensanctions", "--use", "non-commercial", "--by", " "),
        ("opensanctions", "--use", "non-commercial"),
        ("opensanctions", "--use", "commercial", "--by", "Ada Quill"),
        ("opensanctions", "--use", "non-commercial", "--by", "Ada Quill", "--licence", "OS-7"),
        ("opensanctions", "--use", "other", "--by", "Ada Quill"),
    ],
)
def test_a_confirmation_without_a_meaning_is_refused(
    ostraka: Ostraka, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """No list that needs it, nobody who says it, no licence to use it under."""
    assert ostraka("confirm", *words).exit_code == 2
    assert not (tmp_path / "home" / CONFIRMATIONS_FILE).exists()
