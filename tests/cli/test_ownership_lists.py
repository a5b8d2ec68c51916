"""`ostraka ownership --source`: owners are looked up on the lists held."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from cli.un_samples import make_un_file
from ostraka.cli import ownership
from ostraka.cli.situation import Situation

LIST = "id,name,programme,listed_on\n1,Quellhorst Holding,OFAC,2020-01-02\n2,Vandale,OFAC-X,\n"
STAKES = (
    "owner,owned,percent\n"
    "QUELLHORST  Holding,Birch,60\n"
    "Quelhorst Holding,Cedar,60\n"
    "Vandale,Elm,60\n"
)


@pytest.fixture
def stakes(ostraka: Ostraka, tmp_path: Path) -> str:
    """Stakes of an owner that a user's own list names, of one near to it, and of another's."""
    listed, path = tmp_path / "own.csv", tmp_path / "stakes.csv"
    listed.write_text(LIST, encoding="utf-8")
    path.write_text(STAKES, encoding="utf-8")
    done = ostraka("import", "custom", str(listed), "--published", "2026-11-22")
    assert done.exit_code == 0, done.stderr
    return str(path)


def _ask(ostraka: Ostraka, stakes: str, *more: str) -> dict[str, str]:
    done = ostraka(
        *("ownership", stakes, "--source", "custom", "--regime", "ofac", "--json"), *more
    )
    assert done.exit_code == 0, done.stderr
    return {entry["party"]: entry["caught"] for entry in json.loads(done.stdout)["parties"]}


def test_an_equal_name_counts_and_a_near_one_is_for_review(ostraka: Ostraka, stakes: str) -> None:
    """Case and spaces make no difference; a letter does. A programme is meant as a whole."""
    found = _ask(ostraka, stakes)
    assert found["Birch"] == "yes"
    assert found["Cedar"] == "review"
    assert found["Elm"] == "no"


def test_a_day_before_the_listing_is_not_caught(ostraka: Ostraka, stakes: str) -> None:
    """The snapshot is read back by the days that the list states."""
    assert _ask(ostraka, stakes, "--on", "2019-12-31")["Birch"] == "no"
    assert _ask(ostraka, stakes, "--on", "2020-01-02")["Birch"] == "yes"


def test_a_stale_list_is_refused_unless_that_is_stated(
    ostraka: Ostraka, stakes: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ownership fails closed like screening, and takes the same option."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101 102")))
    later = Situation(tmp_path / "home", datetime.now(UTC) + timedelta(days=60))
    monkeypatch.setattr(ownership, "read_situation", lambda *_: later)
    asked = ("ownership", stakes, "--source", "un_sc")
    refused = ostraka(*asked)
    assert refused.exit_code == 1
    assert "--allow-stale 61" in refused.stderr
    assert ostraka(*asked, "--allow-stale", "61").exit_code == 0
