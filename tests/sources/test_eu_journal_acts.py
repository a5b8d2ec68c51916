"""The text of consolidated acts: annexes of every form, with the marks that EUR-Lex sets in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.party import Party, PartyKind
from ostraka.sources.eu_journal.parse import parse
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source
from sources.act_samples import make_act, make_annex, make_mark, make_rows

SHIPS = ("", "Vessel name", "IMO number", "Grounds for inclusion", "Date of application")
BANKS = ("Name of the legal person, entity or body", "Date of application")
PEOPLE = ("", "Name", "Identifying information", "Reasons", "Date of listing")


def by_name(parsed: ParsedList) -> dict[str, Party]:
    return {party.name: party for party in parsed.parties}


def names(party: Party) -> dict[str, str]:
    return {name.text: str(name.kind) for name in party.names}


def test_a_ship_of_annex_xlii_has_article_measure_and_day() -> None:
    """Marks of amending acts are no text; a former name in brackets is one."""
    rows = make_rows(
        SHIPS,
        ["1.", "►M17 Zorvan Star ◄\n(formerly Old Star)", "9074729", "Transports oil", "24.6.2024"],
        [make_mark(5)],
        ["2.", "Quill (formerly Quorn)", "9074730", "Transports oil", "17.12.2024"],
    )
    parsed = parse([make_act(make_annex("XLII", rows))])
    assert parsed.published == date(2026, 7, 23)
    assert parsed.tallies == {"records": 2}
    star = by_name(parsed)["Zorvan Star"]
    assert star.kind is PartyKind.VESSEL
    assert names(star) == {"Zorvan Star": "primary", "Old Star": "former"}
    assert [(i.scheme, i.value) for i in star.identifiers] == [(Scheme.IMO, "9074729")]
    (listing,) = star.listings
    (act,) = listing.acts
    assert (listing.listing_class, listing.programme, act.on, act.measures, act.citation) == (
        ListingClass.STATUS,
        "833/2014 Annex XLII",
        date(2024, 6, 24),
        ("ban on access to ports and on services for the vessel",),
        "Annex XLII, Art. 3s",
    )
    assert names(by_name(parsed)["Quill"]) == {"Quill": "primary", "Quorn": "former"}


def test_banks_are_read_from_a_table_and_from_lists() -> None:
    """A list of names, one in a grid with numbers, and one under parts."""
    grid = (
        '<div class="grid-container grid-list"><div class="grid-list-column-1">1.</div>'
        '<div class="grid-list-column-2"><p class="norm">Bank Zorvan</p></div></div>'
    )
    parsed = parse(
        [
            make_act(
                make_annex("III", grid),
                make_annex(
                    "XII", '<div class="list">Quill Oil;</div><div class="list">OJSC X</div>'
                ),
                make_annex("XIV", make_rows(BANKS, ["Bank Quorn", "12 March 2022"])),
                make_annex("XIX", '<p class="norm">Part B</p>', "<div><p>3. Zenda Works</p></div>"),
            )
        ]
    )
    found = {p.name: (p.listings[0].programme, p.kind) for p in parsed.parties}
    body = PartyKind.ORGANISATION
    assert found == {
        "Bank Zorvan": ("833/2014 Annex III", body),
        "Quill Oil": ("833/2014 Annex XII", body),
        "OJSC X": ("833/2014 Annex XII", body),
        "Bank Quorn": ("833/2014 Annex XIV", body),
        "Zenda Works": ("833/2014 Annex XIX", body),
    }
    assert by_name(parsed)["Bank Quorn"].listings[0].listed_on == date(2022, 3, 12)
    assert by_name(parsed)["Zenda Works"].listings[0].acts[0].citation.startswith("Annex XIX.B")


def test_people_and_bodies_are_told_apart_by_the_headings_above_them() -> None:
    """Labelled details become fields; what no label is known for stays as a remark."""
    details = (
        "DOB: 1.2.1970; POB: Zenda\nNationality: Ruritanian\nGender: male\nFunction: Minister\n"
        "Passport number: P1234567\nEthnicity: QUUX\nHair colour: grey\nAddress: 1 Mole Street,\n"
        "Strelsau"
    )
    annex = make_annex(
        "I",
        '<p class="title-gr-seq-level-2">Persons</p>',
        make_rows(PEOPLE, ["1.", "Anselm QUORVID\n(Ансельм)", details, "He digs.", "17.3.2014"]),
        '<p class="title-gr-seq-level-2">Entities</p>',
        make_rows(
            PEOPLE,
            ["1.", "Zorvan JSC a.k.a. Zor Group", "INN: 7707083893", "Digs too.", "8.4.2022"],
            ["", "", "Website: zorvan.example", "Still.", ""],
        ),
    )
    parsed = parse([make_act(annex, celex="02014R0269")])
    person, body = by_name(parsed)["Anselm QUORVID"], by_name(parsed)["Zorvan JSC"]
    assert (person.kind, body.kind) == (PartyKind.PERSON, PartyKind.ORGANISATION)
    assert names(person) == {"Anselm QUORVID": "primary", "Ансельм": "original_script"}
    assert [str(b) for b in person.born] == ["1970-02-01"]
    assert [b.text for b in person.birth_places] == ["Zenda"]
    assert [c.country for c in person.countries] == ["Ruritanian"]
    assert [(i.scheme, i.value) for i in person.identifiers] == [(Scheme.PASSPORT, "P1234567")]
    assert [a.full for a in person.addresses] == ["1 Mole Street, Strelsau"]
    facts = {(f.topic, f.text) for f in person.facts}
    assert {(Topic.POSITION, "Minister"), (Topic.REASON, "He digs.")} <= facts
    assert (Topic.REMARK, "Hair colour: grey") in facts
    assert "QUUX" not in repr(parsed)
    assert any("'Ethnicity' is left out" in warning for warning in parsed.warnings)
    assert names(body)["Zor Group"] == "alias"
    assert (Topic.REASON, "Digs too. Still.") in {(f.topic, f.text) for f in body.facts}
    assert body.listings[0].listing_class is ListingClass.ASSET_FREEZE
    assert [(i.scheme, i.value) for i in body.identifiers] == [(Scheme.INN, "7707083893")]


def test_a_part_inside_a_grid_and_a_native_name_of_its_own_column() -> None:
    """As in the human-rights regulation: letter, heading and table in one grid."""
    header = (
        *("", "Names (Transliteration into Latin script)", "Names", "Identifying information"),
        *("Reasons for listing", "Date of listing"),
    )
    table = make_rows(
        header,
        ["4 (*1).", "Zorvan Bureau", "佐尔万局\n(Chinese)", "Address: Zenda", "Digs.", "22.3.2021"],
    )
    grid = (
        '<div class="grid-container grid-list"><div class="grid-list-column-1">B.</div>'
        f'<div class="grid-list-column-2"><p>Legal persons, entities and bodies</p>{table}</div>'
        "</div>"
    )
    (party,) = parse([make_act(make_annex("I", grid), celex="02020R1998")]).parties
    assert names(party) == {"Zorvan Bureau": "primary", "佐尔万局": "original_script"}
    assert party.kind is PartyKind.ORGANISATION
    assert party.listings[0].acts[0].citation == "Annex I.B, Art. 3"
    assert party.origin.record == "32020R1998 I.B 4"


def test_coverage_says_which_annexes_are_absent_and_which_are_not_read() -> None:
    """An annex of goods lists nobody; one in running text is named, and so is one that is away."""
    banks = make_rows(BANKS, ["Bank", "1.1.2022"])
    prose = "<p>A list of names.</p><p>Anselm Quorvid (alias Quo). Date of birth: 1.2.1970.</p>"
    goods = make_rows(("CN code", "Name of the good"), ["2709 00", "Oils"])
    parsed = parse(
        [
            make_act(make_annex("I", prose), celex="02002R0881"),
            make_act(make_annex("XIV", banks), make_annex("XXV", goods)),
        ]
    )
    assert [p.name for p in parsed.parties] == ["Bank"]
    notes = " | ".join(parsed.warnings)
    assert (
        "annex I of 881/2002 holds no entry, or sets them as running text; it is not read" in notes
    )
    assert "annexes of 833/2014 not held: III, IV, V," in notes


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("<html><body><p>Sign in</p></body></html>", "does not say of which known act"),
        (
            '<html><body><p class="reference">02014R0833 — EN — 1.1.2026</p></body></html>',
            "holds no annex",
        ),
    ],
)
def test_a_page_that_is_no_act_is_refused(tmp_path: Path, page: str, problem: str) -> None:
    """A sign-in page comes with status 200 too."""
    path = tmp_path / "act.html"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(SourceRefused, match=problem):
        parse(open_inputs([path], pages="html" in get_source("eu_journal").formats))


def test_a_page_that_is_cut_is_refused() -> None:
    """Also where its last row is whole."""
    whole = make_act(make_annex("XIV", make_rows(BANKS, ["Bank", "1.1.2022"])))
    cut = whole.data[: whole.data.rindex(b"</table>")]
    with pytest.raises(SourceRefused, match="cut short"):
        parse([type(whole)(whole.name, cut)])


@given(st.lists(st.text(alphabet="Aa :;()►M1◄.,-é\n", max_size=30), min_size=5, max_size=5))
def test_any_cells_are_read_or_refused(cells: list[str]) -> None:
    """Nothing in a cell crashes the reading of the others."""
    plain = [cell.replace("<", "") for cell in cells]
    rows = make_rows(PEOPLE, plain, ["9.", "Zorvan JSC", "", "", "1.1.2020"])
    parsed = parse([make_act(make_annex("I", rows), celex="02014R0269")])
    assert "Zorvan JSC" in by_name(parsed)
