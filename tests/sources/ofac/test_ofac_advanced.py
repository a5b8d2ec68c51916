"""The Advanced XML, where everything is a number that the file itself explains."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

from ostraka.model.identifier import Scheme
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.relation import RelationKind
from ostraka.sources.ofac.advanced_reference import read_period
from ostraka.sources.reading import InputFile, ParsedList
from sources.ofac.ofac_samples import read

_REFERENCES = """<ReferenceValueSets>
<AliasTypeValues><AliasType ID="41">Name</AliasType><AliasType ID="42">A.K.A.</AliasType>
</AliasTypeValues>
<CountryValues><Country ID="51">Togo</Country></CountryValues>
<FeatureTypeValues><FeatureType ID="61">Birthdate</FeatureType>
<FeatureType ID="62">Nationality Country</FeatureType><FeatureType ID="63">Gender</FeatureType>
<FeatureType ID="64">Cog Count</FeatureType></FeatureTypeValues>
<DetailReferenceValues><DetailReference ID="71">Female</DetailReference></DetailReferenceValues>
<IDRegDocTypeValues><IDRegDocType ID="81">Passport</IDRegDocType>
<IDRegDocType ID="82">Cog Card</IDRegDocType></IDRegDocTypeValues>
<IDRegDocDateTypeValues><IDRegDocDateType ID="83">Issue Date</IDRegDocDateType>
</IDRegDocDateTypeValues>
<ListValues><List ID="91">SDN List</List></ListValues>
<NamePartTypeValues><NamePartType ID="1">Last Name</NamePartType>
<NamePartType ID="2">First Name</NamePartType><NamePartType ID="3">Patronymic</NamePartType>
<NamePartType ID="4">Vessel Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
<PartySubType ID="1" PartyTypeID="9">Vessel</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType></PartyTypeValues>
<RelationTypeValues><RelationType ID="31">Owned or Controlled By</RelationType>
<RelationType ID="32">Cog of</RelationType></RelationTypeValues>
<ReliabilityValues><Reliability ID="21">False</Reliability></ReliabilityValues>
<SanctionsTypeValues><SanctionsType ID="11">Program</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215" ScriptCode="Latn">Latin</Script>
<Script ID="220" ScriptCode="Cyrl">Cyrillic</Script><Script ID="999">Cogic</Script></ScriptValues>
<ValidityValues><Validity ID="2">Fraudulent</Validity></ValidityValues>
</ReferenceValueSets>"""


def _spelling(parts: str, script: int) -> str:
    values = "".join(
        f"<DocumentedNamePart><NamePartValue NamePartGroupID='{part.partition(':')[0]}' "
        f"ScriptID='{script}'>{part.partition(':')[2]}</NamePartValue></DocumentedNamePart>"
        for part in parts.split("|")
    )
    return f"<DocumentedName ID='7'>{values}</DocumentedName>"


PERSON = f"""<DistinctParty FixedRef="501"><Comment>Sculptor; Linked To: COG STAR</Comment>
<Profile ID="501" PartySubTypeID="4"><Identity ID="55">
<Alias AliasTypeID="41" Primary="true" LowQuality="false">
{_spelling("1:DOE|2:Jane|3:Janovna", 215)}{_spelling("1:ДОУ|2:Джейн", 220)}</Alias>
<Alias AliasTypeID="42" Primary="false" LowQuality="true">{_spelling("1:КОГ", 220)}</Alias>
<Alias AliasTypeID="42" Primary="false" LowQuality="false">{_spelling("1:COG", 999)}</Alias>
<NamePartGroups>
<MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="2"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="3" NamePartTypeID="3"/></MasterNamePartGroup>
</NamePartGroups></Identity>
<Feature FeatureTypeID="61"><FeatureVersion ReliabilityID="1"><DatePeriod>
<Start Approximate="true"><From><Year>1962</Year><Month>1</Month><Day>1</Day></From></Start>
<End Approximate="true"><From><Year>1962</Year><Month>12</Month><Day>31</Day></From></End>
</DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="61"><FeatureVersion ReliabilityID="21"><DatePeriod>
<Start><From><Year>1963</Year><Month>5</Month><Day>1</Day></From></Start>
<End><From><Year>1963</Year><Month>5</Month><Day>1</Day></From></End></DatePeriod>
</FeatureVersion></Feature>
<Feature FeatureTypeID="62"><FeatureVersion><VersionLocation LocationID="600"/></FeatureVersion>
</Feature>
<Feature FeatureTypeID="63"><FeatureVersion><VersionDetail DetailReferenceID="71"/>
</FeatureVersion></Feature>
<Feature FeatureTypeID="64"><FeatureVersion><VersionDetail>seven</VersionDetail></FeatureVersion>
</Feature>
</Profile></DistinctParty>"""
SHIP = f"""<DistinctParty FixedRef="502"><Comment/><Profile ID="502" PartySubTypeID="1">
<Identity ID="56"><Alias AliasTypeID="41" Primary="true" LowQuality="false">
{_spelling("4:COG STAR", 215)}</Alias><NamePartGroups><MasterNamePartGroup>
<NamePartGroup ID="4" NamePartTypeID="4"/></MasterNamePartGroup></NamePartGroups></Identity>
</Profile></DistinctParty>"""
DOCUMENTS = """<IDRegDocuments>
<IDRegDocument IDRegDocTypeID="81" IdentityID="55" IssuedBy-CountryID="51" ValidityID="2">
<Comment/><IDRegistrationNo>A1234</IDRegistrationNo><IssuingAuthority/>
<DocumentDate IDRegDocDateTypeID="83"><DatePeriod>
<Start><From><Year>2001</Year><Month>5</Month><Day>1</Day></From></Start>
<End><From><Year>2001</Year><Month>5</Month><Day>1</Day></From></End></DatePeriod></DocumentDate>
</IDRegDocument>
<IDRegDocument IDRegDocTypeID="82" IdentityID="55"><IDRegistrationNo>C-7</IDRegistrationNo>
</IDRegDocument>
<IDRegDocument IDRegDocTypeID="82" IdentityID="57"><IDRegistrationNo>C-8</IDRegistrationNo>
</IDRegDocument></IDRegDocuments>"""
TIES = """<ProfileRelationships>
<ProfileRelationship From-ProfileID="502" To-ProfileID="501" RelationTypeID="31" Former="true"/>
<ProfileRelationship From-ProfileID="502" To-ProfileID="888" RelationTypeID="31" Former="false"/>
<ProfileRelationship From-ProfileID="501" To-ProfileID="502" RelationTypeID="32" Former="false"/>
</ProfileRelationships>"""


def _entry(profile: int) -> str:
    return (
        f"<SanctionsEntry ProfileID='{profile}' ListID='91'><EntryEvent EntryEventTypeID='1'>"
        "<Date><Year>2021</Year><Month>12</Month><Day>10</Day></Date></EntryEvent>"
        "<SanctionsMeasure SanctionsTypeID='11'><Comment>SDGT</Comment></SanctionsMeasure>"
        "</SanctionsEntry>"
    )


@pytest.fixture(scope="module")
def parsed() -> ParsedList:
    text = (
        '<Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue><Year>2031</Year>'
        f"<Month>1</Month><Day>2</Day></DateOfIssue>{_REFERENCES}<Locations><Location ID='600'>"
        f"<LocationCountry CountryID='51'/></Location></Locations>{DOCUMENTS}"
        f"<DistinctParties>{PERSON}{SHIP}</DistinctParties>{TIES}"
        f"<SanctionsEntries>{_entry(501)}{_entry(502)}</SanctionsEntries></Sanctions>"
    )
    return read("us_ofac_sdn", InputFile("x", text.encode()))


@pytest.fixture(scope="module")
def person(parsed: ParsedList) -> Party:
    return parsed.parties[0]


def test_kinds_come_from_the_subtype_or_else_the_type(parsed: ParsedList) -> None:
    """Persons and entities have the subtype "Unknown"."""
    assert [p.kind for p in parsed.parties] == [PartyKind.PERSON, PartyKind.VESSEL]


def test_names_are_put_together_in_each_script(person: Party) -> None:
    """A weak alias stays weak in every script; an unknown script loses no name."""
    assert [(n.text, n.kind, n.script) for n in person.names] == [
        ("DOE, Jane Janovna", NameKind.PRIMARY, "Latn"),
        ("ДОУ Джейн", NameKind.ORIGINAL_SCRIPT, "Cyrl"),
        ("КОГ", NameKind.WEAK_ALIAS, "Cyrl"),
        ("COG", NameKind.ALIAS, ""),
    ]
    assert (person.names[0].family, person.names[0].given) == ("DOE", "Jane Janovna")


def test_features_are_read_by_the_labels_of_the_remarks(person: Party) -> None:
    """A date of birth known to be false is text, not evidence."""
    assert [str(born) for born in person.born] == ["circa 1962"]
    assert [t.country for t in person.countries] == ["Togo"]
    assert [str(g.gender) for g in person.genders] == ["female"]
    assert [f.text for f in person.facts] == [
        "False: Birthdate 01 May 1963",
        "Cog Count seven",
        "Sculptor",
    ]


def test_documents_find_their_party(person: Party) -> None:
    """A type nobody knows stays a document, and a doubtful one says so."""
    assert [(i.scheme, i.value, i.label, i.country, i.note) for i in person.identifiers] == [
        (Scheme.PASSPORT, "A1234", "Passport", "Togo", "fraudulent"),
        (Scheme.OTHER, "C-7", "Cog Card", "", ""),
    ]
    assert str(person.identifiers[0].issued) == "2001-05-01"


def test_ties_go_by_uid_and_know_whether_they_are_over(parsed: ParsedList) -> None:
    """Both files of OFAC number alike: a uid that is not here is in the other."""
    assert [(r.kind, r.other_name, r.other, r.former) for r in parsed.parties[1].relations] == [
        (
            RelationKind.OWNED_OR_CONTROLLED_BY,
            "DOE, Jane Janovna",
            "us_ofac_sdn:501",
            True,
        ),
        (RelationKind.OWNED_OR_CONTROLLED_BY, "uid 888", "us_ofac_cons:888", False),
    ]


def test_the_entry_dates_the_listing(person: Party) -> None:
    """The programme stands in the comment of a measure."""
    (listing,) = person.listings
    assert (listing.programme, listing.listed_on) == ("SDGT", date(2021, 12, 10))


def test_what_is_unknown_is_told(parsed: ParsedList) -> None:
    """Each with the first record it was found in."""
    assert parsed.warnings == (
        "the script 'Cogic' is unknown; the name is kept without (1 entry, first 501)",
        "the label 'False: Birthdate' is unknown; its values are kept as they stand "
        "(1 entry, first 501)",
        "the label 'Cog Count' is unknown; its values are kept as they stand (1 entry, first 501)",
        "the label 'Cog Card' is unknown; its values are kept as they stand (1 entry, first 501)",
        "an identity document belongs to no party and is left out (1 entry, first 57)",
        "the type of relation 'Cog of' is unknown; it is kept as a link (1 entry, first 501)",
    )


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((1962, 1, 1), (1962, 12, 31), "1962"),
        ((1962, 7, 1), (1962, 7, 31), "Jul 1962"),
        ((1962, 7, 4), (1962, 7, 4), "04 Jul 1962"),
        ((1962, 1, 1), (1964, 12, 31), "1962 to 1964"),
        ((1962, 7, 4), (1962, 8, 9), "04 Jul 1962 to 09 Aug 1962"),
    ],
)
def test_a_period_is_worded_as_the_remarks_would(
    start: tuple[int, int, int], end: tuple[int, int, int], words: str
) -> None:
    """So one rule reads the dates of all shapes."""
    bounds = "".join(
        f"<{tag}><From><Year>{y}</Year><Month>{m}</Month><Day>{d}</Day></From></{tag}>"
        for tag, (y, m, d) in (("Start", start), ("End", end))
    )
    assert read_period(etree.fromstring(f"<DatePeriod>{bounds}</DatePeriod>")) == words


def test_a_period_without_day_is_no_finer_than_stated() -> None:
    """A missing month is the whole year."""
    period = "<DatePeriod><Start><From><Year>1962</Year></From></Start></DatePeriod>"
    assert read_period(etree.fromstring(period)) == "1962"
