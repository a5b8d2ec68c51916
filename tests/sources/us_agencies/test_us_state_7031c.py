"""Designations under section 7031(c): the table that comes with this version, and one's own."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.listing import ListingClass
from ostraka.model.party import PartyKind
from ostraka.sources.registry import load_bundled
from ostraka.sources.us_state_7031c.parse import parse
from sources.us_agencies.agency_samples import make_text

COLUMNS = ("name", "country", "ground", "announced", "citation", "verified", "aliases", "position")
ROW = ("Zeta Zorvan", "zz", "corruption", "2024-03-05", "Statement of 5 March 2024", "yes", "", "")
UNVERIFIED = "Not checked against the Department's own announcement."


def test_the_bundled_table_holds_its_officials_with_day_and_citation() -> None:
    """Eight names of 10 December 2021 were checked; the others say that they were not."""
    parsed = parse(load_bundled("us_state_7031c"))
    assert parsed.tallies["records"] == len(parsed.parties) == 12
    unverified = [p.name for p in parsed.parties if UNVERIFIED in {f.text for f in p.facts}]
    assert len(unverified) == parsed.tallies["rows not verified"] == 4
    on_the_day = [p for p in parsed.parties if p.listings[0].listed_on == date(2021, 12, 10)]
    assert len(on_the_day) == 10
    assert {"Shohrat Zakir", "Hu Lianhe", "Abel Kandiho"} <= {p.name for p in on_the_day}
    for party in parsed.parties:
        (listing,) = party.listings
        assert (party.kind, listing.listing_class) == (PartyKind.PERSON, ListingClass.VISA)
        assert listing.acts[0].citation
        assert listing.acts[0].measures == ("immediate family ineligible",)


def test_a_row_of_the_users_own_is_read_the_same() -> None:
    """The table is meant to be extended."""
    row = (*ROW[:5], "no", "Z. Zorvan; Зета Зорван", "Minister of Ink")
    (party,) = parse([make_text(COLUMNS, row)]).parties
    assert [name.text for name in party.names] == ["Zeta Zorvan", "Z. Zorvan", "Зета Зорван"]
    assert party.listings[0].programme == "7031C-CORRUPTION"
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.POSITION, "Minister of Ink"),
        (Topic.REMARK, UNVERIFIED),
    ]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({0: ""}, "row 1 has no name"),
        ({2: "greed"}, "row 1 gives the ground 'greed'"),
        ({3: "last week"}, "row 1 gives the day 'last week'"),
        ({4: ""}, "row 1 has no citation"),
    ],
)
def test_a_row_that_rests_on_nothing_is_refused(cells: dict[int, str], problem: str) -> None:
    """A designation without a source is hearsay."""
    row = [cells.get(place, cell) for place, cell in enumerate(ROW)]
    with pytest.raises(SourceRefused) as caught:
        parse([make_text(COLUMNS, row)])
    assert caught.value.problem.startswith(problem)


def test_another_table_is_refused() -> None:
    """It lacks the columns that make a row worth something."""
    with pytest.raises(SourceRefused, match="lacks the columns country, ground"):
        parse([make_text(("name",), ("Zeta Zorvan",))])
