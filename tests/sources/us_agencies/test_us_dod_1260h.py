"""Chinese military companies: the notice of the Federal Register, and a table of the user's own."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.listing import ListingClass
from ostraka.model.name import NameKind
from ostraka.model.relation import RelationKind
from ostraka.sources.reading import InputFile
from ostraka.sources.us_dod_1260h.parse import parse
from sources.us_agencies.agency_samples import make_page, make_text

NOTICE = (
    "[Federal Register Volume 91, Number 111 (Wednesday, June 10, 2026)]",
    "The following entities are listed in accordance with section 1260H:",
    "Zorvan Group Co., Ltd. (Zorvan) (and Zorvan subsidiaries: Quill Co., Ltd., Zorr Inc. (ZI), "
    "and Vann Works Ltd.)",
    "• Zorvan is directly owned (Section 1260H(g)(2)(B)(i)(I)).",
    "• Zorvan contributes (Sections 1260H(g)(3)(B)(i) and (g)(3)(B)(ii)).",
    "Ink (Zenda) Co., Ltd. (formerly Inkwell Co.)",
    "• Ink is affiliated (Section 1260H(g)(2)(B)(i)(I)).",
    "It was determined that the following previously listed entities should be removed:",
    "Gone Works Ltd.",
    "(Gone)",
    "The list of entities designated as such in another language follows.",
    "[FR Doc. 2026-11571 Filed 6-9-26; 8:45 am]",
)


def as_text(lines: tuple[str, ...] = NOTICE) -> InputFile:
    return InputFile("notice.txt", "\n".join(lines).encode())


def as_xml() -> InputFile:
    body = "".join(f"<P>{escape(line)}</P>" for line in NOTICE)
    return InputFile("notice.xml", f'<?xml version="1.0"?><NOTICE>{body}</NOTICE>'.encode())


def as_page() -> InputFile:
    return make_page(*(f"<p>{escape(line)}</p>" for line in NOTICE))


@pytest.mark.parametrize("file", [as_text(), as_xml(), as_page()])
def test_companies_and_their_subsidiaries_are_read_in_each_shape(file: InputFile) -> None:
    """Those it removes are counted, and are no party."""
    parsed = parse([file])
    assert [party.name for party in parsed.parties] == [
        *("Zorvan Group Co., Ltd.", "Quill Co., Ltd.", "Zorr Inc.", "Vann Works Ltd."),
        "Ink (Zenda) Co., Ltd.",
    ]
    assert parsed.published == date(2026, 6, 10)
    assert dict(parsed.tallies) == {
        "records": 2,
        "parties named inside another's entry": 3,
        "companies removed by the notice": 1,
    }


def test_a_company_keeps_its_short_name_reasons_and_act() -> None:
    """The reason is an allegation of the Department, in its words."""
    zorvan, quill, *_, ink = parse([as_text()]).parties
    assert [(n.text, n.kind) for n in zorvan.names][1:] == [("Zorvan", NameKind.ALIAS)]
    assert [(n.text, n.kind) for n in ink.names][1:] == [("Inkwell Co.", NameKind.FORMER)]
    assert [fact.topic for fact in zorvan.facts] == [Topic.REASON, Topic.REASON]
    (listing,) = zorvan.listings
    assert (listing.programme, listing.listing_class) == ("1260H", ListingClass.PROCUREMENT)
    assert [(act.on, act.citation) for act in listing.acts] == [
        (date(2026, 6, 10), "FR Doc. 2026-11571")
    ]
    (tie,) = quill.relations
    assert (tie.kind, tie.other) == (RelationKind.OWNED_OR_CONTROLLED_BY, zorvan.id)


def test_a_table_states_when_a_company_was_listed_and_removed() -> None:
    """Removal shows in notices only, so that a table of one's own must hold it."""
    header = ("name", "aliases", "former_names", "parent", "start", "end", "citation", "reason")
    gone = ("Gone Co.", "G; GC", "Went Co.", "Zorvan", "2024-01-31", "2025-01-07", "90 FR 1", "")
    stays = ("Zorvan", "", "", "", "2021-06-03", "", "86 FR 1", "owned")
    first, second = parse([make_text(header, gone, stays, name="1260h.csv")]).parties
    (listing,) = first.listings
    assert (listing.listed_on, listing.ended_on) == (date(2024, 1, 31), date(2025, 1, 7))
    assert listing.in_force(date(2024, 12, 31)) is True
    assert listing.in_force(date(2025, 1, 8)) is False
    assert first.relations[0].other == second.id
    assert [n.text for n in first.names] == ["Gone Co.", "G", "GC", "Went Co."]


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (as_text(NOTICE[2:]), "lacks the words"),
        (as_text(NOTICE[:7]), "cut short"),
        (as_text((*NOTICE[:2], *NOTICE[7:])), "lists no company"),
        (make_page("<p>Maintenance</p>"), "lacks the words"),
        (InputFile("page.html", as_page().data[:-30]), "the page is cut short"),
        (InputFile("notice.xml", as_xml().data[:-30]), "ends early"),
        (make_text(("company", "since"), ("Z", "x"), name="a.csv"), "lacks the columns start"),
    ],
)
def test_what_is_neither_notice_nor_table_is_refused(file: InputFile, problem: str) -> None:
    """With the place and what to do."""
    with pytest.raises(SourceRefused) as caught:
        parse([file])
    assert problem in caught.value.problem
    assert caught.value.where
    assert caught.value.remedy
