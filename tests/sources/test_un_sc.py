"""The UN list: every trap of its format, in small."""

from __future__ import annotations

from datetime import date

import pytest

from ostraka.model.dates import Precision
from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ActKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.sources.un_sc.comments import is_imo
from ostraka.sources.un_sc.details import find_number
from ostraka.sources.un_sc.parse import parse
from sources.list_samples import make_table, make_un_record, make_un_xml


def read(tag: str, inner: str = "", **fields: str) -> Party:
    parsed = parse([make_un_xml(make_un_record(tag, inner, **fields))])
    assert parsed.warnings == ()
    return parsed.parties[0]


def names(party: Party) -> list[tuple[str, NameKind]]:
    return [(name.text, name.kind) for name in party.names]


def alias(text: str, quality: str, *, tag: str = "INDIVIDUAL", more: str = "") -> str:
    return (
        f"<{tag}_ALIAS><QUALITY>{quality}</QUALITY>"
        f"<ALIAS_NAME>{text}</ALIAS_NAME>{more}</{tag}_ALIAS>"
    )


def test_a_person_has_its_parts_joined_and_its_record_named() -> None:
    """The parts are positional, so neither given nor family name is claimed."""
    party = read("INDIVIDUAL", FIRST_NAME="ZORVAN ", SECOND_NAME="AL-QUILL", FOURTH_NAME="MU")
    assert (party.id, party.kind) == ("un_sc:900001", PartyKind.PERSON)
    assert names(party) == [("ZORVAN AL-QUILL MU", NameKind.PRIMARY)]
    assert (party.names[0].given, party.names[0].family) == ("", "")
    assert party.origin.record == "INDIVIDUAL/900001"


def test_quality_is_strength_for_persons_and_type_for_entities() -> None:
    """Good and Low for the ones, a.k.a. and f.k.a. for the others; blank counts as good."""
    person = read("INDIVIDUAL", alias("Zor A", "Good") + alias("Zor B", "Low") + alias("Zor C", ""))
    assert names(person)[1:] == [
        ("Zor A", NameKind.ALIAS),
        ("Zor B", NameKind.WEAK_ALIAS),
        ("Zor C", NameKind.ALIAS),
    ]
    entity = read(
        "ENTITY",
        alias("Zor A", "a.k.a.", tag="ENTITY") + alias("Zor B", "f.k.a.", tag="ENTITY"),
    )
    assert names(entity)[1:] == [("Zor A", NameKind.ALIAS), ("Zor B", NameKind.FORMER)]


def test_packed_aliases_are_taken_apart_and_keep_their_field() -> None:
    """The field as written stays beside each name."""
    party = read("INDIVIDUAL", alias("Zor A; Zor B b) Zor C", "Good"))
    assert [name.text for name in party.names[1:]] == ["Zor A", "Zor B", "Zor C"]
    assert {name.origin.raw for name in party.names[1:]} == {"Zor A; Zor B b) Zor C"}


def test_names_in_other_scripts_are_told_apart() -> None:
    """By the element, by the letters of an alias, or by its note; a weak one stays weak."""
    party = read(
        "INDIVIDUAL",
        alias("Зор", "Good")
        + alias("Квил", "Low")
        + alias("Zor", "Good", more="<NOTE>original script: Цор</NOTE>"),
        NAME_ORIGINAL_SCRIPT="زورفان",
    )
    assert names(party)[1:] == [
        ("زورفان", NameKind.ORIGINAL_SCRIPT),
        ("Зор", NameKind.ORIGINAL_SCRIPT),
        ("Квил", NameKind.WEAK_ALIAS),
        ("Zor", NameKind.ALIAS),
        ("Цор", NameKind.ORIGINAL_SCRIPT),
    ]


def test_an_acronym_of_three_letters_is_a_weak_alias() -> None:
    """It may confirm a match and does not make one."""
    party = read("ENTITY", FIRST_NAME="ZORVAN AIR LINES (ZAL)")
    assert names(party) == [
        ("ZORVAN AIR LINES (ZAL)", NameKind.PRIMARY),
        ("ZORVAN AIR LINES", NameKind.ALIAS),
        ("ZAL", NameKind.WEAK_ALIAS),
    ]


def test_a_new_quality_is_kept_as_an_alias_and_said() -> None:
    """An unknown word never drops a name."""
    parsed = parse([make_un_xml(make_un_record("INDIVIDUAL", alias("Zor A", "Fair")))])
    assert [name.kind for name in parsed.parties[0].names] == [NameKind.PRIMARY, NameKind.ALIAS]
    assert parsed.warnings == ("alias quality 'Fair' is new; read as an alias of good quality (1)",)


@pytest.mark.parametrize(
    ("inner", "first", "last", "precision", "circa"),
    [
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1963-07-15</DATE>",
         "1963-07-15", "1963-07-15", Precision.DAY, False),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1963</YEAR>",
         "1963-01-01", "1963-12-31", Precision.YEAR, False),
        ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1963</YEAR>",
         "1963-01-01", "1963-12-31", Precision.YEAR, True),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Approximately </NOTE><YEAR>1963</YEAR>",
         "1963-01-01", "1963-12-31", Precision.YEAR, True),
        ("<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1963</FROM_YEAR><TO_YEAR>1968</TO_YEAR>",
         "1963-01-01", "1968-12-31", Precision.RANGE, False),
        ("<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1963</FROM_YEAR><TO_YEAR>1963</TO_YEAR>",
         "1963-01-01", "1963-12-31", Precision.YEAR, False),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE>",
         "1973-11-01", "1973-11-30", Precision.MONTH, False),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Sep.</NOTE><YEAR>1958</YEAR>",
         "1958-09-01", "1958-09-30", Precision.MONTH, False),
    ],
)  # fmt: skip
def test_no_date_of_birth_is_made_finer_than_stated(
    inner: str, first: str, last: str, precision: Precision, circa: bool
) -> None:
    """EXACT with a year is a year; the note may hold the month."""
    element = f"<INDIVIDUAL_DATE_OF_BIRTH>{inner}</INDIVIDUAL_DATE_OF_BIRTH>"
    (born,) = read("INDIVIDUAL", element).born
    stated = (born.first.isoformat(), born.last.isoformat(), born.precision, born.circa)
    assert stated == (first, last, precision, circa)


def test_a_note_that_is_no_date_is_kept_as_a_remark() -> None:
    """Another calendar, an age, a passport that was false: for people to read."""
    element = (
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/><NOTE>24/06/1402 (Hijri Calendar)</NOTE>"
        "</INDIVIDUAL_DATE_OF_BIRTH>"
    )
    party = read("INDIVIDUAL", element)
    assert party.born == ()
    assert [f.text for f in party.facts] == ["Date of birth: 24/06/1402 (Hijri Calendar)"]


def test_the_birth_of_an_alias_identity_is_an_alternative() -> None:
    """Some persons are listed with the dates of their false papers."""
    more = (
        "<DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH><CITY_OF_BIRTH>Zenda</CITY_OF_BIRTH>"
        "<COUNTRY_OF_BIRTH>Ruritania</COUNTRY_OF_BIRTH>"
    )
    party = read("INDIVIDUAL", alias("Zor A", "Good", more=more))
    assert [(b.first, b.raw) for b in party.born] == [
        (date(1979, 12, 31), "1979-12-31 (with the alias Zor A)")
    ]
    assert [(p.text, p.country) for p in party.birth_places] == [("Zenda, Ruritania", "Ruritania")]


def test_empty_placeholders_are_skipped_and_the_party_kept() -> None:
    """They stand in half of all records."""
    inner = (
        "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS><INDIVIDUAL_ADDRESS/>"
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>"
        "<INDIVIDUAL_DOCUMENT/><INDIVIDUAL_PLACE_OF_BIRTH/><LAST_DAY_UPDATED><VALUE/>"
        "</LAST_DAY_UPDATED><NATIONALITY><VALUE>na</VALUE></NATIONALITY>"
    )
    party = read("INDIVIDUAL", inner)
    empty = (party.born, party.birth_places, party.addresses, party.countries, party.facts)
    assert empty == ((), (), (), (), ())
    assert [i.scheme for i in party.identifiers] == [Scheme.LIST_REFERENCE]
    assert len(party.names) == len(party.listings[0].acts) == 1


def test_listing_amendment_and_reference() -> None:
    """A date may carry a zone, a reference a blank; every update is an act."""
    inner = (
        "<LAST_DAY_UPDATED><VALUE>2018-02-03</VALUE><VALUE>2016-05-04</VALUE></LAST_DAY_UPDATED>"
    )
    party = read("ENTITY", inner, LISTED_ON="2015-04-07-04:00", REFERENCE_NUMBER="KPe.901 ")
    (listing,) = party.listings
    assert [(act.kind, act.on) for act in listing.acts] == [
        (ActKind.DESIGNATE, date(2015, 4, 7)),
        (ActKind.AMEND, date(2016, 5, 4)),
        (ActKind.AMEND, date(2018, 2, 3)),
    ]
    assert listing.listed_on == date(2015, 4, 7)
    assert (listing.list, listing.programme) == ("un_sc", "DPRK")
    assert listing.authority == (
        "United Nations Security Council, Committee established pursuant to resolution 1718 (2006)"
    )
    assert listing.listing_class is ListingClass.ASSET_FREEZE
    assert party.identifiers[0].value == listing.acts[0].citation == "KPe.901"


@pytest.mark.parametrize(
    ("regime", "comment", "expected"),
    [
        ("GB", "", ListingClass.VISA),
        ("Libya", "Listed under paragraph 15 (Travel Ban).", ListingClass.VISA),
        ("Libya", "Listed (Travel Ban, Asset Freeze).", ListingClass.ASSET_FREEZE),
        ("Libya", "", ListingClass.ASSET_FREEZE),
    ],
)
def test_only_a_travel_ban_is_no_asset_freeze(
    regime: str, comment: str, expected: ListingClass
) -> None:
    """GB is Guinea-Bissau, whose resolution 2048 (2012) bans travel and nothing else."""
    party = read("INDIVIDUAL", UN_LIST_TYPE=regime, COMMENTS1=comment)
    assert party.listing_class is expected


def test_a_new_regime_is_kept_as_an_asset_freeze_and_said() -> None:
    """An unknown programme never weakens what a list does."""
    parsed = parse([make_un_xml(make_un_record("ENTITY", UN_LIST_TYPE="Ruritania"))])
    assert parsed.parties[0].listing_class is ListingClass.ASSET_FREEZE
    assert parsed.parties[0].listings[0].authority == "United Nations Security Council"
    assert parsed.warnings == ("list type 'Ruritania' is new; its committee is not known (1)",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Z0000001", "Z0000001"),
        ("OB 0000001 ", "OB 0000001"),
        ("ZAR diplomatic passport no. D00000898", "D00000898"),
        ("No34409/129", "34409/129"),
        ("381110042 (Expired 25 Jan. 2016)", "381110042"),
        ("Ruritanian passport number SE 012820", "SE 012820"),
        ("R00012098, Ruritania", "R00012098"),
        ("Laissez-passer no. N°235/XY", "235/XY"),
        ("Ruritanian passport number L 191609 issued on 28 Feb. 1996", "L 191609"),
        ("issued in 1993, under name Zorvan", ""),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_the_number_is_found_in_the_prose(text: str, number: str) -> None:
    """Some sixty numbers stand among words."""
    assert find_number(text) == number


def test_a_document_has_its_scheme_country_and_dates() -> None:
    """From whichever of the two type, country and note elements states them."""
    element = (
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Numéro de passeport </TYPE_OF_DOCUMENT>"
        "<NUMBER> Z123456 </NUMBER><COUNTRY_OF_ISSUE>Ruritania</COUNTRY_OF_ISSUE>"
        "<DATE_OF_ISSUE>2013-04-11</DATE_OF_ISSUE><NOTE>valid until 10 April 2018</NOTE>"
        "</INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification\n"
        "     Number</TYPE_OF_DOCUMENT><TYPE_OF_DOCUMENT2>Student ID</TYPE_OF_DOCUMENT2>"
        "<NUMBER>77</NUMBER></INDIVIDUAL_DOCUMENT>"
    )
    passport, student = read("INDIVIDUAL", element).identifiers[1:]
    assert (passport.scheme, passport.value, passport.country) == (
        Scheme.PASSPORT,
        "Z123456",
        "Ruritania",
    )
    assert (str(passport.issued), str(passport.expires)) == ("2013-04-11", "2018-04-10")
    assert (student.scheme, student.value, student.label) == (Scheme.OTHER, "77", "Student ID")


def test_numbers_of_entities_are_found_in_their_comments() -> None:
    """The list has no fields for them; a seven-digit number needs its check digit."""
    comment = (
        "Owner of a vessel. IMO number: 9074729. Formerly IMO 9074728. SWIFT/BIC: ZORVRUZZ. "
        "Business Registration Number LL06889 (Ruritania). National Tax Number: 177-4308. "
        "[Old Reference # E.29.I.19]"
    )
    found = read("ENTITY", COMMENTS1=comment).identifiers[1:]
    assert [(i.scheme, i.value) for i in found] == [
        (Scheme.IMO, "9074729"),
        (Scheme.BIC, "ZORVRUZZ"),
        (Scheme.REGISTRATION, "LL06889"),
        (Scheme.TAX_ID, "177-4308"),
        (Scheme.LIST_REFERENCE, "E.29.I.19"),
    ]


def test_imo_numbers_of_ships_and_of_companies_have_other_check_digits() -> None:
    """Both stand in the comments; each digit changed breaks a ship's."""
    assert is_imo("9074729")
    assert not any(is_imo(f"907472{digit}") for digit in "0134567")


def test_a_death_is_told_from_a_death_of_somebody_else() -> None:
    """ "(deceased)" after another person's name is not about the party."""
    dead = read("INDIVIDUAL", COMMENTS1="A merchant. Reportedly deceased as of May 2016. Tall.")
    assert [f.text for f in dead.facts if f.topic is Topic.DECEASED] == [
        "Reportedly deceased as of May 2016."
    ]
    alive = read("INDIVIDUAL", COMMENTS1="Responsible for the security of Quill (deceased).")
    assert [f.topic for f in alive.facts] == [Topic.REMARK]


def test_position_title_gender_and_nationality() -> None:
    """Gender stands in its element or only in the prose."""
    inner = (
        "<TITLE><VALUE>Sheikh</VALUE></TITLE><DESIGNATION><VALUE>Minister of\n Tin</VALUE>"
        "</DESIGNATION><NATIONALITY><VALUE>Ruritania</VALUE></NATIONALITY>"
    )
    party = read("INDIVIDUAL", inner, COMMENTS1="Gender: female")
    assert [(f.topic, f.text) for f in party.facts[:2]] == [
        (Topic.TITLE, "Sheikh"),
        (Topic.POSITION, "Minister of Tin"),
    ]
    assert [g.gender for g in party.genders] == [Gender.FEMALE]
    assert [tie.country for tie in party.countries] == ["Ruritania"]


def test_an_address_keeps_its_parts_and_its_note() -> None:
    """In reading order, without the empty ones."""
    element = (
        "<ENTITY_ADDRESS><STREET>1 Quay</STREET><CITY/><STATE_PROVINCE>Zenda</STATE_PROVINCE>"
        "<COUNTRY>Ruritania</COUNTRY><NOTE>previous</NOTE></ENTITY_ADDRESS>"
    )
    (address,) = read("ENTITY", element).addresses
    assert (address.full, address.country, address.note) == (
        "1 Quay, Zenda, Ruritania",
        "Ruritania",
        "previous",
    )


def test_references_in_the_prose_link_entries() -> None:
    """To the party where it is in the file, else by the reference alone; never to itself."""
    first = make_un_record("INDIVIDUAL", COMMENTS1="Works for Zor (KPe.902) and Quill (QDe.777).")
    second = make_un_record("ENTITY", DATAID="900002", REFERENCE_NUMBER="KPe.902", FIRST_NAME="ZOR")
    person, entity = parse([make_un_xml(first, second)]).parties
    assert [(r.other_name, r.other) for r in person.relations] == [
        ("ZOR", "un_sc:900002"),
        ("QDe.777", None),
    ]
    assert entity.relations == ()


def test_a_new_element_is_kept_as_a_remark_and_said() -> None:
    """A format that grows loses nothing."""
    parsed = parse([make_un_xml(make_un_record("ENTITY", WEBSITE="zor.example"))])
    assert [f.text for f in parsed.parties[0].facts] == ["WEBSITE: zor.example"]
    assert parsed.warnings == ("element WEBSITE is new; kept as a remark (1)",)


def test_a_record_without_a_name_does_not_lose_the_others() -> None:
    """It is counted, so that the count of records does not agree and publication refuses."""
    nameless = make_un_record("ENTITY", FIRST_NAME="", DATAID="900002")
    parsed = parse([make_un_xml(make_un_record("ENTITY"), nameless)])
    assert len(parsed.parties) == 1
    assert (parsed.counted, parsed.tallies["records without a name"]) == (2, 1)


def test_the_day_of_publication_is_that_of_the_file() -> None:
    """Only the day: the time changes every night."""
    parsed = parse([make_un_xml(make_un_record("ENTITY"))])
    assert (parsed.published, parsed.counted) == (date(2024, 3, 5), 1)


def test_other_files_are_refused() -> None:
    """Another root, a table, two files, a record without its key."""
    whole = make_un_xml(make_un_record("ENTITY"))
    for files in ([], [whole, whole], [make_table("a,b\n")], [make_un_xml("<ENTITY></ENTITY>")]):
        with pytest.raises(SourceRefused):
            parse(files)


def test_a_removal_the_file_states_is_an_act() -> None:
    """The schema has an element for it, which no file was seen to use."""
    (listing,) = read("INDIVIDUAL", DELISTED_ON="2020-01-02").listings
    assert [(a.kind, a.on) for a in listing.acts] == [
        (ActKind.DESIGNATE, date(2011, 5, 6)),
        (ActKind.REMOVE, date(2020, 1, 2)),
    ]


def test_two_bodies_in_one_name_are_names_of_one_party() -> None:
    """Each with its acronym."""
    party = read("ENTITY", FIRST_NAME="COMPAGNIE ZORVAN (CZV) ; GREAT QUILL COMPANY (GQC)")
    assert {text for text, _ in names(party)} >= {"COMPAGNIE ZORVAN", "GREAT QUILL COMPANY"}


def test_a_day_of_listing_may_carry_a_zone() -> None:
    assert read("INDIVIDUAL", LISTED_ON="2015-04-07-04:00").listings[0].listed_on == date(
        2015, 4, 7
    )
