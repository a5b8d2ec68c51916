"""Small files in the formats of the European Union's lists, with invented parties."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from ostraka.sources.reading import InputFile

NAMESPACE = "http://eu.europa.ec/fpi/fsd/export"
ACT = {
    "regulationType": "regulation",
    "organisationType": "council",
    "publicationDate": "2021-03-22",
    "entryIntoForceDate": "2021-03-22",
    "numberTitle": "2021/478 (OJ L99I)",
    "programme": "HR",
}
FSF_COLUMNS = (
    *("fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber"),
    *("Entity_UnitedNationId", "Entity_DesignationDate", "Entity_DesignationDetails"),
    *("Entity_Remark", "Entity_SubjectType", "Entity_SubjectType_ClassificationCode"),
    *("Entity_Regulation_Type", "Entity_Regulation_OrganisationType"),
    *("Entity_Regulation_PublicationDate", "Entity_Regulation_EntryIntoForceDate"),
    *("Entity_Regulation_NumberTitle", "Entity_Regulation_Programme"),
    *("NameAlias_LastName", "NameAlias_FirstName", "NameAlias_WholeName"),
    *("NameAlias_NameLanguage", "NameAlias_Gender", "NameAlias_Function", "NameAlias_Remark"),
    *("Address_City", "Address_Street", "Address_ContactInfo", "Address_CountryIso2Code"),
    *("BirthDate_BirthDate", "BirthDate_Day", "BirthDate_Month", "BirthDate_Year"),
    *("BirthDate_Circa", "BirthDate_CalendarType", "BirthDate_City"),
    *("BirthDate_CountryIso2Code", "Identification_Number", "Identification_TypeCode"),
    *("Identification_TypeDescription", "Identification_CountryIso2Code"),
    *("Citizenship_CountryIso2Code", "Citizenship_CountryDescription"),
)
_FSF_ROW = {
    "fileGenerationDate": "22/03/2022",
    "Entity_LogicalId": "900001",
    "Entity_EU_ReferenceNumber": "EU.9001.10",
    "Entity_SubjectType": "person",
    "Entity_SubjectType_ClassificationCode": "P",
    "Entity_Regulation_Type": "regulation",
    "Entity_Regulation_OrganisationType": "council",
    "Entity_Regulation_PublicationDate": "2021-03-22",
    "Entity_Regulation_EntryIntoForceDate": "2021-03-22",
    "Entity_Regulation_NumberTitle": "2021/478 (OJ L99I)",
    "Entity_Regulation_Programme": "HR",
}
_ENTITY = {"logicalId": "900001", "euReferenceNumber": "EU.9001.10", "designationDetails": ""}
_NAME = {
    "firstName": "Zorvan",
    "middleName": "",
    "lastName": "QUILL",
    "wholeName": "Zorvan QUILL",
    "nameLanguage": "",
    "strong": "true",
    "title": "",
    "function": "",
}


def make_element(tag: str, inner: str = "", **attributes: str) -> str:
    """An element with these attributes."""
    stated = " ".join(f"{name}={quoteattr(text)}" for name, text in attributes.items())
    return f"<{tag} {stated}>{inner}</{tag}>"


def make_fsf_name(whole: str, inner: str = "", **attributes: str) -> str:
    """A nameAlias of these attributes, without parts of the name unless they are given."""
    parts = {**_NAME, "firstName": "", "lastName": "", "wholeName": whole}
    return make_element("nameAlias", inner, **{**parts, **attributes})


def make_fsf_entity(
    inner: str = "",
    *,
    names: str = "",
    code: str = "P",
    act: Mapping[str, str] = ACT,
    **attributes: str,
) -> str:
    """A sanctionEntity: the usual person, with other names, elements and attributes."""
    word = "person" if code == "P" else "enterprise"
    body = (
        make_element("regulation", **act)
        + make_element("subjectType", code=word, classificationCode=code)
        + (names or make_element("nameAlias", **_NAME))
        + inner
    )
    return make_element("sanctionEntity", body, **{**_ENTITY, **attributes})


def make_fsf_xml(*entities: str, root: str = "export", namespace: str = NAMESPACE) -> InputFile:
    """A consolidated list in XML 1.1."""
    declared = f'xmlns="{namespace}" generationDate="2022-03-22T14:52:26.947+01:00"'
    body = "".join(entities)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {declared}>{body}</{root}>'
    return InputFile("xmlFullSanctionsList_1_1.xml", text.encode())


def make_fsf_csv(*rows: Mapping[str, str], columns: Sequence[str] = FSF_COLUMNS) -> InputFile:
    """A consolidated list in CSV 1.1, with its mark of UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        known = {**_FSF_ROW, **row}
        writer.writerow([known.get(column, "") for column in columns])
    return InputFile("csvFullSanctionsList_1_1.csv", out.getvalue().encode("utf-8-sig"))


def make_journal(*rows: Mapping[str, str], name: str = "32014R0833.csv") -> InputFile:
    """A table of annex entries; each row is the usual one with these cells replaced."""
    usual = {"celex": "32014R0833", "annex": "IV", "schema": "LegalEntity", "name": "Zorvan JSC"}
    made = [{**usual, **row} for row in rows] or [usual]
    columns = list(dict.fromkeys(column for row in made for column in row))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(made)
    return InputFile(name, out.getvalue().encode())
