"""The Canadian list: both dialects of its tags, what a party is, names packed together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.sources.ca_sema.parse import parse
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import InputFile, ParsedList


def make_file(*records: dict[str, str]) -> InputFile:
    inner = "".join(
        "<record>" + "".join(f"<{t}>{escape(v)}</{t}>" for t, v in r.items()) + "</record>"
        for r in records
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<data-set>{inner}</data-set>'
    return InputFile("sema-lmes.xml", xml.encode())


def read(**fields: str) -> Party:
    (party,) = parse([make_file({"Country": "Russia / Russie", **fields})]).parties
    return party


def names(party: Party) -> list[tuple[str, NameKind]]:
    return [(name.text, name.kind) for name in party.names]


PERSON = {"LastName": "ZORVAN", "GivenName": "Zeta\u00a0"}


def test_a_person_is_read_with_the_regulations_it_is_listed_under() -> None:
    """The field Country names them; it is no nationality."""
    party = read(
        **PERSON,
        Schedule="1, Part 1",
        Item="34",
        DateOfListing="2022-02-24",
        DateOfBirthOrShipBuildDate="1964-10-30",
        TitleOrShip="Dr.",
    )
    assert (party.name, party.kind, party.countries) == ("Zeta ZORVAN", PartyKind.PERSON, ())
    assert [str(born) for born in party.born] == ["1964-10-30"]
    assert [(f.topic, f.text) for f in party.facts] == [(Topic.TITLE, "Dr.")]
    (listing,) = party.listings
    assert (listing.programme, listing.listing_class) == ("Russia", ListingClass.ASSET_FREEZE)
    assert listing.listed_on == date(2022, 2, 24)
    assert listing.acts[0].citation == "Schedule 1, Part 1, item 34"
    assert listing.legal_basis == (
        "Special Economic Measures (Russia) Regulations, SOR/2014-58",
        "Special Economic Measures Act, S.C. 1992, c. 17",
    )


def test_the_bilingual_dialect_of_the_tags_says_the_same() -> None:
    """The part before the first hyphen is the name of a field in both."""
    short = read(**PERSON, Schedule="1", Item="2", DateOfListing="2022-02-24")
    bilingual = {
        "Country-Pays": "Russia / Russie",
        "LastName-NomDeFamille": "ZORVAN",
        "GivenName-Prenom": "Zeta",
        "Schedule-Annexe": "1",
        "Item-NumeroDarticle": "2",
        "DateOfListing-DateDinscription": "2022-02-24",
    }
    assert parse([make_file(bilingual)]).parties == (short,)


def test_a_ship_is_told_by_its_imo_number_and_keeps_its_id_under_a_new_name() -> None:
    """Its date is that of its building, and its title its type."""
    fields = {
        "ShipIMONumber": "9074729",
        "TitleOrShip": "Oil Tanker",
        "DateOfBirthOrShipBuildDate": "1995",
    }
    party = read(EntityOrShip="Zorvan Star", **fields)
    assert (party.kind, party.born) == (PartyKind.VESSEL, ())
    assert [(i.scheme, i.value) for i in party.identifiers] == [(Scheme.IMO, "9074729")]
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.VESSEL_TYPE, "Oil Tanker"),
        (Topic.BUILT, "1995"),
    ]
    assert read(EntityOrShip="Zorvan Moon", **fields).id == party.id


@pytest.mark.parametrize("name", ["Russia / Russie", "Russia", "Russia/Russie "])
def test_a_programme_is_found_whichever_way_its_name_is_written(name: str) -> None:
    """Spaces and the French half come and go between editions."""
    assert read(**{**PERSON, "Country": name}).listings[0].programme == "Russia"


def test_a_regulation_that_changed_its_name_keeps_its_parties_ids() -> None:
    """Burma became Myanmar in the list; nobody was listed or removed by that."""
    before = read(**{**PERSON, "Country": "Burma / Birmanie", "Schedule": "2"})
    after = read(**{**PERSON, "Country": "Myanmar (Burma) / Myanmar (Birmanie)"})
    assert before.id == after.id


def test_a_new_regulation_is_kept_and_said() -> None:
    """A programme nobody has heard of yet still freezes assets."""
    parsed = parse([make_file({**PERSON, "Country": "Zenda / Zende"})])
    assert parsed.parties[0].listings[0].programme == "Zenda"
    assert parsed.warnings == ("the regulations 'Zenda' are new; their citation is not known (1)",)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("2", ListingClass.INVESTMENT),
        ("3", ListingClass.INVESTMENT),
        ("1.1", ListingClass.ASSET_FREEZE),
    ],
)
def test_financing_schedules_are_no_asset_freeze(schedule: str, expected: ListingClass) -> None:
    """Schedules 2 and 3 of the Russia Regulations restrict new debt and equity."""
    assert read(EntityOrShip="Zorvan Bank", Schedule=schedule).listing_class is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1955", ["1955"]),
        ("31801", ["1987-01-24"]),
        ("1971-02-03 OR 1971-02-13", ["1971-02-03", "1971-02-13"]),
        ("15-03-1960", ["1960-03-15"]),
        ("born in the early 1970s", ["circa 1970-01-01 to 1974-12-31"]),
        ("1975-19-25", []),
        ("10/30/1964", ["1964-10-30"]),
        ("30/10/1964", ["1964-10-30"]),
        ("1963-1964", ["1963-01-01 to 1964-12-31"]),
        ("Oct-64", ["1964-10"]),
        ("05-Mar-72", ["1972-03-05"]),
        ("Oct-04", []),
    ],
)
def test_every_way_the_list_writes_a_birth_is_read(text: str, expected: list[str]) -> None:
    """Or, where it cannot be a day, kept as a remark and said."""
    parsed = parse([make_file({**PERSON, "Country": "Iran", "DateOfBirth": text})])
    (party,) = parsed.parties
    assert [str(born) for born in party.born] == expected
    assert bool(parsed.warnings) is not bool(expected)
    assert [f.text for f in party.facts] == ([] if expected else [f"Date of birth: {text}"])


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        ("Зета Зорван", [("Зета Зорван", NameKind.ORIGINAL_SCRIPT)]),
        ("ZORWAN", [("ZORWAN", NameKind.WEAK_ALIAS)]),
        (
            "Zeta Zorwan, Russian: Зета Зорван; Belarussian: Зэта Зорван",
            [
                ("Zeta Zorwan", NameKind.ALIAS),
                ("Зета Зорван", NameKind.ORIGINAL_SCRIPT),
                ("Зэта Зорван", NameKind.ORIGINAL_SCRIPT),
            ],
        ),
        (
            "Zeta QUORN / Зета КВОРН",
            [("Zeta QUORN", NameKind.ALIAS), ("Зета КВОРН", NameKind.ORIGINAL_SCRIPT)],
        ),
    ],
)
def test_aliases_of_a_person_are_taken_apart(
    aliases: str, expected: list[tuple[str, NameKind]]
) -> None:
    """By comma, semicolon, slash and label; one word alone is a weak alias."""
    assert names(read(**PERSON, Aliases=aliases))[1:] == expected


def test_a_label_gives_the_language_of_the_names_after_it() -> None:
    """The list states it, so it is kept."""
    party = read(**PERSON, Aliases="Russian: Зета Зорван, Зоя Зорван")
    assert [n.language for n in party.names] == ["", "ru", "ru"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"EntityOrShip": "Zorvan Navy/Marine de Zorvan"},
            [("Zorvan Navy", NameKind.PRIMARY), ("Marine de Zorvan", NameKind.ALIAS)],
        ),
        ({"EntityOrShip": "24x7 Zorvan"}, [("24x7 Zorvan", NameKind.PRIMARY)]),
        (
            {"EntityOrShip": "Zorvan Works JSC (also known as Quill Works)"},
            [("Zorvan Works JSC", NameKind.PRIMARY), ("Quill Works", NameKind.ALIAS)],
        ),
        (
            {"EntityOrShip": "Zorvan Works", "Aliases": "Quill Works, LLC; Works of science, arts"},
            [
                ("Zorvan Works", NameKind.PRIMARY),
                ("Quill Works, LLC", NameKind.ALIAS),
                ("Works of science, arts", NameKind.ALIAS),
            ],
        ),
        (
            {"EntityOrShip": "Zorvan Works (ZW"},
            [("Zorvan Works (ZW", NameKind.PRIMARY)],
        ),
    ],
)
def test_names_of_bodies_are_taken_apart(
    fields: dict[str, str], expected: list[tuple[str, NameKind]]
) -> None:
    """Both official languages, a bracket with other names; a comma may belong to the name."""
    assert names(read(**fields)) == expected


def test_a_new_element_is_kept_and_a_special_one_is_not() -> None:
    """Nothing of the second reaches the party, not even as a raw text."""
    parsed = parse([make_file({**PERSON, "Country": "Iran", "Colour": "red", "Religion": "Quux"})])
    (party,) = parsed.parties
    assert [f.text for f in party.facts] == ["Colour: red"]
    assert "Quux" not in repr(parsed)
    assert len(parsed.warnings) == 2


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<data-set><record><Country>Iran</Country>", "ends early"),
        (b"<html-set></html-set>", "root element"),
        (b"<data-set></data-set>", "no record with a name"),
        (b"<data-set><record><Country>Iran</Country></record></data-set>", "no record with a name"),
    ],
)
def test_what_cannot_be_the_list_is_refused(data: bytes, problem: str) -> None:
    """With the file and what to do next."""
    with pytest.raises(SourceRefused, match=problem) as caught:
        parse([InputFile("sema-lmes.xml", data)])
    assert (caught.value.where, bool(caught.value.remedy)) == ("sema-lmes.xml", True)


@given(
    st.lists(
        st.fixed_dictionaries(
            {"Country": st.text(), "LastName": st.text(), "Aliases": st.text()},
            optional={"DateOfBirth": st.text(), "ShipIMONumber": st.text(), "Entity": st.text()},
        ),
        max_size=5,
    )
)
def test_every_well_formed_file_is_read_or_refused(records: list[dict[str, str]]) -> None:
    """As many parties as records with a name, whatever stands in the fields."""
    plain = [{t: _xml_text(v) for t, v in r.items()} for r in records]
    try:
        parsed = parse([make_file(*plain)])
    except SourceRefused:
        return
    unnamed = parsed.tallies["records without a name"]
    assert len(parsed.parties) == parsed.tallies["records"] - unnamed == len(plain) - unnamed
    assert len({p.id for p in parsed.parties}) == len(parsed.parties)


def _xml_text(text: str) -> str:
    kept = (c for c in text if c in "\t\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd")
    return "".join(kept)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("day", "records", "ships", "warnings"),
    [("2022-05-11", 2606, 0, 0), ("2025-03-20", 4759, 109, 0)],
)
def test_the_real_files_are_read_whole(
    shared: Path, day: str, records: int, ships: int, warnings: int
) -> None:
    """As many records as the manifest counts, each a party."""
    parsed = load(shared, day)
    assert parsed.counted == parsed.tallies["records"] == len(parsed.parties) == records
    assert sum(p.kind is PartyKind.VESSEL for p in parsed.parties) == ships
    assert len({p.id for p in parsed.parties}) == records
    assert len(parsed.warnings) == warnings
    assert all(x.legal_basis for p in parsed.parties for x in p.listings)


@pytest.mark.shared
def test_ids_outlive_three_years_of_amendments(shared: Path) -> None:
    """Schedules were renumbered and a programme renamed; most parties of 2022 keep their ids."""
    before, after = (
        {p.id for p in load(shared, day).parties} for day in ("2022-05-11", "2025-03-20")
    )
    assert len(before & after) > 0.85 * len(before)


def load(shared: Path, day: str) -> ParsedList:
    return parse(open_inputs([shared / "lists" / "ca_gac" / f"sema-{day}"]))
