"""The Ukrainian register: decrees, measures, how long they last, numbers in words."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.relation import RelationKind
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import InputFile
from ostraka.sources.ua_nsdc.parse import parse
from sources.workbook_samples import make_workbook

SHARED = (
    *("row", "№ указу", "Дата указу", "Дія щодо об'єкту санкцій", "Зміни", "п/н"),
    *("Тип обмеження", "Термін обмеження", "Дата закінчення обмеження"),
    *("Назва укр.", "Назва ориг.", "Назва альт."),
)
PERSONS = (
    *SHARED,
    *("Дата народження", "Громадянство", "Місце народження", "Зайнятість"),
    *("Місце проживання", "Додатково", "Відповідальний орган"),
)
COMPANIES = (
    *SHARED,
    *("ОКПО/ЄДРПОУ", "ІПН", "Місце діяльності", "Місце діяльності додатково"),
    *("Додатково", "Відповідальний орган"),
)
FREEZE = "блокування активів – тимчасове обмеження права особи користуватися майном"
VISA = "відмова в наданні та скасування віз резидентам іноземних держав"
BASE = {
    "row": "0",
    "№ указу": "9-2018",
    "Дата указу": "2018-06-21",
    "Дія щодо об'єкту санкцій": "застосування",
    "п/н": "14",
    "Тип обмеження": FREEZE,
    "Назва укр.": "Зорван Зета Зетович",
}


def make_register(
    *persons: dict[str, str],
    companies: list[dict[str, str]] | None = None,
    more: tuple[str, ...] = (),
) -> InputFile:
    headings = (*PERSONS, *more)
    return make_workbook(
        {
            "Фізичні особи": [
                headings,
                *([{**BASE, **p}.get(h, "") for h in headings] for p in persons),
            ],
            "Юридичні особи": [
                COMPANIES,
                *([{**BASE, **c}.get(h, "") for h in COMPANIES] for c in companies or []),
            ],
        }
    )


def read(row: dict[str, str]) -> Party:
    (party,) = parse([make_register(row)]).parties
    return party


def read_company(row: dict[str, str]) -> Party:
    (party,) = parse([make_register(companies=[row])]).parties
    return party


def test_a_person_is_read_under_its_decree() -> None:
    """Number, annex and item are the id; the day of the decree is that of the listing."""
    party = read(
        {
            "Назва ориг.": "Зорван Зета Зетовна",
            "Назва альт.": "ZORVAN ZETA",
            "Дата народження": "1963-05-07",
            "Громадянство": "RU",
            "Місце народження": "м. Зенда",
            "Дата закінчення обмеження": "2021-06-21",
        }
    )
    assert (party.id, party.kind) == ("ua_nsdc:9-2018-p-14", PartyKind.PERSON)
    assert [(n.text, n.kind, n.language) for n in party.names] == [
        ("Зорван Зета Зетович", NameKind.PRIMARY, "uk"),
        ("Зорван Зета Зетовна", NameKind.ORIGINAL_SCRIPT, ""),
        ("ZORVAN ZETA", NameKind.ALIAS, ""),
    ]
    assert [str(b) for b in party.born] == ["1963-05-07"]
    (listing,) = party.listings
    assert (listing.programme, listing.listed_on) == ("9/2018", date(2018, 6, 21))
    assert [d.on for d in listing.dates] == [date(2021, 6, 21)]
    assert listing.legal_basis[0] == "Decree of the President of Ukraine No. 9/2018"


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (f"1) {VISA} 2)    {FREEZE};", ListingClass.ASSET_FREEZE),
        (VISA, ListingClass.VISA),
        ("1) обмеження торговельних операцій;\n 2)\tзапобігання", ListingClass.STATUS),
        ("повна заборона вчинення правочинів щодо цінних паперів", ListingClass.INVESTMENT),
        ("", ListingClass.STATUS),
    ],
)
def test_the_class_is_that_of_the_strictest_measure(measures: str, expected: ListingClass) -> None:
    """Each row names its own measures; a decree does not decide."""
    assert read({"Тип обмеження": measures}).listing_class is expected


def test_measures_are_kept_one_by_one() -> None:
    """In the words of the decree."""
    (listing,) = read({"Тип обмеження": f"1) {VISA} 2)    {FREEZE};"}).listings
    assert listing.acts[0].measures == (VISA, FREEZE)


def test_a_removal_in_the_last_column_ends_the_listing() -> None:
    """The month is a Ukrainian word."""
    text = 'Виключено згідно рішення Ради від 14 травня 2020 року "Про зміни"'
    assert read({"Додатково": text}).listings[0].ended_on == date(2020, 5, 14)
    text = "Змінено Указом Президента України від 19 березня 2019 року № 82/2019"
    (listing,) = read({"Додатково": text}).listings
    assert (listing.ended_on, len(listing.acts)) == (None, 2)


def test_numbers_are_taken_from_behind_their_words() -> None:
    """Several passports stand behind one word; twelve figures are a Russian number."""
    text = (
        "може використовувати паспорти № 511650809, 3205945650; ІНН 123456789012; ІПН 2972713641,"
    )
    assert [(i.scheme, i.value) for i in read({"Додатково": text}).identifiers] == [
        (Scheme.INN, "123456789012"),
        (Scheme.TAX_ID, "2972713641"),
        (Scheme.PASSPORT, "511650809"),
        (Scheme.PASSPORT, "3205945650"),
    ]


def test_a_company_has_its_numbers_its_registration_and_its_owner() -> None:
    """An OGRN is one by its length, whatever label stands before it."""
    party = read_company(
        {
            "Назва укр.": 'ТОВ "Зорван, Зенда"',
            "ОКПО/ЄДРПОУ": "ЄДРПОУ1037739314084",
            "ІПН": "ІПН7729507377",
            "Додатково": "дата реєстрації — 26.08.1992; "
            "кінцевий бенефіціарний власник – Зорван З. З.",
        }
    )
    assert (party.id, party.name) == ("ua_nsdc:9-2018-e-14", 'ТОВ "Зорван, Зенда"')
    assert [(i.scheme, i.value) for i in party.identifiers] == [
        (Scheme.OGRN, "1037739314084"),
        (Scheme.INN, "7729507377"),
    ]
    assert [str(d) for d in party.established] == ["1992-08-26"]
    assert [r.kind for r in party.relations] == [RelationKind.OWNED_OR_CONTROLLED_BY]


def test_a_ukrainian_company_has_a_ukrainian_number() -> None:
    """Eight figures of the register of enterprises."""
    party = read_company({"ОКПО/ЄДРПОУ": "ЄДРПОУ31714723", "ІПН": "ІПН317147226550"})
    assert [i.scheme for i in party.identifiers] == [Scheme.REGISTRATION, Scheme.TAX_ID]


def test_what_no_reader_keeps_is_left_out() -> None:
    """A new column is kept, a column of religion and a sentence on nationality of birth are not."""
    row = {"Колір": "red", "Релігія": "Квукс", "Додатково": "за національністю квукс. Лікар."}
    parsed = parse([make_register(row, more=("Колір", "Релігія"))])
    (party,) = parsed.parties
    assert [f.text for f in party.facts] == ["Лікар.", "Колір: red"]
    assert "квукс" not in repr(parsed).casefold()
    assert len(parsed.warnings) == 2


def test_a_row_without_a_name_and_a_row_written_twice_are_said() -> None:
    """Nothing is lost without a word."""
    parsed = parse([make_register({}, {}, {"Назва укр.": ""})])
    assert [p.id for p in parsed.parties] == ["ua_nsdc:9-2018-p-14", "ua_nsdc:9-2018-p-14-2"]
    assert parsed.tallies["records without a name"] == 1
    assert len(parsed.warnings) == 1


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (make_workbook({"Sheet1": [["Name"], ["Zor"]]}), "no sheet has the columns"),
        (make_workbook({"Sheet1": [PERSONS]}), "no row of the workbook has a name"),
        (InputFile("x.xlsx", b"PK\x03\x04cut"), "cut short or damaged"),
    ],
)
def test_another_workbook_is_refused(file: InputFile, problem: str) -> None:
    """With what to do next."""
    with pytest.raises(SourceRefused, match=problem) as caught:
        parse([file])
    assert caught.value.remedy


@given(
    st.dictionaries(
        st.sampled_from(PERSONS), st.text(st.characters(codec="utf-8", min_codepoint=32))
    )
)
def test_any_cells_make_at_most_one_party(row: dict[str, str]) -> None:
    """And never a crash."""
    try:
        parsed = parse([make_register(row)])
    except SourceRefused:
        return
    assert len(parsed.parties) == 1


@pytest.mark.shared
def test_the_real_workbook_is_read_whole(shared: Path) -> None:
    """One company of the 1,762 has no name in any column."""
    parsed = parse(open_inputs([shared / "lists" / "ua_nsdc" / "nsdc-sanctions-2022-04-05"]))
    assert parsed.tallies["records"] == 5677
    kinds = Counter(p.kind for p in parsed.parties)
    assert kinds == {PartyKind.PERSON: 3915, PartyKind.ORGANISATION: 1761}
    assert len({p.id for p in parsed.parties}) == 5676
    assert parsed.warnings == ()
    assert all(x.listed_on for p in parsed.parties for x in p.listings)
