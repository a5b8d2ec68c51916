"""Annexes of the European Union's acts: every trap of their entries, in small."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.name import NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.sources.eu_journal.annexes import find_absent, find_act
from ostraka.sources.eu_journal.numbers import read_document, read_number
from ostraka.sources.eu_journal.parse import parse
from ostraka.sources.reading import ParsedList
from sources.eu_samples import make_journal
from sources.list_samples import make_table

ORIGIN = Origin("eu_journal", "x")


def read(**row: str) -> Party:
    (party,) = parse([make_journal(row)]).parties
    return party


def warnings(parsed: ParsedList) -> list[str]:
    """The warnings besides those on what is not held."""
    return [w for w in parsed.warnings if "not held" not in w]


def test_a_vessel_has_its_annex_article_measure_and_day() -> None:
    """The entry itself states the point it is listed under."""
    party = read(
        annex="XLII",
        schema="Vessel",
        name="Zorvan Star",
        previousName="Old Star; Older Star",
        imoNumber="9074729",
        startDate="25.2.2025",
        reason="Article 3s(2), point (b): transport crude oil",
    )
    assert (party.kind, party.listing_class) == (PartyKind.VESSEL, ListingClass.STATUS)
    (listing,) = party.listings
    assert listing.programme == "833/2014 Annex XLII"
    assert listing.legal_basis == (
        "Reg. (EU) No 833/2014",
        "Art. 3s",
        "Russia (sectoral measures)",
    )
    (act,) = listing.acts
    assert (act.on, act.citation) == (
        date(2025, 2, 25),
        "Annex XLII, Article 3s(2), point (b)",
    )
    assert act.measures == ("ban on access to ports and on services for the vessel",)
    assert [(n.text, n.kind) for n in party.names[1:]] == [
        ("Old Star", NameKind.FORMER),
        ("Older Star", NameKind.FORMER),
    ]
    assert [(i.scheme, i.value) for i in party.identifiers] == [(Scheme.IMO, "9074729")]


@pytest.mark.parametrize(
    ("celex", "annex", "expected"),
    [
        ("32014R0269", "I.PERSONS", ListingClass.ASSET_FREEZE),
        ("32014R0833", "IV", ListingClass.EXPORT),
        ("32014R0833", "III", ListingClass.INVESTMENT),
        ("32014R0833", "XIV", ListingClass.STATUS),
        ("32014R0833", "XIX.A", ListingClass.STATUS),
        ("02014R0833-20251024", "LII.B", ListingClass.INVESTMENT),
        ("32006R0765", "XV", ListingClass.STATUS),
    ],
)
def test_the_class_follows_the_annex(celex: str, annex: str, expected: ListingClass) -> None:
    """Annexes of one act impose different things; a consolidated version is the same act."""
    assert read(celex=celex, annex=annex).listing_class is expected


def test_a_new_annex_is_read_by_its_measure_and_said() -> None:
    """Words for a measure that are new weaken nothing."""
    for measure, expected in (
        ("Export control", ListingClass.EXPORT),
        ("Something new", ListingClass.ASSET_FREEZE),
        ("", ListingClass.ASSET_FREEZE),
    ):
        parsed = parse([make_journal({"annex": "XCIX", "measure": measure})])
        assert parsed.parties[0].listing_class is expected
        assert warnings(parsed) == ["annex XCIX of 833/2014 is new; read by its measure (1)"]


def test_what_is_not_held_is_said() -> None:
    """Acts that are missing, and annexes of the acts that are there."""
    held = {("32014R0833", "IV"), ("32020R1998", "I")}
    acts, annexes = find_absent(held)
    assert acts.startswith("acts not held: 2580/2001, 881/2002")
    assert "833/2014" not in acts
    assert "2020/1998" not in acts
    assert annexes.startswith("annexes of 833/2014 not held: III, V, VI, XII, XIII, XIV")


def test_names_in_other_scripts_in_brackets_are_names() -> None:
    """The bracket belongs to the name before it."""
    party = read(schema="Person", name="Zorvan QUILL (Зорван КВИЛ)", alias="Zor Quill; Zee")
    assert {(n.text, n.kind) for n in party.names} == {
        ("Zorvan QUILL", NameKind.PRIMARY),
        ("Зорван КВИЛ", NameKind.ORIGINAL_SCRIPT),
        ("Zor Quill", NameKind.ALIAS),
        ("Zee", NameKind.ALIAS),
    }


def test_the_id_outlives_a_new_number_in_the_annex() -> None:
    """Entries are numbered anew when one is deleted; a ship keeps its id under another name."""
    assert read(recordId="7").id == read(recordId="6").id
    ship = {"annex": "XLII", "schema": "Vessel", "imoNumber": "9074729"}
    assert read(**ship, name="Zorvan Star").id == read(**ship, name="Zenda Star").id
    assert read(name="Zorvan JSC").id != read(name="Quill JSC").id


def test_namesakes_in_one_annex_are_two_parties() -> None:
    """Told apart by their day of birth; neither takes the other's id."""
    row = {"celex": "32014R0269", "annex": "I.PERSONS", "schema": "Person", "name": "Zor Quill"}
    older = {**row, "birthDate": "1.2.1960", "startDate": "1.3.2014"}
    newer = {**row, "birthDate": "1.2.1980", "startDate": "1.3.2022"}
    first, second = parse([make_journal(older, newer)]).parties
    (alone,) = parse([make_journal(older)]).parties
    assert first.id == alone.id != second.id


def test_births_are_alternatives_and_never_finer_than_stated() -> None:
    """Two days joined by "or" are two days."""
    party = read(schema="Person", name="Zor Quill", birthDate="6.3.1955 or 15.3.1955; circa 1960")
    assert [str(b) for b in party.born] == ["1955-03-06", "1955-03-15", "circa 1960"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"(a) 15.1.1973; (b) 15.1.1974"', ["1973-01-15", "1974-01-15"]),
        ("(i) 11.4.1963, (ii) 11.4.1960", ["1963-04-11", "1960-04-11"]),
        ("(probably) 1944", ["circa 1944"]),
    ],
)
def test_marked_births_are_taken_apart(text: str, expected: list[str]) -> None:
    """By letters, by Roman numerals, and with a doubt in brackets."""
    party = read(schema="Person", name="Zor Quill", birthDate=text)
    assert [str(b) for b in party.born] == expected
    assert party.facts == ()


def test_a_long_list_of_aliases_is_taken_apart_at_its_commas() -> None:
    """A name of a company may hold a comma or two, never five."""
    party = read(alias="Zora, Zorb, Zorc, Zord, Zore; Quill, Sons, Ltd")
    assert [n.text for n in party.names[1:]] == [
        *("Zora", "Zorb", "Zorc", "Zord", "Zore"),
        "Quill, Sons, Ltd",
    ]


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("ZOR Yong Gi, ZOR Yo’ng-kil", ["ZOR Yong Gi", "ZOR Yo’ng-kil"]),
        ("QUILL, Zorvan", ["QUILL, Zorvan"]),
    ],
)
def test_aliases_of_a_person_are_taken_apart_where_each_is_a_name(
    alias: str, expected: list[str]
) -> None:
    """A family name before a comma is no name of its own."""
    party = read(schema="Person", name="Zor Quill", alias=alias)
    assert [n.text for n in party.names[1:]] == expected


def test_the_country_behind_a_number_is_its_country() -> None:
    """Known by the closed set of names of countries; anything else is a label."""
    party = read(taxNumber="36-3804626 (Russia)", registrationNumber="77 (CR No.)")
    assert {(i.value, i.country, i.label) for i in party.identifiers} == {
        ("36-3804626", "Russia", "taxNumber"),
        ("77", "", "CR No."),
    }


def test_numbers_are_read_in_their_schemes() -> None:
    """By the column, by the bracket behind them, or by their check digits."""
    party = read(
        address="1 Quay, Moscow, Russian Federation",
        registrationNumber="1027700132195; 6672315362 (Tax ID/INN); 69392858 (CR No.)",
        taxNumber="7707083893",
        innCode="6441013942 / 644101001",
        ogrnCode="1157746895690",
    )
    assert [(i.scheme, i.value) for i in party.identifiers] == [
        (Scheme.OGRN, "1027700132195"),
        (Scheme.INN, "6672315362"),
        (Scheme.REGISTRATION, "69392858"),
        (Scheme.INN, "7707083893"),
        (Scheme.INN, "6441013942"),
        (Scheme.OGRN, "1157746895690"),
    ]


def test_a_number_is_not_taken_for_a_russian_one_elsewhere() -> None:
    """Ten digits with the right check digit are common."""
    party = read(address="1 Quay, Zenda", taxNumber="7707083893")
    assert [i.scheme for i in party.identifiers] == [Scheme.TAX_ID]


def test_a_passport_has_its_country_and_dates() -> None:
    """They stand in the bracket behind the number."""
    party = read(
        schema="Person",
        name="Zor Quill",
        passportNumber="Z9AL14455 (Ruritania passport, expires on 26.6.2019); issued in 1993",
    )
    (passport,) = party.identifiers
    assert (passport.value, passport.country) == ("Z9AL14455", "Ruritania")
    assert str(passport.expires) == "2019-06-26"


def test_special_categories_and_appearance_are_never_kept() -> None:
    """Transcriptions have columns for them; nothing of these is read."""
    row = {
        "schema": "Person",
        "name": "Zor Quill",
        "ethnicity": "secret-e",
        "appearance": "secret-a",
        "religion": "secret-r",
        "notes": "A miller. Belongs to the secret-t tribe. Tall.",
        "fatherName": "Old Quill (secret-f leader)",
    }
    parsed = parse([make_journal(row)])
    assert "secret" not in repr(parsed)
    assert warnings(parsed) == ["column religion is left out: no reader keeps such data"]
    assert {f.text for f in parsed.parties[0].facts} == {"A miller. Tall.", "Father: Old Quill"}


def test_a_new_column_is_kept_and_said() -> None:
    """As a remark under its heading."""
    parsed = parse([make_journal({"hobby": "Chess"})])
    assert [(f.topic, f.text) for f in parsed.parties[0].facts] == [(Topic.REMARK, "hobby: Chess")]
    assert warnings(parsed) == ["column hobby is new; kept as a remark"]


def test_entries_are_counted_by_annex() -> None:
    """An annex that vanishes from the next edition is noticed by that."""
    parsed = parse([make_journal({}, {"annex": "XLII"}), make_journal({"celex": "32020R1998"})])
    assert parsed.parts == {"833/2014 IV": 1, "833/2014 XLII": 1, "2020/1998 IV": 1}
    assert parsed.tallies["records"] == 3


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("celex,annex\n1,2\n", "no column for the name"),
        ("a;b\n", "no column for the act, the annex, the name"),
        ("celex,annex,name\n", "hold no entry"),
        ("celex,annex,name\n39999R9999,I,Zor\n", "the act '39999R9999', which is not known"),
        ("celex,annex,name\n32014R0833,IV\n", "cut short"),
    ],
)
def test_another_table_is_refused(text: str, problem: str) -> None:
    """What is wrong and what to do next are said."""
    with pytest.raises(SourceRefused, match=problem) as refused:
        parse([make_table(text)])
    assert refused.value.remedy


def test_an_act_is_known_by_any_of_its_numbers() -> None:
    """As adopted, and as consolidated on some day."""
    act = find_act("32014R0833")
    assert act is not None
    assert find_act("02014R0833-20251024") == act
    assert find_act("833/2014") is None


@given(st.sampled_from(list(Scheme)), st.text(max_size=60), st.booleans())
def test_no_number_makes_the_reader_fail(scheme: Scheme, text: str, russian: bool) -> None:
    """Whatever a cell holds, what is read stands in it."""
    for found in read_number(scheme, text, "x", ORIGIN, russian=russian):
        assert any(c.isalnum() for c in found.value)
    read_document(scheme, text, "x", ORIGIN)
