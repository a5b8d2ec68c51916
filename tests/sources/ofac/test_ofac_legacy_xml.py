"""The legacy XML: what stands where, and what is told of elements nobody knows."""

from __future__ import annotations

from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.name import NameKind
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.sources.reading import ParsedList
from sources.ofac.ofac_samples import entry, legacy_xml, read

PERSON = """<sdnEntry><uid>301</uid><firstName>Jane  Q.</firstName><lastName>DOE</lastName>
<title>Minister</title><sdnType>Individual</sdnType>
<remarks>Minister; Sculptor; (Linked To: WIDGET WORKS 101)</remarks>
<programList><program>SDGT</program><program>IFSR</program></programList>
<idList>
<id><uid>1</uid><idType>Passport</idType><idNumber>A1234</idNumber><idCountry>Iran</idCountry>
<issueDate>01 May 2001</issueDate><expirationDate>2011</expirationDate></id>
<id><uid>2</uid><idType>Gender</idType><idNumber>Female</idNumber></id>
<id><uid>3</uid><idType>Digital Currency Address - ETH</idType>
<idNumber>0x00000000000000000000000000000000000000aa</idNumber></id>
<id><uid>4</uid><idType>Widget Licence</idType><idNumber>W-1</idNumber></id>
<id><uid>5</uid><idType>Ethnicity</idType><idNumber>Cogish</idNumber></id>
</idList>
<akaList><aka><uid>7</uid><type>a.k.a.</type><category>weak</category><lastName>THE COG</lastName>
</aka></akaList>
<nationalityList><nationality><uid>8</uid><country>Iran</country><mainEntry>true</mainEntry>
</nationality></nationalityList>
<citizenshipList><citizenship><uid>9</uid><country>Togo</country></citizenship></citizenshipList>
<dateOfBirthList><dateOfBirthItem><uid>10</uid><dateOfBirth>circa 1962</dateOfBirth>
</dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><uid>11</uid><placeOfBirth>Cogton, Togo</placeOfBirth>
</placeOfBirthItem></placeOfBirthList>
<horoscope>unknown to us</horoscope>
</sdnEntry>"""

VESSEL = """<sdnEntry><uid>302</uid><lastName>COG STAR</lastName><sdnType>Vessel</sdnType>
<programList><program>SDGT</program></programList>
<vesselInfo><callSign>XX99</callSign><vesselType>Tug</vesselType><vesselFlag>Togo</vesselFlag>
<vesselOwner>Widget Shipping</vesselOwner><tonnage>100</tonnage>
<grossRegisteredTonnage>200</grossRegisteredTonnage></vesselInfo></sdnEntry>"""


def _read() -> ParsedList:
    return read("us_ofac_sdn", legacy_xml(entry(), PERSON, VESSEL))


def test_a_person_has_parts_of_the_name_and_life() -> None:
    """Each list of the entry fills its own field."""
    party = _read().parties[1]
    assert (party.kind, party.id) == (PartyKind.PERSON, "us_ofac_sdn:301")
    assert [(n.text, n.kind, n.family, n.given) for n in party.names] == [
        ("DOE, Jane Q.", NameKind.PRIMARY, "DOE", "Jane Q."),
        ("THE COG", NameKind.WEAK_ALIAS, "", ""),
    ]
    assert [str(born) for born in party.born] == ["circa 1962"]
    assert [(p.text, p.country) for p in party.birth_places] == [("Cogton, Togo", "Togo")]
    assert [g.gender for g in party.genders] == [Gender.FEMALE]
    assert [(t.country, t.role) for t in party.countries] == [
        ("Iran", CountryRole.NATIONALITY),
        ("Togo", CountryRole.CITIZENSHIP),
    ]


def test_id_list_is_read_by_the_labels_of_the_remarks() -> None:
    """OFAC files gender, wallets and clauses there beside passports."""
    party = _read().parties[1]
    assert [(i.scheme, i.value, i.label, i.country) for i in party.identifiers] == [
        (Scheme.PASSPORT, "A1234", "Passport", "Iran"),
        (
            Scheme.WALLET,
            "0x00000000000000000000000000000000000000aa",
            "Digital Currency Address - ETH",
            "",
        ),
    ]
    passport = party.identifiers[0]
    assert (str(passport.issued), str(passport.expires)) == ("2001-05-01", "2011")


def test_title_remarks_and_unknown_labels_stay_as_worded() -> None:
    """The title's echo in the remarks is understood; other free text is not."""
    party = _read().parties[1]
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.POSITION, "Minister"),
        (Topic.REMARK, "Widget Licence W-1"),
        (Topic.REMARK, "Sculptor"),
    ]
    assert [(r.other_name, r.other) for r in party.relations] == [
        ("WIDGET WORKS 101", "us_ofac_sdn:101")
    ]


def test_a_special_category_is_dropped_with_its_raw_text() -> None:
    """No such label was ever seen; should one come, it is not kept."""
    assert "Cogish" not in repr(_read().parties)


def test_vessels_have_their_fields() -> None:
    """The same as the columns of the CSV set."""
    party = _read().parties[2]
    assert party.kind is PartyKind.VESSEL
    assert {(f.topic, f.text) for f in party.facts} == {
        (Topic.VESSEL_TYPE, "Tug"),
        (Topic.VESSEL_OWNER, "Widget Shipping"),
        (Topic.TONNAGE, "100"),
        (Topic.GROSS_TONNAGE, "200"),
    }


def test_unknown_elements_and_labels_are_told() -> None:
    """A format that grows must be looked at."""
    assert _read().warnings == (
        "the label 'Widget Licence' is unknown; its values are kept as they stand "
        "(1 entry, first 301)",
        "the element <horoscope> is unknown and is left out (1 entry, first 301)",
    )


def test_header_and_bytes_are_counted_apart() -> None:
    """Publishing compares the two with the parties."""
    parsed = read("us_ofac_sdn", legacy_xml(entry(), entry("102"), count=5))
    assert (parsed.stated_count, parsed.counted, len(parsed.parties)) == (5, 2, 2)
