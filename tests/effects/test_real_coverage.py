"""Every entry of every real list has its rule, and the published shares are those of the files."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from effects.real_coverage import measure
from ostraka.effects.matching import find_groups
from ostraka.effects.question import make_cases
from ostraka.effects.tables import load_rules
from ostraka.model.effect import Activity, Actor
from ostraka.model.listing import ListingClass
from sources.real_files import REFUSED, read_real_file

MEASURED = Path(__file__).parents[2] / "docs" / "measured"


def load_rows(name: str) -> list[dict[str, str]]:
    """A committed table, without the lines of its head."""
    lines = (MEASURED / name).read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


FILES = [row for row in load_rows("real_files.csv") if row["how"] != REFUSED]


@pytest.mark.shared
@pytest.mark.parametrize("row", FILES, ids=[row["path"] for row in FILES])
def test_every_entry_of_a_real_list_has_its_rule(shared: Path, row: dict[str, str]) -> None:
    """By its list, its class and its programme; a public office forbids nothing and has none."""
    parsed = read_real_file(shared / "lists", row["path"], row["source"]).parsed
    assert parsed
    without = {
        (case.listing.list, case.listing.listing_class, case.listing.programme)
        for party in parsed.parties
        for case in make_cases(party, None)
        if case.listing.list not in load_rules()
        or not find_groups(case, load_rules()[case.listing.list])
    }
    assert {mark for mark in without if mark[:2] != ("opensanctions", ListingClass.STATUS)} == set()


@pytest.mark.shared
def test_the_published_shares_are_those_of_the_files(shared: Path) -> None:
    """`make measure` writes the table; a changed rule changes it, and the page of effects."""
    found = {
        (one.list, actor.value, activity.value): (
            one.folder, str(one.entries), str(one.answered[actor, activity])
        )
        for one in measure(shared / "lists", FILES)
        for actor in Actor
        for activity in Activity
    }  # fmt: skip
    published = {
        (row["list"], row["actor"], row["activity"]): (
            row["folder"], row["entries"], row["answered"]
        )
        for row in load_rows("effects.csv")
    }  # fmt: skip
    assert found == published


def test_every_list_that_is_published_is_asked_of_everybody() -> None:
    """So that no actor or activity is left out of the page."""
    asked = {(row["list"], row["actor"], row["activity"]) for row in load_rows("effects.csv")}
    lists = {key for key, _, _ in asked}
    assert len(lists) > 15
    assert len(asked) == len(lists) * len(Actor) * len(Activity)
