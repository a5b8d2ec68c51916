"""The Australian list: rows put together, days in prose, marks a) b) c) inside cells."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ActKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.sources.au_dfat.groups import group_rows
from ostraka.sources.au_dfat.parse import parse
from ostraka.sources.au_dfat.rows import Row
from ostraka.sources.intake import open_inputs
from ostraka.sources.keys import fold
from ostraka.sources.reading import InputFile, ParsedList
from sources.workbook_samples import make_workbook

HEADINGS = (
    *("Reference", "Name of Individual or Entity", "Type", "Name Type", "Date of Birth"),
    *("Place of Birth", "Citizenship", "Address", "Additional Information"),
    *("Listing Information", "Committees", "Control Date"),
)
BASE = {"Reference": "7", "Type": "Individual", "Name Type": "Primary Name"}
BASE |= {"Committees": "Autonomous (Russia)", "Name of Individual or Entity": "Zeta ZORVAN"}


def make_list(*rows: dict[str, str], more: tuple[str, ...] = ()) -> InputFile:
    headings = (*HEADINGS, *more)
    table = [[{**BASE, **row}.get(h, "") for h in headings] for row in rows]
    return make_workbook({"Sheet1": [headings, *table]})


def read(**row: str) -> Party:
    (party,) = parse([make_list({k.replace("_", " "): v for k, v in row.items()})]).parties
    return party


def test_rows_of_one_reference_are_one_party() -> None:
    """The primary name first, each other name by its type; common cells once."""
    name = "Name of Individual or Entity"
    parsed = parse(
        [
            make_list(
                {"Reference": "7a", name: "Zeta Zorwan", "Name Type": "aka"},
                {"Citizenship": "Ruritania"},
                {"Reference": "7b", name: "Зета Зорван", "Name Type": "Original script "},
                {"Reference": "7c", name: "Zor", "Name Type": "Aka", "Citizenship": "Ruritania"},
                {"Reference": "7b2", name: "Quill (previously listed as)", "Name Type": "aka"},
            )
        ]
    )
    (party,) = parsed.parties
    assert (party.id, party.kind) == ("au_dfat:7", PartyKind.PERSON)
    assert [(n.text, n.kind) for n in party.names] == [
        ("Zeta ZORVAN", NameKind.PRIMARY),
        ("Zeta Zorwan", NameKind.ALIAS),
        ("Зета Зорван", NameKind.ORIGINAL_SCRIPT),
        ("Zor", NameKind.WEAK_ALIAS),
        ("Quill", NameKind.FORMER),
    ]
    assert [c.country for c in party.countries] == ["Ruritania"]
    assert parsed.tallies["records"] == 5


def test_a_reference_used_again_for_another_party_is_split() -> None:
    """Two blocks of rows are one party only with a type and a name in common."""

    def block(reference: str, name: str, kind: str = "Entity") -> Row:
        return Row(1, {"reference": reference, "name": name, "type": kind})

    unknown: Counter[str] = Counter()
    rows = [block("7", "Zorvan"), block("8", "Quill"), block("7a", "Zor"), block("9", "Tan")]
    assert [key for key, _ in group_rows(rows, unknown)] == ["7", "8", "7-2", "9"]
    assert sum(unknown.values()) == 1
    again = [block("7", "Zorvan"), block("8", "Quill"), block("7a", "ZORVAN")]
    assert [key for key, _ in group_rows(again, Counter())] == ["7", "8"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1957-01-02", ["1957-01-02"]),
        ("1/02/1957", ["1957-02-01"]),
        ("a) 30/04/1963 b) 1960", ["1963-04-30", "1960"]),
        ("19/12/1980,19/01/1980", ["1980-12-19", "1980-01-19"]),
        ("1 Mar 1960 >> 2 Apr 1961", ["1960-03-01", "1961-04-02"]),
        ("6/07/1960; alt DOB: 7/07/1960", ["1960-07-06", "1960-07-07"]),
        ("a) 19 Apr. 1982\u00a0 b) 24/06/1402 (Hijri Calendar)", ["1982-04-19"]),
        ("Approximately 1958", ["circa 1958"]),
        ("approximately: between 1959 and 1965", ["circa 1959-01-01 to 1965-12-31"]),
        ("i) 1/02/1960 ii) 3/04/1961", ["1960-02-01", "1961-04-03"]),
        ("10/061962", ["1962-06-10"]),
        ("195,7", ["1957"]),
        ("01/02/1957_x000D_\n03/04/1958", ["1957-02-01", "1958-04-03"]),
        ("na", []),
    ],
)
def test_births_are_read_in_every_writing(cell: str, expected: list[str]) -> None:
    """Days come before months; alternatives are dates of their own."""
    assert [str(born) for born in read(Date_of_Birth=cell).born] == expected


@pytest.mark.parametrize(
    ("text", "control", "committee", "expected"),
    [
        (
            "Listed by UN 1267 Committee on 25 January 2001 (amended 20 Jul 2006, 29 Nov. 2011)",
            "",
            "1988 (Taliban)",
            [("designate", "2001-01-25"), ("amend", "2006-07-20"), ("amend", "2011-11-29")],
        ),
        (
            "Listed on: 2 Mar. 2012 (relisted on 12 Jan. 2024)",
            "2024-01-12",
            "Autonomous (Syria)",
            [("designate", "2012-03-02"), ("amend", "2024-01-12")],
        ),
        (
            "Autonomous Sanctions (Designated Persons and Entities and Declared Persons—Russia and "
            "Ukraine) Amendment (No. 9) Instrument 2022",
            "2022-03-25",
            "Autonomous (Russia)",
            [("designate", "2022-03-25")],
        ),
        ("Listed under Resolution 1483 (2003)", "2003-06-27", "1518 (Iraq)",
         [("designate", None), ("amend", "2003-06-27")]),
        (
            "Instrument of first listing: Charter of the United Nations (Anti terrorism — Persons "
            "and Entities) List 2001 (No. 2). Last listed on: 16/9/2022",
            "2022-09-16",
            "1373 (2001)",
            [("designate", None), ("amend", "2022-09-16")],
        ),
        ("26 Feb. 2021", "2021-03-02", "1533 (Democratic Republic of the Congo)",
         [("designate", "2021-02-26"), ("amend", "2021-03-02")]),
    ],
)  # fmt: skip
def test_acts_are_read_from_the_prose(
    text: str, control: str, committee: str, expected: list[tuple[str, str | None]]
) -> None:
    """A day the list does not state as that of listing is never made one."""
    party = read(Listing_Information=text, Control_Date=control, Committees=committee)
    (listing,) = party.listings
    found = [(a.kind.value, a.on.isoformat() if a.on else None) for a in listing.acts]
    assert found == expected


def test_a_listing_has_its_acts_of_parliament_and_instrument() -> None:
    """And the number under which the instrument is registered."""
    text = (
        "Instrument of first designation and declaration: Autonomous Sanctions (Designated Persons "
        "and Entities and Declared Persons – Syria) List 2012 [F2012L00482]"
    )
    (listing,) = read(Listing_Information=text, Committees="Autonomous (Syria)").listings
    assert listing.legal_basis == (
        "Autonomous Sanctions Regulations 2011",
        "Autonomous Sanctions Act 2011",
    )
    (act,) = listing.acts
    assert (act.kind, act.citation) == (ActKind.DESIGNATE, "F2012L00482")
    assert act.instrument.endswith("Syria) List 2012")


@pytest.mark.parametrize("dash", ["-", "–", " – ", "  - "])
def test_a_programme_is_found_whatever_its_dashes(dash: str) -> None:
    """They differ from row to row."""
    (listing,) = read(Committees=f"Autonomous (Thematic{dash}Cyber)").listings
    assert listing.legal_basis


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"Targeted Financial Sanction": "Yes", "Travel Ban": "Yes"}, ListingClass.ASSET_FREEZE),
        ({"Targeted Financial Sanction": "No", "Travel Ban": "Yes"}, ListingClass.VISA),
        ({"Maritime Restriction": "True"}, ListingClass.STATUS),
        ({"Travel Ban": ""}, ListingClass.ASSET_FREEZE),
    ],
)
def test_the_class_follows_the_columns_of_measures(
    columns: dict[str, str], expected: ListingClass
) -> None:
    """Where the workbook has none, every listing freezes assets."""
    more = ("Targeted Financial Sanction", "Travel Ban", "Maritime Restriction")
    (party,) = parse([make_list(columns, more=more)]).parties
    assert party.listing_class is expected


def test_numbers_stand_behind_a_label_and_remarks_lose_what_no_reader_keeps() -> None:
    """Sentences on tribe, party, complexion and health go; the others stay."""
    text = (
        "Title: a) Mullah b) Haji. Passport no: Ruritania number V06359364, issued on 1 Jan. 2001. "
        "Tax ID No.: 7831000122. Belongs to Quux tribe. Political party: Quux. One leg lost: "
        "missing left leg. Complexion: quux. Lives abroad."
    )
    party = read(Additional_Information=text)
    assert [(i.scheme, i.value) for i in party.identifiers] == [
        (Scheme.LIST_REFERENCE, "7"),
        (Scheme.TAX_ID, "7831000122"),
        (Scheme.PASSPORT, "V06359364"),
    ]
    titles = [f.text for f in party.facts if f.topic is Topic.TITLE]
    assert titles == ["Mullah", "Haji"]
    whole = repr(party)
    assert "Lives abroad" in whole
    assert not any(word in whole for word in ("Quux", "quux", "left leg"))


def test_a_new_column_is_kept_and_a_special_one_is_not() -> None:
    """And both are said."""
    parsed = parse([make_list({"Colour": "red", "Religion": "Quux"}, more=("Colour", "Religion"))])
    assert [f.text for f in parsed.parties[0].facts] == ["Colour: red"]
    assert "Quux" not in repr(parsed)
    assert len(parsed.warnings) == 2


@pytest.mark.parametrize(
    ("sheets", "problem"),
    [
        ({"Sheet1": [["Reference", "Name"], ["1", "Zor"]]}, "no sheet has the columns"),
        ({"Sheet1": [HEADINGS]}, "no row of the workbook"),
    ],
)
def test_another_workbook_is_refused(sheets: dict[str, list[list[str]]], problem: str) -> None:
    """A table of something else must not become an empty list."""
    with pytest.raises(SourceRefused, match=problem) as caught:
        parse([make_workbook(sheets)])
    assert caught.value.remedy


ROWS = st.fixed_dictionaries(
    {
        "reference": st.from_regex(r"[1-4][a-c]?", fullmatch=True),
        "name": st.sampled_from(["Zor", "Quill", "Tan"]),
        "type": st.sampled_from(["", "Entity", "Individual"]),
    }
)


@given(st.lists(ROWS))
def test_no_row_is_lost_or_counted_twice(cells: list[dict[str, str]]) -> None:
    """Whatever the order of the references."""
    rows = [Row(number, row) for number, row in enumerate(cells)]
    groups = group_rows(rows, Counter())
    assert sorted(row.number for _, own in groups for row in own) == list(range(len(rows)))
    assert len({key for key, _ in groups}) == len(groups)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("day", "rows", "parties"), [("2022-05-05", 7945, 2667), ("2024-11-11", 9553, 3063)]
)
def test_the_real_workbooks_are_read_whole(shared: Path, day: str, rows: int, parties: int) -> None:
    """The manifest counts 9,560 rows in the second: its sheet is declared seven rows longer."""
    parsed = load(shared, day)
    assert parsed.tallies["records"] == rows
    assert len(parsed.parties) == len({p.id for p in parsed.parties}) == parties
    assert all(x.legal_basis for p in parsed.parties for x in p.listings)
    assert len(parsed.warnings) == 2
    assert sum(x.listed_on is not None for p in parsed.parties for x in p.listings) > 0.85 * parties


@pytest.mark.shared
def test_references_keep_their_parties_over_two_years(shared: Path) -> None:
    """Of the references in both workbooks nearly all have the same primary name."""
    before, after = (
        {p.id: p.name for p in load(shared, d).parties} for d in ("2022-05-05", "2024-11-11")
    )
    both = before.keys() & after.keys()
    assert sum(fold(before[key]) == fold(after[key]) for key in both) > 0.93 * len(both)


def load(shared: Path, day: str) -> ParsedList:
    return parse(open_inputs([shared / "lists" / "au_dfat" / f"regulation8-{day}"]))


def test_a_birth_that_is_no_date_stays_as_a_remark() -> None:
    """Whoever compares by eye must not lose what no reader understands."""
    parsed = parse([make_list({"Date of Birth": "in the year of the flood"})])
    (party,) = parsed.parties
    assert party.born == ()
    assert (Topic.REMARK, "Date of birth: in the year of the flood") in {
        (f.topic, f.text) for f in party.facts
    }
    assert any("kept as a remark" in warning for warning in parsed.warnings)


def test_a_type_may_be_missing_or_contradict_itself() -> None:
    """The more frequent word counts; without one the party is of no kind and is kept."""
    name = "Name of Individual or Entity"
    odd = {"Reference": "7a", "Type": "Entity", name: "Zeta Zor", "Name Type": "aka"}
    parsed = parse([make_list({}, {**odd, "Type": "Individual"}, {**odd, "Reference": "7b"})])
    assert parsed.parties[0].kind is PartyKind.PERSON
    assert any("different types" in warning for warning in parsed.warnings)
    assert read(Type="").kind is None
