"""One invented company of the consolidated list, as each of OFAC's four shapes would have it."""

from __future__ import annotations

from ostraka.sources.reading import InputFile
from sources.ofac.ofac_samples import LEGACY_NAMESPACE, Row, primary, table

ADVANCED_NAMESPACE = "http://www.un.org/sanctions/1.0"
NEW_ADVANCED_NAMESPACE = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
)
ENHANCED_NAMESPACE = (
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
)

CSV_SET = (
    primary(
        Row(
            uid="7001",
            name="WIDGET WORKS CO., LTD.",
            programmes="CMIC-EO13959",
            remarks=(
                "Equity Ticker 001234 XX; Issuer Name Widget Works; ISIN XX0000000019; Effective "
                "Date (CMIC) 08 Feb 2031; Purchase/Sales For Divestment Date (CMIC) 10 Dec 2031; "
                "Listing Date (CMIC) 10 Dec 2030; C.R. No. 555666 (Hong Kong); a.k.a. 'WIWO'."
            ),
        ),
        name="cons_prim.csv",
    ),
    table("cons_alt.csv", '7001,81,"aka","WIDGET WORKS",-0- ', '7001,82,"fka","GADGET WORKS",-0- '),
    table("cons_add.csv", '7001,91,"1 Widget Road, Cog District","Widgetville 31","China",-0- '),
)

_LEGACY_ITEMS = (
    ("Equity Ticker", "001234 XX", ""),
    ("Issuer Name", "Widget Works", ""),
    ("ISIN", "XX0000000019", ""),
    ("Effective Date (CMIC)", "08 Feb 2031", ""),
    ("Purchase/Sales For Divestment Date (CMIC)", "10 Dec 2031", ""),
    ("Listing Date (CMIC)", "10 Dec 2030", ""),
    ("C.R. No.", "555666", "<idCountry>Hong Kong</idCountry>"),
)
_LEGACY_IDS = "".join(
    f"<id><uid>{n}</uid><idType>{label}</idType><idNumber>{value}</idNumber>{country}</id>"
    for n, (label, value, country) in enumerate(_LEGACY_ITEMS)
)
LEGACY = InputFile(
    "x.xml",
    f"""<?xml version="1.0"?>
<sdnList xmlns="{LEGACY_NAMESPACE}">
<publshInformation><Publish_Date>01/02/2031</Publish_Date><Record_Count>1</Record_Count>
</publshInformation>
<sdnEntry><uid>7001</uid><lastName>WIDGET WORKS CO., LTD.</lastName><sdnType>Entity</sdnType>
<programList><program>CMIC-EO13959</program></programList>
<idList>{_LEGACY_IDS}</idList>
<akaList>
<aka><uid>81</uid><type>a.k.a.</type><category>strong</category><lastName>WIDGET WORKS</lastName>
</aka>
<aka><uid>82</uid><type>f.k.a.</type><category>strong</category><lastName>GADGET WORKS</lastName>
</aka>
<aka><uid>83</uid><type>a.k.a.</type><category>weak</category><lastName>WIWO</lastName></aka>
</akaList>
<addressList><address><uid>91</uid><address1>1 Widget Road</address1>
<address2>Cog District</address2><city>Widgetville</city><postalCode>31</postalCode>
<country>China</country></address></addressList>
</sdnEntry></sdnList>""".encode(),
)


def _name(number: int, primary_: str, alias: str, weak: str, *spellings: tuple[str, str]) -> str:
    translations = "".join(
        f"<translation id='{number}{n}'><isPrimary>{str(n == 0).lower()}</isPrimary>"
        f"<script refId='1'>{script}</script><formattedLastName>{text}</formattedLastName>"
        f"<formattedFullName>{text}</formattedFullName></translation>"
        for n, (text, script) in enumerate(spellings)
    )
    alias_type = f"<aliasType refId='2'>{alias}</aliasType>" if alias else ""
    return (
        f"<name id='{number}'><isPrimary>{primary_}</isPrimary>{alias_type}"
        f"<isLowQuality>{weak}</isLowQuality><translations>{translations}</translations></name>"
    )


def _feature(label: str, value: str, day: str = "") -> str:
    stated = (
        f"<valueDate><fromDateBegin>{day}</fromDateBegin><fromDateEnd>{day}</fromDateEnd>"
        f"<toDateBegin>{day}</toDateBegin><toDateEnd>{day}</toDateEnd>"
        "<isApproximate>false</isApproximate></valueDate>"
        if day
        else ""
    )
    return (
        f"<feature><type featureTypeId='9'>{label}</type><value>{value}</value>{stated}</feature>"
    )


_PRIMARY_SPELLINGS = (("WIDGET WORKS CO., LTD.", "Latin"), ("小部件工厂", "Chinese Simplified"))

ENHANCED = InputFile(
    "CONS_ENHANCED.ZIP/CONS_ENHANCED.XML",
    f"""<?xml version="1.0" encoding="utf-8"?>
<sanctionsData xmlns="{ENHANCED_NAMESPACE}">
<publicationInfo><dataAsOf>2031-01-02T00:00:00</dataAsOf></publicationInfo>
<referenceValues/><featureTypes/>
<entities><entity id="7001">
<generalInfo><identityId>1</identityId><entityType refId="601">Entity</entityType></generalInfo>
<sanctionsLists>
<sanctionsList refId="1" id="1" datePublished="2029-05-05">Consolidated List</sanctionsList>
<sanctionsList refId="2" id="2" datePublished="2030-12-10">Non-SDN CMIC List</sanctionsList>
</sanctionsLists>
<sanctionsPrograms><sanctionsProgram refId="3" id="3">CMIC-EO13959</sanctionsProgram>
</sanctionsPrograms>
<sanctionsTypes><sanctionsType refId="4" id="4">CMIC Executive Order</sanctionsType>
</sanctionsTypes>
<legalAuthorities><legalAuthority refId="5" id="5">Executive Order 14032 (CMIC)</legalAuthority>
</legalAuthorities>
<names>
{_name(80, "true", "", "false", *_PRIMARY_SPELLINGS)}
{_name(81, "false", "A.K.A.", "false", ("WIDGET WORKS", "Latin"))}
{_name(82, "false", "F.K.A.", "false", ("GADGET WORKS", "Latin"))}
{_name(83, "false", "A.K.A.", "true", ("WIWO", "Latin"))}
</names>
<addresses><address id="91"><country refId="6">China</country><translations>
<translation id="92"><isPrimary>true</isPrimary><script refId="1">Latin</script><addressParts>
<addressPart id="1"><type refId="7">ADDRESS1</type><value>1 Widget Road</value></addressPart>
<addressPart id="2"><type refId="7">ADDRESS2</type><value>Cog District</value></addressPart>
<addressPart id="3"><type refId="7">CITY</type><value>Widgetville</value></addressPart>
<addressPart id="4"><type refId="7">POSTAL CODE</type><value>31</value></addressPart>
</addressParts></translation></translations></address></addresses>
<features>
{_feature("Equity Ticker", "001234 XX")}{_feature("Issuer Name", "Widget Works")}
{_feature("ISIN", "XX0000000019")}
{_feature("Effective Date (CMIC)", "08 Feb 2031", "2031-02-08")}
{_feature("Purchase/Sales For Divestment Date (CMIC)", "10 Dec 2031", "2031-12-10")}
{_feature("Listing Date (CMIC)", "10 Dec 2030", "2030-12-10")}
</features>
<identityDocuments><identityDocument id="1"><type refId="8">C.R. No.</type>
<documentNumber>555666</documentNumber><isValid>true</isValid>
<issuingCountry refId="9">Hong Kong</issuingCountry></identityDocument></identityDocuments>
</entity></entities></sanctionsData>""".encode(),
)


def _day(tag: str, year: int, month: int, day: int) -> str:
    return f"<{tag}><Year>{year}</Year><Month>{month}</Month><Day>{day}</Day></{tag}>"


def _period(year: int, month: int, day: int) -> str:
    moment = _day("From", year, month, day) + _day("To", year, month, day)
    return f"<DatePeriod><Start>{moment}</Start><End>{moment}</End></DatePeriod>"


def _advanced_feature(number: int, content: str) -> str:
    return (
        f"<Feature ID='{number}' FeatureTypeID='{number}'>"
        f"<FeatureVersion ID='{number}' ReliabilityID='1'><Comment/>{content}</FeatureVersion>"
        "</Feature>"
    )


def _alias(number: int, alias: int, weak: str, *spellings: tuple[str, int]) -> str:
    documented = "".join(
        f"<DocumentedName ID='{number}{n}' DocNameStatusID='1'><DocumentedNamePart>"
        f"<NamePartValue NamePartGroupID='{number}' ScriptID='{script}'>{text}</NamePartValue>"
        "</DocumentedNamePart></DocumentedName>"
        for n, (text, script) in enumerate(spellings)
    )
    primary_ = str(alias == 1).lower()
    return (
        f"<Alias AliasTypeID='{alias}' Primary='{primary_}' LowQuality='{weak}'>{documented}"
        "</Alias>"
    )


def _text(value: str) -> str:
    return f"<VersionDetail DetailTypeID='1'>{value}</VersionDetail>"


def _part(kind: int, value: str) -> str:
    return (
        f"<LocationPart LocPartTypeID='{kind}'><LocationPartValue Primary='true'><Comment/>"
        f"<Value>{value}</Value></LocationPartValue></LocationPart>"
    )


_GROUPS = "".join(
    f"<MasterNamePartGroup><NamePartGroup ID='{n}' NamePartTypeID='1'/></MasterNamePartGroup>"
    for n in (80, 81, 82, 83)
)

ADVANCED = InputFile(
    "CONS_ADVANCED.XML",
    f"""<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="{ADVANCED_NAMESPACE}" Version="3">
{_day("DateOfIssue", 2031, 1, 2)}
<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1">Name</AliasType><AliasType ID="2">A.K.A.</AliasType>
<AliasType ID="3">F.K.A.</AliasType></AliasTypeValues>
<AreaCodeValues><AreaCode ID="1" CountryID="1" Description="China">CN</AreaCode></AreaCodeValues>
<CountryValues><Country ID="1" ISO2="CN">China</Country>
<Country ID="2" ISO2="HK">Hong Kong</Country>
</CountryValues>
<FeatureTypeValues>
<FeatureType ID="1" FeatureTypeGroupID="1">Equity Ticker</FeatureType>
<FeatureType ID="2" FeatureTypeGroupID="1">Issuer Name</FeatureType>
<FeatureType ID="3" FeatureTypeGroupID="1">ISIN</FeatureType>
<FeatureType ID="4" FeatureTypeGroupID="1">Effective Date (CMIC)</FeatureType>
<FeatureType ID="5" FeatureTypeGroupID="1">Purchase/Sales For Divestment Date (CMIC)</FeatureType>
<FeatureType ID="6" FeatureTypeGroupID="1">Listing Date (CMIC) </FeatureType>
<FeatureType ID="7" FeatureTypeGroupID="1">Location</FeatureType>
</FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1">C.R. No.</IDRegDocType></IDRegDocTypeValues>
<LegalBasisValues><LegalBasis ID="1">Executive Order 14032 (CMIC)</LegalBasis></LegalBasisValues>
<ListValues><List ID="1">Consolidated List</List><List ID="2">Non-SDN CMIC List</List></ListValues>
<LocPartTypeValues><LocPartType ID="1">ADDRESS1</LocPartType>
<LocPartType ID="2">ADDRESS2</LocPartType>
<LocPartType ID="3">CITY</LocPartType><LocPartType ID="4">POSTAL CODE</LocPartType>
</LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1">Entity Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="2">Entity</PartyType></PartyTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType>
<SanctionsType ID="2">CMIC Executive Order</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215" ScriptCode="Latin">Latin</Script>
<Script ID="501" ScriptCode="Hans">Chinese Simplified</Script></ScriptValues>
<EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType></EntryEventTypeValues>
<ValidityValues><Validity ID="1">Valid</Validity></ValidityValues>
</ReferenceValueSets>
<Locations><Location ID="91"><LocationAreaCode AreaCodeID="1"/>
<LocationCountry CountryID="1" CountryRelevanceID="1"/>
{_part(1, "1 Widget Road")}{_part(2, "Cog District")}{_part(3, "Widgetville")}{_part(4, "31")}
</Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1" IdentityID="44" IssuedBy-CountryID="2"
ValidityID="1"><Comment/><IDRegistrationNo>555666</IDRegistrationNo><IssuingAuthority/>
</IDRegDocument></IDRegDocuments>
<DistinctParties><DistinctParty FixedRef="7001"><Comment/>
<Profile ID="7001" PartySubTypeID="3"><Identity ID="44" Primary="true" False="false">
{_alias(80, 1, "false", ("WIDGET WORKS CO., LTD.", 215), ("小部件工厂", 501))}
{_alias(81, 2, "false", ("WIDGET WORKS", 215))}
{_alias(82, 3, "false", ("GADGET WORKS", 215))}
{_alias(83, 2, "true", ("WIWO", 215))}
<NamePartGroups>{_GROUPS}</NamePartGroups></Identity>
{_advanced_feature(1, _text("001234 XX"))}{_advanced_feature(2, _text("Widget Works"))}
{_advanced_feature(3, _text("XX0000000019"))}
{_advanced_feature(4, _period(2031, 2, 8))}{_advanced_feature(5, _period(2031, 12, 10))}
{_advanced_feature(6, _period(2030, 12, 10))}
{_advanced_feature(7, "<VersionLocation LocationID='91'/>")}
</Profile></DistinctParty></DistinctParties>
<ProfileRelationships/>
<SanctionsEntries>
<SanctionsEntry ID="1" ProfileID="7001" ListID="1"><EntryEvent ID="1" EntryEventTypeID="1"
LegalBasisID="1"><Comment/>{_day("Date", 2029, 5, 5)}</EntryEvent>
<SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>CMIC-EO13959</Comment></SanctionsMeasure>
</SanctionsEntry>
<SanctionsEntry ID="2" ProfileID="7001" ListID="2"><EntryEvent ID="2" EntryEventTypeID="1"
LegalBasisID="1"><Comment/>{_day("Date", 2030, 12, 10)}</EntryEvent>
<SanctionsMeasure ID="2" SanctionsTypeID="2"/>
<SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>CMIC-EO13959</Comment></SanctionsMeasure>
</SanctionsEntry></SanctionsEntries><SanctionsEntryLinks/></Sanctions>""".encode(),
)

SHAPES: dict[str, tuple[InputFile, ...]] = {
    "csv": CSV_SET,
    "legacy": (LEGACY,),
    "enhanced": (ENHANCED,),
    "advanced": (ADVANCED,),
}
