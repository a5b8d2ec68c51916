"""The Covered List: companies found in rows of prose."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.listing import ActKind, ClauseKind, ListingClass
from ostraka.sources.us_agencies.webtable import Cell
from ostraka.sources.us_fcc_covered.parse import find_companies, parse
from sources.us_agencies.agency_samples import make_page, make_table

COLUMNS = ("Covered Equipment or Services*", "Date of Inclusion on Covered List")


@pytest.mark.parametrize(
    ("prose", "bold", "expected"),
    [
        (
            "Telecommunications equipment produced by Zorvan Company, including services.",
            (),
            ("Zorvan Company",),
        ),
        (
            "Services provided by Zorvan (Americas) Corp. subject to section 214 of the Act.",
            (),
            ("Zorvan (Americas) Corp.",),
        ),
        (
            "Services provided by Zorvan Corp and its wholly-owned subsidiary Quill (USA) LLC "
            "subject to section 214.",
            (),
            ("Zorvan Corp.", "Quill (USA) LLC"),
        ),
        (
            "Products supplied, directly or indirectly, by AO Zorvan or any of its successors.",
            (),
            ("AO Zorvan",),
        ),
        ("Software of any maker.", ("Zorvan Lab, Inc",), ("Zorvan Lab, Inc.",)),
        ("Routers produced in a foreign country, except some.", (), ()),
    ],
)
def test_a_row_names_its_companies_in_bold_or_after_its_verb(
    prose: str, bold: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """What the page sets in bold goes before what the sentence seems to say."""
    assert find_companies(Cell((prose,), bold)) == expected


def test_a_company_is_listed_with_its_equipment_and_group() -> None:
    """The equipment is covered; dealings with the company are another matter."""
    prose = "Services supplied by <strong>Zorvan</strong> or any of its subsidiaries or affiliates."
    (party,) = parse(
        [make_page(make_table(COLUMNS, (prose, "March 12, 2021; updated May 1, 2022")))]
    ).parties
    (listing,) = party.listings
    assert listing.listing_class is ListingClass.PROCUREMENT
    assert [(act.kind, act.on) for act in listing.acts] == [
        (ActKind.DESIGNATE, date(2021, 3, 12)),
        (ActKind.AMEND, date(2022, 5, 1)),
    ]
    assert [c.kind for c in listing.clauses] == [ClauseKind.SUBSIDIARIES, ClauseKind.AFFILIATES]
    (reason,) = party.facts
    assert reason.topic is Topic.REASON
    assert "Services supplied by Zorvan" in reason.text


def test_a_row_on_a_category_of_equipment_names_no_party() -> None:
    """It is counted, and screening cannot find it."""
    named = ("Equipment produced by Zorvan Company.", "March 12, 2021")
    category = ("Uncrewed aircraft produced in a foreign country", "December 22, 2025")
    parsed = parse([make_page(make_table(COLUMNS, named, category))])
    assert [party.name for party in parsed.parties] == ["Zorvan Company"]
    assert dict(parsed.tallies) == {"records": 2, "rows on equipment that name no party": 1}


def test_a_row_without_a_day_is_kept_and_said() -> None:
    """The day is not invented."""
    parsed = parse([make_page(make_table(COLUMNS, ("Made by <b>Zorvan</b>", "soon")))])
    assert parsed.parties[0].listings[0].listed_on is None
    assert parsed.warnings == ("the date of inclusion 'soon' is not a day",)


def test_a_page_without_the_table_is_refused() -> None:
    """Also where a column was renamed."""
    for page in (
        make_page("<p>Maintenance</p>"),
        make_page(make_table(("Item", "Date"), ("a", "b"))),
    ):
        with pytest.raises(SourceRefused, match="covered equipment or services") as caught:
            parse([page])
        assert "fcc.gov" in caught.value.remedy
