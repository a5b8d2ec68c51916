"""`screen --owners` reports a name that no list holds and that listed parties own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Ostraka

# On the bundled list OFAC names Moxing Cartoon, and no list names the others.
STAKES = (
    "owner,owned,percent\n"
    "Moxing Cartoon,Elm Trading,60\n"
    "Elm Trading,Yarrow Shipping,50\n"
    "Elm Trading,Cedar Ltd,30\n"
    "Quince Fund,Cedar Ltd,60\n"
    "Moxing Cartoons,Larch Works,70\n"
)
_DEMO = ("--source", "demo", "--as-of", "2026-11-22")


@pytest.fixture
def stakes(tmp_path: Path) -> str:
    """A file of stakes."""
    path = tmp_path / "holdings.csv"
    path.write_text(STAKES, encoding="utf-8")
    return str(path)


@pytest.fixture
def holding(ostraka: Ostraka) -> Ostraka:
    """A home that holds the bundled list."""
    assert ostraka("import", "demo").exit_code == 0
    return ostraka


def _screen(ostraka: Ostraka, *arguments: str) -> list[Any]:
    done = ostraka("screen", *arguments, *_DEMO, "--owners", "--json")
    assert done.exit_code == 0, done.stderr
    results: list[Any] = json.loads(done.stdout)["results"]
    return results


def _words(entries: list[Any]) -> dict[str, str]:
    return {entry["regime"]: entry["caught"] for entry in entries}


def test_an_owned_party_is_reported_with_path_share_and_rule(holding: Ostraka, stakes: str) -> None:
    """It is no hit: no list names it; the path leads from the listed owner down to it."""
    (result,) = _screen(holding, "yarrow  SHIPPING", "--stakes", stakes)
    assert result["hits"] == []
    (owned,) = result["owned"]
    assert (owned["regime"], owned["caught"], owned["identity"]) == ("ofac", "yes", None)
    assert [(s["owner"], s["percent_min"], s["owned"]) for s in owned["path"]] == [
        ("Moxing Cartoon", 60.0, "Elm Trading"),
        ("Elm Trading", 50.0, "Yarrow Shipping"),
    ]
    assert owned["percent_min"] == 50.0
    assert owned["because"][0]["owner"] == "Elm Trading"
    assert "50 % or more" in owned["rule"]["text"]
    assert _words(result["not_owned"]) == dict.fromkeys(("uk", "eu", "ca", "bis"), "no")


def test_a_name_near_one_of_the_stakes_is_for_review(holding: Ostraka, stakes: str) -> None:
    """Equal names decide; a near one may be another company."""
    (result,) = _screen(holding, "Elms Trading", "--stakes", stakes)
    (owned,) = result["owned"]
    assert (owned["party"], owned["caught"]) == ("Elm Trading", "review")
    assert "near Elm Trading" in owned["identity"]
    assert owned["why"].startswith("It may be Elm Trading of the stakes")


def test_an_owner_near_a_listed_name_is_for_review(holding: Ostraka, stakes: str) -> None:
    """Whether the owner is the listed party is for a person."""
    (result,) = _screen(holding, "Larch Works", "--stakes", stakes)
    assert _words(result["owned"])["ofac"] == "review"


def test_no_and_no_data_are_told_apart(holding: Ostraka, stakes: str) -> None:
    """Too little held is a no on the stakes known; an unknown company is no_data."""
    some, unknown = _screen(holding, "Cedar Ltd", "Hazel Mills", "--stakes", stakes)
    assert some["owned"] == unknown["owned"] == []
    assert set(_words(some["not_owned"]).values()) == {"no"}
    assert all("no on the stakes known" in entry["why"] for entry in some["not_owned"])
    assert unknown["owners_notes"] == ["Nothing is known of who holds Hazel Mills: no_data."]


def test_a_listed_party_is_a_hit_and_not_owned(holding: Ostraka, stakes: str) -> None:
    """Its own listing is what the screening reports; its owners are unknown for other regimes."""
    (result,) = _screen(holding, "Moxing Cartoon", "--stakes", stakes)
    assert result["hits"][0]["party"] == "demo:moxing-cartoon"
    assert result["owned"] == []
    assert "ofac" not in _words(result["not_owned"])


def test_without_stakes_it_is_refused_with_what_to_do(holding: Ostraka) -> None:
    """Silence would read as an answer."""
    done = holding("screen", "Elm Trading", *_DEMO, "--owners")
    assert done.exit_code == 1
    assert "ostraka stakes FILE" in done.stderr
    assert done.stdout == ""


def test_the_text_shows_the_path_and_the_rule(holding: Ostraka, stakes: str) -> None:
    """What a person at a terminal needs to judge it, and what it rests on."""
    done = holding("screen", "Yarrow Shipping", "Oak", *_DEMO, "--owners", "--stakes", stakes)
    assert (
        "path  Moxing Cartoon holds 60 % of Elm Trading; "
        "Elm Trading holds 50 % of Yarrow Shipping" in done.stdout
    )
    assert "ofac  caught: Elm Trading (caught itself) holds 50 % of it" in done.stdout
    assert "uk, eu, ca, bis: not caught" in done.stdout
    assert "Nothing is known of who holds Oak: no_data." in done.stdout
    assert "Stakes from holdings.csv (5 stakes" in done.stdout


def test_an_owned_name_counts_as_a_hit_for_the_exit_code(holding: Ostraka, stakes: str) -> None:
    """A pipeline that stops at hits stops here, and nowhere else."""
    owners = (*_DEMO, "--owners", "--stakes", stakes, "--fail-on-hit")
    assert holding("screen", "Yarrow Shipping", *owners).exit_code == 3
    assert holding("screen", "Cedar Ltd", *owners).exit_code == 0


def test_stakes_go_with_owners(holding: Ostraka, stakes: str) -> None:
    """Wrong usage is told before anything is read."""
    assert holding("screen", "Oak", "--stakes", stakes).exit_code == 2


def test_held_stakes_are_used_and_stay_as_they_were_given(
    holding: Ostraka, stakes: str, tmp_path: Path
) -> None:
    """The newest edition of that day or before counts; the one before is not changed by it."""
    Path(stakes).write_text(STAKES.replace("60\nElm", "20\nElm"), encoding="utf-8")
    assert holding("stakes", stakes, "--published", "2026-11-20").exit_code == 0
    Path(stakes).write_text(STAKES, encoding="utf-8")
    assert holding("stakes", stakes, "--published", "2026-11-21").exit_code == 0
    again = holding("stakes", stakes, "--published", "2026-11-21")
    assert "Held already" in again.stderr
    held = json.loads(holding("stakes", "--json").stdout)["stakes"]
    assert [(e["published"], e["current"]) for e in held] == [
        ("2026-11-20", False),
        ("2026-11-21", True),
    ]
    (result,) = _screen(holding, "Elm Trading")
    assert _words(result["owned"]) == {"ofac": "yes"}
    before = holding(
        *("screen", "Elm Trading", "--source", "demo", "--owners", "--json"),
        *("--as-of", "2026-11-20"),
    )
    document = json.loads(before.stdout)
    assert document["results"][0]["owned"] == []
    assert [file["published"] for file in document["stakes"]] == ["2026-11-20"]
    done = holding("ownership", "--source", "demo", "--party", "Elm Trading", "--json")
    assert _words(json.loads(done.stdout)["parties"])["ofac"] == "yes"
    assert tmp_path.joinpath("home", "stakes").is_dir()


def test_a_held_file_that_was_changed_is_refused(
    holding: Ostraka, stakes: str, tmp_path: Path
) -> None:
    """An answer never rests on bytes that are not those that came in."""
    holding("stakes", stakes)
    (held,) = tmp_path.joinpath("home", "stakes").glob("*/holdings.csv")
    held.write_text(STAKES + "Oak,Fir,1\n", encoding="utf-8")
    done = holding("screen", "Elm Trading", *_DEMO, "--owners")
    assert done.exit_code == 1
    assert "changed after it was written" in done.stderr


def test_a_file_without_a_stake_is_not_kept(holding: Ostraka, tmp_path: Path) -> None:
    """It would stand for knowledge that is not there."""
    empty = tmp_path / "empty.csv"
    empty.write_text("owner,owned,percent\n", encoding="utf-8")
    assert holding("stakes", str(empty)).exit_code == 1
    assert json.loads(holding("stakes", "--json").stdout) == {"stakes": []}
