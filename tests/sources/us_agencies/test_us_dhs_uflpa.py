"""The UFLPA Entity List: its page, its sections and its grammar, in small."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.listing import ClauseKind, ListingClass
from ostraka.model.party import PartyKind
from ostraka.model.relation import RelationKind
from ostraka.sources.reading import InputFile
from ostraka.sources.us_dhs_uflpa.parse import parse
from sources.us_agencies.agency_samples import make_page, make_table

COLUMNS = ("Name of Entity", "Effective Date")
DAY = "June 21, 2022"


def section(numeral: str, *rows: tuple[str, str], columns: tuple[str, str] = COLUMNS) -> str:
    return (
        f"<p>A list<br>Section 2(d)(2)(B)({numeral})</p>{make_table(columns, *rows)}<p>&nbsp;</p>"
    )


def test_one_entity_of_two_sections_is_one_party_with_two_listings() -> None:
    """Whatever aliases each section gives; the days are those of the sections."""
    parsed = parse(
        [
            make_page(
                section("i", ("Zorvan Co., Ltd. (and one alias: Quill Works)", DAY)),
                section(
                    "v",
                    ("Zorvan Co., Ltd", "January 15, 2025"),
                    columns=("Entity Name", "Effective Date"),
                ),
            )
        ]
    )
    (party,) = parsed.parties
    assert [name.text for name in party.names] == [
        "Zorvan Co., Ltd.",
        "Quill Works",
        "Zorvan Co., Ltd",
    ]
    assert party.kind is PartyKind.ORGANISATION
    assert [(x.programme, x.listed_on, x.listing_class) for x in party.listings] == [
        ("UFLPA-2dB(i)", date(2022, 6, 21), ListingClass.IMPORT),
        ("UFLPA-2dB(v)", date(2025, 1, 15), ListingClass.IMPORT),
    ]
    assert (parsed.tallies["records"], parsed.counted, parsed.published) == (2, 2, None)


def test_subordinate_and_affiliated_entities_are_a_clause() -> None:
    """A hit on them is a matter for review."""
    cell = "Zorvan Corps (ZPCC) and its subordinate and affiliated entities"
    (party,) = parse([make_page(section("ii", (cell, DAY)))]).parties
    assert [name.text for name in party.names] == ["Zorvan Corps", "ZPCC"]
    (clause,) = party.listings[0].clauses
    assert (clause.kind, clause.text) == (
        ClauseKind.AFFILIATES,
        "and its subordinate and affiliated entities",
    )


def test_subsidiaries_named_one_by_one_are_parties_tied_to_their_head() -> None:
    """The Act reaches each by name."""
    cell = "Zorvan Ltd. and its two Zenda-based subsidiaries, which include Quill Co.; and Zorr Co."
    head, quill, zorr = parse([make_page(section("v", (cell, DAY)))]).parties
    assert (head.name, quill.name, zorr.name) == ("Zorvan Ltd.", "Quill Co.", "Zorr Co.")
    (tie,) = quill.relations
    assert (tie.kind, tie.other) == (RelationKind.OWNED_OR_CONTROLLED_BY, head.id)


def test_an_unknown_section_and_an_odd_day_are_kept_and_said() -> None:
    """A new section of the Act must not lose its table."""
    parsed = parse([make_page(section("vii", ("Zorvan Co., Ltd.", "soon")))])
    (party,) = parsed.parties
    assert (party.listings[0].programme, party.listings[0].listed_on) == ("UFLPA", None)
    assert [f.text for f in party.facts if f.topic is Topic.REMARK] == ["effective date: soon"]
    assert "no known section" in parsed.warnings[0]
    assert "is not a day" in parsed.warnings[1]


GOOD = make_page(section("i", ("Zorvan", DAY)))


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (make_page("<h1>Down for maintenance</h1>"), "no table with the columns name of entity"),
        (make_page(section("i", ("A", DAY), columns=("Firm", "Effective Date"))), "no table with"),
        (InputFile("page.html", GOOD.data[:-30]), "the page is cut short"),
        (InputFile("page.html", GOOD.data + b"\xff"), "not UTF-8 text"),
    ],
)
def test_a_page_that_is_not_the_list_is_refused(file: InputFile, problem: str) -> None:
    """With the place and what to do."""
    with pytest.raises(SourceRefused) as caught:
        parse([file])
    assert problem in caught.value.problem
    assert caught.value.where == "page.html"
    assert "dhs.gov" in caught.value.remedy or "again" in caught.value.remedy
