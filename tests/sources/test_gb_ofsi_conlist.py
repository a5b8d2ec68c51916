"""The closed OFSI list: both column sets, and every trap of its format, in small."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ActKind
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.relation import RelationKind
from ostraka.sources.gb_ofsi_conlist.parse import parse
from ostraka.sources.gb_ofsi_conlist.remarks import unpack
from sources.list_samples import make_table
from sources.uk_samples import CONLIST_COLUMNS, make_conlist


def read(*rows: dict[str, str]) -> Party:
    (party,) = parse([make_conlist(*(rows or ({},)))]).parties
    return party


def test_rows_of_one_group_are_one_party() -> None:
    """The id is the Group ID; the file states its own day."""
    parsed = parse([make_conlist({}, {"Name 6": "QUILLE", "Alias Type": "AKA"}, {"Group ID": "2"})])
    first, second = parsed.parties
    assert (first.id, second.id) == ("gb_ofsi_conlist:99001", "gb_ofsi_conlist:2")
    assert first.kind is PartyKind.PERSON
    assert [(n.text, n.kind) for n in first.names] == [
        ("Zorvan QUILL", NameKind.PRIMARY),
        ("Zorvan QUILLE", NameKind.ALIAS),
    ]
    assert (parsed.published, parsed.counted) == (date(2022, 5, 4), 3)
    assert parsed.tallies == {"records": 3, "designations": 2}


def test_the_columns_of_2020_are_read() -> None:
    """They have no scripts, no quality, and one column for number and note of a document."""
    columns = [
        *("Name 6", "Name 1", "Title", "DOB", "Nationality", "Passport Details", "NI Number"),
        *("Country", "Other Information", "Group Type", "Alias Type", "Regime", "Listed On"),
        *("Last Updated", "Group ID"),
    ]
    row = {
        "Alias Type": "Prime Alias",
        "DOB": "00/00/1961",
        "Nationality": "1) Ruritania 2) Zenda",
        "Passport Details": "Passport No: Z592667 (Ruritanian passport issued on 3 May 2007).",
        "Regime": "Ukraine (Sovereignty)",
        "Listed On": "18/03/2014",
    }
    file = make_conlist(row, columns=columns, first=("Last Updated", "27/04/2020"))
    (party,) = parse([file]).parties
    assert [str(b) for b in party.born] == ["1961"]
    assert [c.country for c in party.countries] == ["Ruritania", "Zenda"]
    passport = next(i for i in party.identifiers if i.scheme is Scheme.PASSPORT)
    assert (passport.value, str(passport.issued)) == ("Z592667", "2007-05-03")
    assert (party.listings[0].programme, party.listings[0].legal_basis) == (
        "RUS",
        ("Reg. (EU) No 269/2014",),
    )


def test_an_act_rests_on_the_law_of_its_day() -> None:
    """Regulations of the United Kingdom took over on 2020-12-31; a designation before did not."""
    party = read({"Listed On": "18/03/2014", "Last Updated": "31/12/2020"})
    designated, amended = party.listings[0].acts
    assert (designated.on, designated.instrument) == (date(2014, 3, 18), "Reg. (EU) No 269/2014")
    assert (amended.kind, amended.on) == (ActKind.AMEND, date(2020, 12, 31))
    assert party.listings[0].legal_basis[-1] == "SI 2019/855"


def test_the_day_of_the_other_list_is_cited_and_not_taken_for_the_listing() -> None:
    """OFSI's list and the UK Sanctions List state days of their own."""
    party = read({"Listed On": "12/03/2016", "UK Sanctions List Date Designated": "07/03/2016"})
    assert party.listings[0].listed_on == date(2016, 3, 12)
    citation = party.listings[0].acts[0].citation
    assert citation == "UK Sanctions List: designated 2016-03-07"


def test_labelled_values_of_other_information_are_fields() -> None:
    """What no label explains stays a remark; references of other lists become identifiers."""
    party = read(
        {
            "Other Information": "(UK Sanctions List Ref):RUS9001 (UN Ref):QDi.999 Ran a mill. "
            "(UK Statement of Reasons):Owned a mill. (Gender):Male "
            "(Phone number):+99 12 3. +99 45 6 (Website):www.example.org"
        }
    )
    assert {i.label: i.value for i in party.identifiers} == {
        "UN reference": "QDi.999",
        "UK Sanctions List reference": "RUS9001",
        "OFSI Group ID": "99001",
    }
    assert party.genders[0].gender is Gender.MALE
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.REMARK, "Ran a mill."),
        (Topic.REASON, "Owned a mill."),
        (Topic.PHONE, "+99 12 3"),
        (Topic.PHONE, "+99 45 6"),
        (Topic.WEBSITE, "www.example.org"),
    ]


def test_a_bracket_that_is_no_label_stays_text() -> None:
    """(United States of America): is a country inside a sentence."""
    row = unpack({"other": "Lives in Zenda (United States of America): so it is said."})
    assert row == {"other": "Lives in Zenda (United States of America): so it is said."}


def test_a_company_has_its_numbers_parent_and_subsidiaries() -> None:
    """Numbers of several schemes stand in one text, sometimes without a space between."""
    parent = {"Group ID": "2", "Name 6": "ZORVAN HOLDING", "Name 1": "", "Group Type": "Entity"}
    row = {
        "Name 6": "ZORVAN WORKS",
        "Name 1": "",
        "Group Type": "Entity",
        "Other Information": "(Business Reg No):INN: 7720603527OGRN: 1077764566373 "
        "(Parent company):Zorvan Holding (Subsidiaries):(1) Zorvan Mill (2) Zorvan Mine",
    }
    party, _ = parse([make_conlist(row, parent)]).parties
    numbers = {(i.scheme, i.value) for i in party.identifiers}
    assert numbers >= {(Scheme.INN, "7720603527"), (Scheme.OGRN, "1077764566373")}
    assert [(r.kind, r.other_name, r.other) for r in party.relations] == [
        (RelationKind.OWNED_OR_CONTROLLED_BY, "Zorvan Holding", "gb_ofsi_conlist:2"),
        (RelationKind.CONTROLS, "Zorvan Mill", None),
        (RelationKind.CONTROLS, "Zorvan Mine", None),
    ]


def test_passports_and_notes_are_paired_by_their_numbers() -> None:
    """Both columns count through: (1) … (2) …"""
    party = read(
        {
            "Passport Number": "(1) Z1000001 (2) Z1000002",
            "Passport Details": "(1) Ruritania number, issued on 4 Jun. 1985 (2) -",
        }
    )
    passports = [i for i in party.identifiers if i.scheme is Scheme.PASSPORT]
    assert [(p.value, p.country) for p in passports] == [
        ("Z1000001", "Ruritania"),
        ("Z1000002", ""),
    ]


def test_quality_and_former_names() -> None:
    """Low quality is weak whatever the type."""
    party = read(
        {},
        {"Name 6": "WEAK", "Name 1": "", "Alias Type": "AKA", "Alias Quality": "Low quality"},
        {"Name 6": "OLD", "Name 1": "", "Alias Type": "FKA"},
    )
    assert [(n.text, n.kind) for n in party.names[1:]] == [
        ("WEAK", NameKind.WEAK_ALIAS),
        ("OLD", NameKind.FORMER),
    ]


def test_windows_bytes_and_utf8_are_read_alike() -> None:
    """The encoding changed between files; the names did not."""
    row = {"Name 6": "QUÏLL’S"}
    assert parse([make_conlist(row)]).parties == (
        parse([make_conlist(row, encoding="utf-8-sig")]).parties
    )


def test_a_file_after_the_end_of_the_list_is_warned_about() -> None:
    """The old address may still answer."""
    parsed = parse([make_conlist({}, first=("Last Updated", "01/02/2026"))])
    assert parsed.warnings == (
        "the list was closed on 2026-01-28; a later file is not the Treasury's",
    )


@pytest.mark.parametrize("renamed", ["Group ID", "Name 6", "Regime", "Alias Type", "Listed On"])
def test_a_renamed_column_is_refused(renamed: str) -> None:
    """The message names the field that has no column any more."""
    columns = [f"Other {c}" if c == renamed else c for c in CONLIST_COLUMNS]
    with pytest.raises(SourceRefused, match="has no column for"):
        parse([make_conlist({}, columns=columns)])


def test_a_row_cut_short_is_refused() -> None:
    """The last row of a truncated download has fewer cells than headings."""
    data = make_conlist({}, {"Group ID": "2"}).data
    with pytest.raises(SourceRefused, match="columns"):
        parse([make_table(data[: data.rindex(b"Individual")].decode("cp1252"), "cut.csv")])


@pytest.mark.parametrize("text", ["Name 6,Name 1\nA,B\n", "Last Updated,1/1/2020\n", "x"])
def test_another_table_is_refused(text: str) -> None:
    """What is wrong and what to do next are said."""
    with pytest.raises(SourceRefused) as refused:
        parse([make_table(text, "x.csv")])
    assert refused.value.remedy
