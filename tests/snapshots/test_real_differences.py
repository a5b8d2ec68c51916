"""Real lists in two shapes: what a change of shape alone must not report."""

from __future__ import annotations

from pathlib import Path

import pytest

from ostraka.snapshots import diff_parties
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import load_parser

pytestmark = pytest.mark.shared


def read(shared: Path, day: str) -> ParsedList:
    """OFAC's consolidated list of a day, in the shape that is held of it."""
    folder = shared / "lists" / "us_ofac" / f"consolidated-{day}"
    return load_parser("us_ofac_cons")(open_inputs([folder]))


@pytest.mark.parametrize(
    ("days", "fields"),
    [
        (("2025-01-10", "2025-03-28"), [["facts"], ["identifiers"], ["identifiers"]]),
        (("2025-12-19", "2026-01-08"), [["addresses"], ["names"]]),
    ],
)
def test_only_what_the_list_changed_is_a_change(
    shared: Path, days: tuple[str, str], fields: list[list[str]]
) -> None:
    """Enhanced to legacy XML, and CSV to legacy XML: each remaining change stands in the files."""
    old, new = (read(shared, day) for day in days)
    omits, partial = {*old.omits, *new.omits}, {*old.partial, *new.partial}
    difference = diff_parties(old.parties, new.parties, omits, partial)
    assert (difference.added, difference.removed) == ((), ())
    assert sorted(list(change.fields) for change in difference.changed) == fields


def test_every_part_of_the_screening_list_is_counted(shared: Path) -> None:
    """Thirteen lists, whose rows are all the rows there are."""
    (folder,) = (shared / "lists" / "us_trade").iterdir()
    parsed = load_parser("us_trade_csl")(open_inputs([folder]))
    assert (len(parsed.parts), sum(parsed.parts.values())) == (13, 14_160)
