"""The Financial Sanctions Files: both shapes, and every trap of their format, in small."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.dates import Precision
from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ActKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.sources.eu_fsf.details import read_address, read_birth
from ostraka.sources.eu_fsf.node import Node
from ostraka.sources.eu_fsf.parse import parse
from sources.eu_samples import (
    ACT,
    FSF_COLUMNS,
    make_element,
    make_fsf_csv,
    make_fsf_entity,
    make_fsf_name,
    make_fsf_xml,
)
from sources.list_samples import make_table


def read(inner: str = "", *, names: str = "", code: str = "P", **attributes: str) -> Party:
    made = make_fsf_entity(inner, names=names, code=code, act=ACT, **attributes)
    parsed = parse([make_fsf_xml(made)])
    assert parsed.warnings == ()
    return parsed.parties[0]


def names(party: Party) -> list[tuple[str, NameKind]]:
    return [(name.text, name.kind) for name in party.names]


def test_a_person_has_its_programme_and_the_act_it_cites() -> None:
    """The id is the EU reference number."""
    party = read()
    assert (party.id, party.kind) == ("eu_fsf:EU.9001.10", PartyKind.PERSON)
    assert names(party) == [("Zorvan QUILL", NameKind.PRIMARY)]
    assert (party.names[0].given, party.names[0].family) == ("Zorvan", "QUILL")
    (listing,) = party.listings
    assert (listing.programme, listing.listing_class) == ("HR", ListingClass.ASSET_FREEZE)
    assert listing.legal_basis == ("Reg. (EU) 2020/1998", "Decision (CFSP) 2020/1999")
    (act,) = listing.acts
    assert (act.kind, act.on, act.instrument) == (
        ActKind.DESIGNATE,
        date(2021, 3, 22),
        "2021/478 (OJ L99I)",
    )


def test_both_shapes_give_the_same_party() -> None:
    """Whichever file is imported, the party is the same."""
    inner = (
        make_element("citizenship", countryIso2Code="ZZ", countryDescription="RURITANIA")
        + make_element(
            "birthdate",
            calendarType="GREGORIAN",
            circa="false",
            city="Zenda",
            birthdate="1975-04-01",
            dayOfMonth="1",
            monthOfYear="4",
            year="1975",
            countryIso2Code="ZZ",
        )
        + make_element("address", city="Zenda", street="1 Quay", countryIso2Code="ZZ")
        + make_element(
            "identification",
            identificationTypeCode="passport",
            identificationTypeDescription="National passport",
            number="Z123456",
            countryIso2Code="ZZ",
        )
    )
    rows = (
        {
            "NameAlias_LastName": "QUILL",
            "NameAlias_FirstName": "Zorvan",
            "NameAlias_WholeName": "Zorvan QUILL",
        },
        {"Citizenship_CountryIso2Code": "ZZ", "Citizenship_CountryDescription": "RURITANIA"},
        {
            "BirthDate_CalendarType": "GREGORIAN",
            "BirthDate_Circa": "false",
            "BirthDate_City": "Zenda",
            "BirthDate_BirthDate": "1975-04-01",
            "BirthDate_Day": "1",
            "BirthDate_Month": "4",
            "BirthDate_Year": "1975",
            "BirthDate_CountryIso2Code": "ZZ",
        },
        {"Address_City": "Zenda", "Address_Street": "1 Quay", "Address_CountryIso2Code": "ZZ"},
        {
            "Identification_Number": "Z123456",
            "Identification_TypeCode": "passport",
            "Identification_TypeDescription": "National passport",
            "Identification_CountryIso2Code": "ZZ",
        },
    )
    from_csv = parse([make_fsf_csv(*rows)])
    assert (from_csv.parties, from_csv.published) == ((read(inner),), date(2022, 3, 22))
    assert from_csv.tallies == {"records": 1, "rows": 5}


def test_entities_of_one_reference_are_one_party() -> None:
    """The same party under two programmes stands in the file twice."""
    second = make_fsf_entity(logicalId="900002", act={**ACT, "programme": "IRN"})
    parsed = parse([make_fsf_xml(make_fsf_entity(), second)])
    (party,) = parsed.parties
    assert [x.programme for x in party.listings] == ["HR", "IRN"]
    assert (parsed.tallies["records"], parsed.counted) == (2, 2)


def test_a_new_entry_without_reference_has_its_logical_id() -> None:
    """The reference number comes later."""
    parsed = parse([make_fsf_xml(make_fsf_entity(euReferenceNumber=""))])
    assert [party.id for party in parsed.parties] == ["eu_fsf:900001"]
    assert parsed.tallies["records without an EU reference number"] == 1


def test_strength_stands_in_the_mark_or_in_the_remark() -> None:
    """With the misspellings of the list; a good quality said twice stays good."""
    party = read(
        names=make_fsf_name("Zorvan QUILL", firstName="Zorvan", lastName="QUILL")
        + make_fsf_name("Zee", strong="false")
        + make_fsf_name("The Quill", "<remark>Low quality alias</remark>")
        + make_fsf_name("Quillo", "<remark>lo quality alias</remark>")
        + make_fsf_name("Quilla", "<remark>god quality alias</remark>")
        + make_fsf_name("Квил", nameLanguage="RU")
        + make_fsf_name("-")
        + make_fsf_name("Zorvan QUILL")
    )
    assert names(party) == [
        ("Zorvan QUILL", NameKind.PRIMARY),
        ("Zee", NameKind.WEAK_ALIAS),
        ("The Quill", NameKind.WEAK_ALIAS),
        ("Quillo", NameKind.WEAK_ALIAS),
        ("Quilla", NameKind.ALIAS),
        ("Квил", NameKind.ORIGINAL_SCRIPT),
    ]
    assert party.names[-1].language == "ru"


@pytest.mark.parametrize(
    ("attributes", "first", "last", "precision"),
    [
        ({"birthdate": "1975-04-01"}, "1975-04-01", "1975-04-01", Precision.DAY),
        ({"year": "1975"}, "1975-01-01", "1975-12-31", Precision.YEAR),
        ({"year": "1975", "monthOfYear": "4"}, "1975-04-01", "1975-04-30", Precision.MONTH),
        (
            {"year": "1975", "monthOfYear": "2", "dayOfMonth": "9"},
            "1975-02-09",
            "1975-02-09",
            Precision.DAY,
        ),
        (
            {"yearRangeFrom": "1970", "yearRangeTo": "1975"},
            "1970-01-01",
            "1975-12-31",
            Precision.RANGE,
        ),
    ],
)
def test_no_date_of_birth_is_made_finer_than_stated(
    attributes: dict[str, str], first: str, last: str, precision: Precision
) -> None:
    """Month and day stand in monthOfYear and dayOfMonth."""
    for circa in ("true", "false"):
        stated = {**attributes, "circa": circa, "calendarType": "GREGORIAN"}
        (born,) = read(make_element("birthdate", **stated)).born
        assert (born.first.isoformat(), born.last.isoformat()) == (first, last)
        assert (born.precision, born.circa) == (precision, circa == "true")


def test_a_birth_may_be_a_place_only_or_of_another_calendar() -> None:
    """Neither invents a date; the other calendar is kept to be read by people."""
    place = make_element("birthdate", city="Zenda", countryIso2Code="00", circa="false")
    islamic = make_element("birthdate", calendarType="ISLAMIC", year="1402")
    party = read(place + islamic)
    assert party.born == ()
    assert [p.text for p in party.birth_places] == ["Zenda"]
    assert [f.text for f in party.facts] == ["Date of birth (islamic): 1402"]


def test_an_unknown_country_is_none() -> None:
    """00 and UNKNOWN stand where the list knows no country."""
    node = make_element("citizenship", countryIso2Code="00", countryDescription="UNKNOWN")
    assert read(node).countries == ()


def test_a_document_says_what_is_known_of_it() -> None:
    """A passport known to be false is still a number that was used."""
    document = make_element(
        "identification",
        "<remark>seized</remark>",
        identificationTypeCode="passport",
        identificationTypeDescription="National passport",
        number="Z123456",
        knownFalse="true",
        countryIso2Code="ZZ",
        validTo="2030-01-02",
    )
    (passport,) = read(document).identifiers
    assert (passport.scheme, passport.country) == (Scheme.PASSPORT, "ZZ")
    assert (passport.note, str(passport.expires)) == ("known to be false; seized", "2030-01-02")


def test_contacts_title_function_and_gender_are_facts() -> None:
    """Titles packed as (a) … (b) … are taken apart."""
    contact = make_element("contactInfo", key="WEB", value="www.example.org")
    party = read(
        make_element("address", contact, city="Zenda", countryIso2Code="ZZ"),
        names=make_fsf_name(
            "Zorvan QUILL", title="(a) Doctor, (b) Count", function="Miller", gender="M"
        ),
    )
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.TITLE, "Doctor"),
        (Topic.TITLE, "Count"),
        (Topic.POSITION, "Miller"),
        (Topic.WEBSITE, "www.example.org"),
    ]
    assert party.genders[0].gender is Gender.MALE


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"designationDate": "2001-10-06"}, date(2001, 10, 6)),
        ({"designationDetails": "Date of listing: 26.7.2010"}, date(2010, 7, 26)),
        ({"designationDetails": "Date of UN designation: 1 November 2005."}, date(2005, 11, 1)),
        ({}, date(2021, 3, 22)),
    ],
)
def test_the_day_of_listing_is_the_one_stated(attributes: dict[str, str], expected: date) -> None:
    """Where none is stated it is the day the earliest act cited was published."""
    assert read(**attributes).listings[0].listed_on == expected


def test_a_delisting_ends_the_listing() -> None:
    """The schema has an attribute for it."""
    assert read(delistingDate="2024-02-03").listings[0].ended_on == date(2024, 2, 3)


def test_a_vessel_filed_as_an_enterprise_is_a_vessel() -> None:
    """The list knows no ships; a table puts right those that are known."""
    party = read(code="E", euReferenceNumber="EU.9442.82")
    assert party.kind is PartyKind.VESSEL


def test_what_is_new_is_kept_and_said() -> None:
    """A new namespace, element, attribute, programme and type; special categories are not kept."""
    made = make_fsf_entity(
        make_element("hobby", name="Chess")
        + make_element("identification", identificationTypeCode="club", number="7"),
        names=make_fsf_name("Zorvan QUILL", mood="calm", religion="secret"),
        act={**ACT, "programme": "ZZZ"},
    )
    parsed = parse([make_fsf_xml(made, namespace="http://example.org/2")])
    (party,) = parsed.parties
    assert "secret" not in repr(party)
    assert [f.text for f in party.facts] == ["mood: calm", "hobby: Chess"]
    assert party.listing_class is ListingClass.ASSET_FREEZE
    assert parsed.warnings == (
        "identification type 'club' is new; kept as another identifier (1)",
        "nameAlias mood is new; kept as a remark (1)",
        "nameAlias religion is left out: no reader keeps such data (1)",
        "programme 'ZZZ' is new; read as an asset freeze (1)",
        "sanctionEntity/hobby is new; kept as a remark (1)",
        "the namespace 'http://example.org/2' is new; the file is read as usual (1)",
    )


def test_remarks_on_a_person_hold_no_special_category() -> None:
    """The sentence is left out, the others stay."""
    party = read("<remark>Ran a mill. Member of the Foo tribe.</remark>")
    assert "tribe" not in repr(party)


@pytest.mark.parametrize(
    "renamed", ["Entity_LogicalId", "NameAlias_WholeName", "Entity_Regulation_Programme"]
)
def test_a_renamed_column_is_refused(renamed: str) -> None:
    """The message names it."""
    columns = [f"New_{c}" if c == renamed else c for c in FSF_COLUMNS]
    with pytest.raises(SourceRefused, match=f"lacks the columns {renamed}"):
        parse([make_fsf_csv({}, columns=columns)])


def test_a_truncated_file_is_refused_in_both_shapes() -> None:
    """Half a list would look like thousands of removals."""
    xml = make_fsf_xml(make_fsf_entity(), make_fsf_entity(logicalId="2")).data[:-30]
    table = make_fsf_csv({}, {"Entity_LogicalId": "2"}).data[:-120]
    for data, problem in ((xml, "ends early"), (table, "cut short|columns")):
        with pytest.raises(SourceRefused, match=problem):
            parse([make_table(data.decode("utf-8-sig"), "cut")])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"<export xmlns='{'http://x'}'/>", "holds no entity"),
        ("<other/>", "root element <other>"),
        ("<export><sanctionEntity/></export>", "neither a reference number"),
        ("a;b\n1;2\n", "lacks the columns"),
    ],
)
def test_another_file_is_refused(text: str, problem: str) -> None:
    """What is wrong and what to do next are said."""
    with pytest.raises(SourceRefused, match=problem) as refused:
        parse([make_table(text, "x")])
    assert refused.value.remedy


@given(
    st.dictionaries(
        st.sampled_from(
            ["birthdate", "year", "monthOfYear", "dayOfMonth", "yearRangeFrom", "yearRangeTo"]
        ),
        st.one_of(st.text(max_size=12), st.integers(0, 3000).map(str)),
    )
)
def test_no_birth_makes_the_reader_fail(values: dict[str, str]) -> None:
    """Whatever the attributes hold; and what is stated as a year stays inside it."""
    born = read_birth(Node("birthdate", values))
    if born and values.get("year", "").isdecimal() and not values.get("birthdate"):
        years = {values["year"], values.get("yearRangeFrom"), values.get("yearRangeTo")}
        assert {f"{born.first.year:04d}", f"{born.last.year:04d}"} <= {
            (y or "").zfill(4) for y in years
        }


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_contact_makes_the_reader_fail(key: str, value: str) -> None:
    """A contact may pack several, or be broken."""
    list(read_address(Node("address", {}, contacts=((key, value),)), Origin("eu_fsf", "1")))
