"""The UK Sanctions List: both shapes, and every trap of its format, in small."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ActKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole
from ostraka.model.relation import RelationKind
from ostraka.sources.gb_uksl.parse import parse
from sources.list_samples import make_table
from sources.uk_samples import (
    UKSL_COLUMNS,
    make_designation,
    make_name,
    make_uksl_csv,
    make_uksl_xml,
)


def read_xml(inner: str = "", names: str = "", **head: str) -> Party:
    (party,) = parse([make_uksl_xml(make_designation(inner, names, **head))]).parties
    return party


def names(party: Party) -> list[tuple[str, NameKind]]:
    return [(name.text, name.kind) for name in party.names]


def test_the_xml_gives_a_person_its_regime_and_its_acts() -> None:
    """The regime is known by the title of its regulations; an update is an act of its own."""
    party = read_xml()
    assert (party.id, party.kind) == ("gb_uksl:GHR9001", PartyKind.PERSON)
    assert names(party) == [("Zorvan QUILL", NameKind.PRIMARY)]
    assert (party.names[0].given, party.names[0].family) == ("Zorvan", "QUILL")
    (listing,) = party.listings
    assert (listing.list, listing.programme) == ("gb_uksl", "GHR")
    assert listing.legal_basis == (
        "The Global Human Rights Sanctions Regulations 2020",
        "SI 2020/680",
    )
    assert [(act.kind, act.on) for act in listing.acts] == [
        (ActKind.DESIGNATE, date(2021, 3, 22)),
        (ActKind.AMEND, date(2026, 1, 5)),
    ]
    assert listing.origin.raw == "The Global Human Rights Sanctions Regulations 2020"


def test_both_shapes_give_the_same_party() -> None:
    """Whichever file is imported, the party is the same but for where it was read."""
    inner = (
        "<Addresses><Address><AddressLine1>1 Quay</AddressLine1><AddressCountry>Ruritania"
        "</AddressCountry></Address></Addresses><IndividualDetails><Individual><DOBs>"
        "<DOB>dd/mm/1975</DOB></DOBs><Genders><Gender>Male</Gender></Genders><Nationalities>"
        "<Nationality>Ruritania</Nationality></Nationalities></Individual></IndividualDetails>"
        "<SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>true</TravelBan>"
        "<ArmsEmbargo>false</ArmsEmbargo></SanctionsImposedIndicators>"
    )
    from_xml = read_xml(inner, LastUpdated="22/03/2021", RegimeName="Global Human Rights")
    row = {
        "Address Line 1": "1 Quay",
        "Address Country": "Ruritania",
        "D.O.B": "dd/mm/1975",
        "Gender": "Male",
        "Nationality(/ies)": "Ruritania",
    }
    (from_csv,) = parse([make_uksl_csv(row)]).parties
    assert from_xml == from_csv
    assert str(from_csv.born[0]) == "1975"
    assert from_csv.genders[0].gender is Gender.MALE
    assert from_csv.listings[0].acts[0].measures == ("asset freeze", "travel ban")


def test_rows_of_one_id_are_one_party() -> None:
    """The file has a row for every name, address and date; values are joined, never doubled."""
    parsed = parse(
        [
            make_uksl_csv(
                {"D.O.B": "01/02/1960"},
                {"D.O.B": "00/00/1961"},
                {"Name 6": "QUILLE", "Name type": "Alias", "D.O.B": "01/02/1960"},
                {"Unique ID": "GHR9002", "Name 6": "OTHER"},
            )
        ]
    )
    first, second = parsed.parties
    assert names(first) == [
        ("Zorvan QUILL", NameKind.PRIMARY),
        ("Zorvan QUILLE", NameKind.ALIAS),
    ]
    assert [str(b) for b in first.born] == ["1960-02-01", "1961"]
    assert second.id == "gb_uksl:GHR9002"
    assert parsed.tallies == {"records": 4, "designations": 2}
    assert parsed.published == date(2026, 6, 10)


def test_types_and_strengths_of_names() -> None:
    """Low quality is weak; a variation of the primary name is an alias; a blank type is primary."""
    party = read_xml(
        names=make_name("QUILL")
        + make_name("QUILLE", kind="Primary name variation")
        + make_name("THE QUILL", kind="alias", strength="Low quality a.k.a")
        + make_name("QUYLL", kind="Alias", strength="Good quality a.k.a"),
        inner="<NonLatinNames><NonLatinName><NameNonLatinScript>Квил</NameNonLatinScript>"
        "<NonLatinScriptType>Cyrillic</NonLatinScriptType>"
        "<NonLatinScriptLanguage>Russian</NonLatinScriptLanguage></NonLatinName></NonLatinNames>",
    )
    assert sorted(names(party)) == sorted(
        [
            ("QUILL", NameKind.PRIMARY),
            ("QUILLE", NameKind.ALIAS),
            ("THE QUILL", NameKind.WEAK_ALIAS),
            ("QUYLL", NameKind.ALIAS),
            ("Квил", NameKind.ORIGINAL_SCRIPT),
        ]
    )
    native = next(n for n in party.names if n.kind is NameKind.ORIGINAL_SCRIPT)
    assert (native.script, native.language) == ("Cyrl", "ru")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Asset freeze|Travel Ban", ListingClass.ASSET_FREEZE),
        ("Travel Ban", ListingClass.VISA),
        ("Director Disqualification Sanction", ListingClass.DEBARMENT),
        ("Prohibition of Port Entry|Deflag", ListingClass.STATUS),
        ("Trust Services Sanctions|Asset Freeze", ListingClass.ASSET_FREEZE),
        ("", ListingClass.ASSET_FREEZE),
        ("Something new", ListingClass.ASSET_FREEZE),
    ],
)
def test_the_class_follows_the_measures_of_the_entry(stated: str, expected: ListingClass) -> None:
    """An unknown measure never weakens a listing."""
    (party,) = parse([make_uksl_csv({"Sanctions Imposed": stated})]).parties
    assert party.listing_class is expected


def test_a_ship_has_number_flags_owner_and_particulars() -> None:
    """Owners are names without a percentage, and found among the parties where they are listed."""
    ship = make_designation(
        "<ShipDetails><Ship><IMONumbers><IMONumber>9074729</IMONumber></IMONumbers>"
        "<CurrentOwnerOperators><CurrentOwnerOperator>Zorvan Lines</CurrentOwnerOperator>"
        "</CurrentOwnerOperators><PreviousOwnerOperators><PreviousOwnerOperator>Old Lines"
        "</PreviousOwnerOperator></PreviousOwnerOperators><CurrentBelievedFlagOfShips>"
        "<CurrentBelievedFlagOfShip>Ruritania</CurrentBelievedFlagOfShip>"
        "</CurrentBelievedFlagOfShips><PreviousFlags><PreviousFlag>Zenda</PreviousFlag>"
        "</PreviousFlags><TypeOfShipDetails><TypeOfShip>Tanker</TypeOfShip></TypeOfShipDetails>"
        "<YearsBuilt><YearBuilt>1999</YearBuilt></YearsBuilt></Ship></ShipDetails>",
        make_name("ZORVAN STAR"),
        UniqueID="RUS9001",
        IndividualEntityShip="Ship",
    )
    owner = make_designation(
        "", make_name("Zorvan Lines"), UniqueID="RUS9002", IndividualEntityShip="Entity"
    )
    party, _ = parse([make_uksl_xml(ship, owner)]).parties
    assert party.kind is PartyKind.VESSEL
    assert [(i.scheme, i.value) for i in party.identifiers] == [(Scheme.IMO, "9074729")]
    assert [(c.role, c.country) for c in party.countries] == [
        (CountryRole.FLAG, "Ruritania"),
        (CountryRole.FORMER_FLAG, "Zenda"),
    ]
    assert [(r.kind, r.other, r.former, r.percent_min) for r in party.relations] == [
        (RelationKind.OWNED_OR_CONTROLLED_BY, "gb_uksl:RUS9002", False, None),
        (RelationKind.OWNED_OR_CONTROLLED_BY, None, True, None),
    ]
    topics = {f.topic: f.text for f in party.facts}
    assert topics[Topic.VESSEL_TYPE] == "Tanker"
    assert topics[Topic.BUILT] == "1999"


def test_passports_carry_their_country() -> None:
    """The child of PassportDetails has two names in the wild."""
    for child in ("Passport", "PassportDetail"):
        party = read_xml(
            f"<IndividualDetails><Individual><PassportDetails><{child}><PassportNumber>Z123456"
            "</PassportNumber><PassportAdditionalInformation>Ruritania number, issued on "
            "12 Aug. 1991</PassportAdditionalInformation>"
            f"</{child}></PassportDetails></Individual></IndividualDetails>"
        )
        (passport,) = party.identifiers
        assert (passport.scheme, passport.value) == (Scheme.PASSPORT, "Z123456")
        assert (passport.country, str(passport.issued)) == ("Ruritania", "1991-08-12")


def test_reasons_are_unescaped_once_and_hold_no_special_category() -> None:
    """A sentence on ethnicity, religion or health is left out of what is kept of a person."""
    party = read_xml(
        UKStatementofReasons="Ran Smith &amp;amp; Sons. Belongs to the Foo tribe. A merchant.",
    )
    assert [f.text for f in party.facts if f.topic is Topic.REASON] == [
        "Ran Smith &amp; Sons. A merchant."
    ]


def test_what_is_new_is_kept_and_said() -> None:
    """A new element, a new namespace and a new regime; a field of a special category is not."""
    made = make_designation(
        "<Hobby>Chess</Hobby><Ethnicity>secret</Ethnicity>", RegimeName="Ruritania"
    )
    parsed = parse([make_uksl_xml(made, namespace="https://example.org/new")])
    (party,) = parsed.parties
    assert [f.text for f in party.facts] == ["Hobby: Chess"]
    assert party.listings[0].programme == "Ruritania"
    assert party.listing_class is ListingClass.ASSET_FREEZE
    assert "secret" not in repr(party)
    assert parsed.warnings == (
        "the namespace 'https://example.org/new' is new; it is left aside",
        "Hobby is new; kept as a remark",
        "Ethnicity is left out: no reader keeps such data",
        "regime 'Ruritania' is new; read as an asset freeze (1)",
    )


def test_a_truncated_xml_is_refused() -> None:
    """Half a list would look like thousands of removals."""
    file = make_uksl_xml(make_designation(), make_designation(UniqueID="GHR9002"))
    cut = make_table(file.data[:-40].decode(), "UK-Sanctions-List.xml")
    with pytest.raises(SourceRefused, match="ends early"):
        parse([cut])


@pytest.mark.parametrize("renamed", ["Unique ID", "Name 6", "Regime Name", "Designation Type"])
def test_a_renamed_column_is_refused(renamed: str) -> None:
    """The message names the field that has no column any more."""
    columns = [f"New {c}" if c == renamed else c for c in UKSL_COLUMNS]
    with pytest.raises(SourceRefused, match="has no column for"):
        parse([make_uksl_csv({}, columns=columns)])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<Designations></Designations>", "holds no designation"),
        ("<Other><a/></Other>", "holds no designation"),
        ("a,b\n1,2\n", "no line holds the headings"),
        ("<Designations><Designation><a/></Designation></Designations>", "has no UniqueID"),
    ],
)
def test_another_file_is_refused(text: str, problem: str) -> None:
    """What is wrong and what to do next are said."""
    with pytest.raises(SourceRefused, match=problem) as refused:
        parse([make_table(text, "x")])
    assert refused.value.remedy


def test_a_cut_csv_row_is_refused() -> None:
    """A row with fewer cells than headings is where the download ended."""
    data = make_uksl_csv({}, {"Unique ID": "GHR9002"}).data
    with pytest.raises(SourceRefused, match="columns"):
        parse([make_table(data[: data.rindex(b"Primary")].decode(), "cut.csv")])
