"""A list of the user's own: forgiving of rows, plain about what it could not use."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.sources.custom.parse import parse
from ostraka.sources.reading import InputFile
from sources.list_samples import make_table

FULL = (
    "Ref,Full name,Type,Aliases,Date of birth,Nationality,Passport,Address,Program,Reason,"
    "Listed on,Class,Colour\n"
    "Q7,Zeta Qorvex,Individual,Z. Qorvex; Зета,4.5.1960; 1961,Ruritania;ZZ,P1;P2,1 Quay,"
    "FRAUD;ARMS,Unpaid bills,2020-02-03,asset freeze,red\n"
)


def test_usual_headings_are_understood() -> None:
    """In any case, with spaces; several values stand apart by a semicolon."""
    parsed = parse([make_table(FULL)])
    (party,) = parsed.parties
    assert (party.id, party.kind) == ("custom:Q7", PartyKind.PERSON)
    assert [(n.text, n.kind) for n in party.names] == [
        ("Zeta Qorvex", NameKind.PRIMARY),
        ("Z. Qorvex", NameKind.ALIAS),
        ("Зета", NameKind.ORIGINAL_SCRIPT),
    ]
    assert [str(born) for born in party.born] == ["1960-05-04", "1961"]
    assert [(c.country, c.role) for c in party.countries] == [
        ("Ruritania", CountryRole.NATIONALITY),
        ("ZZ", CountryRole.NATIONALITY),
    ]
    assert [(i.scheme, i.value) for i in party.identifiers] == [
        (Scheme.PASSPORT, "P1"),
        (Scheme.PASSPORT, "P2"),
    ]
    assert [(x.programme, x.listed_on, x.listing_class) for x in party.listings] == [
        ("FRAUD", date(2020, 2, 3), ListingClass.ASSET_FREEZE),
        ("ARMS", date(2020, 2, 3), ListingClass.ASSET_FREEZE),
    ]
    assert [fact.text for fact in party.facts] == ["Unpaid bills", "Colour: red"]
    assert parsed.warnings == ("column 'Colour' has no known meaning; it is kept as a remark",)


def test_a_name_alone_is_enough() -> None:
    """The id is then derived from it, and the class is a mere status."""
    first, again = (parse([make_table(f"name\n{n}\n")]).parties[0] for n in ("Zor Van", "zor  van"))
    assert first.id == again.id
    assert len(first.id) == len("custom:") + 16
    assert first.listing_class is ListingClass.STATUS
    assert first.kind is None


def test_a_bad_row_is_named_and_the_others_kept() -> None:
    """By its number below the headings, without repeating what stands in it."""
    text = (
        "id,name,kind,born,class\n"
        "1,Zor Van,person,1960,\n"
        "2,,person,1960,\n"
        "1,Zor Wan,,,\n"
        "4,Zor Quill,spaceship,32.13.1960,mild\n"
        '5,"Zor"x,person,1960,\n'
        "6,Zor Tan,ship,,export\n"
    )
    parsed = parse([make_table(text)])
    assert [party.name for party in parsed.parties] == ["Zor Van", "Zor Quill", "Zor Tan"]
    assert sorted(parsed.warnings) == sorted(
        (
            "line 6 is not valid CSV (',' expected after '\"'); it is left out",
            "row 2 has no name; it is left out",
            "row 3 has the id of row 1; it is left out",
            "row 4: its kind is not understood; it is screened as any kind",
            "row 4: its born is not a date; the row is kept without it",
            "row 4: its class is not understood; it is read as status",
        )
    )
    assert parsed.tallies == {"records": 5, "rows left out": 2}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separator_is_found(delimiter: str) -> None:
    """Excel writes a semicolon in half of Europe."""
    text = delimiter.join(["name", "country"]) + "\n" + delimiter.join(["Zor Van", "ZZ"]) + "\n"
    (party,) = parse([make_table(text)]).parties
    assert (party.name, party.countries[0].country) == ("Zor Van", "ZZ")


def make_workbook() -> InputFile:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["ID", "Name", "DOB", "IMO"])
        sheet.write_row(1, 0, [42, "Зета Qorvex"])
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime(1, 2, datetime(1960, 5, 4), day)  # noqa: DTZ001 - Excel has no zones
        sheet.write_row(3, 0, ["", "Zor Van", "", "IMO 9074729"])
    return InputFile("own.xlsx", out.getvalue())


def test_a_workbook_is_a_table_too() -> None:
    """Its dates are dates, its whole numbers have no decimals, and blank rows do not matter."""
    first, second = parse([make_workbook()]).parties
    assert (first.id, str(first.born[0])) == ("custom:42", "1960-05-04")
    assert (second.name, second.identifiers[0].scheme) == ("Zor Van", Scheme.IMO)
    assert second.origin.record == "row 3"


@pytest.mark.parametrize(
    "file",
    [
        make_table("\n"),
        make_table("id,colour\n1,red\n"),
        make_table("name\n"),
        make_table("id,name\n1,\n2,?\n"),
        InputFile("own.xlsx", b"PK\x03\x04nonsense"),
        InputFile("own.csv", b"name\nZ\xfcrich\n"),
    ],
    ids=["empty", "no name", "no row", "no usable row", "broken workbook", "not UTF-8"],
)
def test_a_table_that_gives_nothing_is_refused(file: InputFile) -> None:
    """With what to do about it."""
    with pytest.raises(SourceRefused) as caught:
        parse([file])
    assert caught.value.where == file.name
    assert caught.value.remedy


def test_two_tables_are_refused() -> None:
    """Ids of one may be those of another."""
    with pytest.raises(SourceRefused):
        parse([make_table(FULL), make_table(FULL)])


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8))
def test_any_cells_are_read_or_refused(cells: list[str]) -> None:
    """No table crashes the reader; what it gives has names and distinct ids."""
    quoted = ["".join(c for c in cell if c not in '"\r\n') for cell in cells]
    text = "name,kind,born,class\n" + "".join(f'"{c}","{c}","{c}","{c}"\n' for c in quoted)
    try:
        parties = parse([make_table(text)]).parties
    except SourceRefused:
        return
    assert len({party.id for party in parties}) == len(parties)
