"""Small files in the formats of the United Kingdom's lists, with invented designations."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from ostraka.sources.reading import InputFile

UKSL_COLUMNS = (
    *("Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1"),
    *("Name 2", "Name 3", "Name 4", "Name 5", "Name type", "Alias strength", "Title"),
    *("Name non-latin script", "Non-latin script type", "Non-latin script language"),
    *("Regime Name", "Designation Type", "Designation source", "Sanctions Imposed"),
    *("Other Information", "UK Statement of Reasons", "Address Line 1", "Address Line 2"),
    *("Address Line 3", "Address Line 4", "Address Line 5", "Address Line 6"),
    *("Address Postal Code", "Address Country", "Phone number", "Website", "Email address"),
    *("Date Designated", "D.O.B", "Nationality(/ies)", "National Identifier number"),
    *("National Identifier additional information", "Passport number"),
    *("Passport additional information", "Position", "Gender", "Town of birth"),
    *("Country of birth", "Type of entity", "Subsidiaries", "Parent company"),
    *("Business registration number (s)", "IMO number", "Current owner/operator (s)"),
    *("Previous owner/operator (s)", "Current believed flag of ship", "Previous flags"),
    *("Type of ship", "Tonnage of ship", "Length of ship", "Year Built"),
    "Hull identification number (HIN)",
)
CONLIST_COLUMNS = (
    *("Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title"),
    *("Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language", "DOB"),
    *("Town of Birth", "Country of Birth", "Nationality", "Passport Number"),
    *("Passport Details", "National Identification Number", "National Identification Details"),
    *("Position", "Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6"),
    *("Post/Zip Code", "Country", "Other Information", "Group Type", "Alias Type"),
    *("Alias Quality", "Regime", "Listed On", "UK Sanctions List Date Designated"),
    *("Last Updated", "Group ID"),
)
_UKSL_ROW = {
    "Unique ID": "GHR9001",
    "Name 6": "QUILL",
    "Name 1": "Zorvan",
    "Name type": "Primary Name",
    "Regime Name": "Global Human Rights",
    "Designation Type": "Individual",
    "Designation source": "UK",
    "Sanctions Imposed": "Asset freeze|Travel Ban",
    "Date Designated": "22/03/2021",
    "Last Updated": "22/03/2021",
}
_CONLIST_ROW = {
    "Name 6": "QUILL",
    "Name 1": "Zorvan",
    "Group Type": "Individual",
    "Alias Type": "Primary name",
    "Regime": "Russia",
    "Listed On": "11/03/2022",
    "UK Sanctions List Date Designated": "11/03/2022",
    "Last Updated": "11/03/2022",
    "Group ID": "99001",
}
_HEAD = {
    "LastUpdated": "05/01/2026",
    "DateDesignated": "22/03/2021",
    "UniqueID": "GHR9001",
    "RegimeName": "The Global Human Rights Sanctions Regulations 2020",
    "IndividualEntityShip": "Individual",
    "DesignationSource": "UK",
}


def make_uksl_csv(
    *rows: Mapping[str, str],
    columns: Sequence[str] = UKSL_COLUMNS,
    first: str = "Report Date: 10-Jun-2026",
) -> InputFile:
    """A UK Sanctions List of these rows; each is the usual row with these cells replaced."""
    lines = [[first], list(columns)]
    lines += [[{**_UKSL_ROW, **row}.get(c, "") for c in columns] for row in rows]
    return InputFile("UK-Sanctions-List.csv", _write(lines).encode())


def make_conlist(
    *rows: Mapping[str, str],
    columns: Sequence[str] = CONLIST_COLUMNS,
    encoding: str = "cp1252",
    first: Sequence[str] = ("Last Updated", "04/05/2022"),
) -> InputFile:
    """An OFSI list of these rows; each is the usual row with these cells replaced."""
    lines = [list(first), list(columns)]
    lines += [[{**_CONLIST_ROW, **row}.get(c, "") for c in columns] for row in rows]
    return InputFile("ConList.csv", _write(lines).encode(encoding))


def make_name(
    name_6: str, *, kind: str = "Primary Name", strength: str = "", name_1: str = ""
) -> str:
    """A Name element of the XML."""
    return (
        f"<Name><Name1>{escape(name_1)}</Name1><Name6>{escape(name_6)}</Name6>"
        f"<NameType>{kind}</NameType><AliasStrength>{strength}</AliasStrength></Name>"
    )


def make_designation(inner: str = "", names: str = "", **head: str) -> str:
    """A Designation of the XML: the usual head with these fields, names, and inner elements."""
    fields = "".join(f"<{k}>{escape(v)}</{k}>" for k, v in {**_HEAD, **head}.items())
    named = names or make_name("QUILL", name_1="Zorvan")
    return f"<Designation>{fields}<Names>{named}</Names>{inner}</Designation>"


def make_uksl_xml(*designations: str, root: str = "Designations", namespace: str = "") -> InputFile:
    """A UK Sanctions List in XML."""
    declared = f' xmlns="{namespace}"' if namespace else ""
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root}{declared}>'
        f"<DateGenerated>10/06/2026</DateGenerated>{''.join(designations)}</{root}>"
    )
    return InputFile("UK-Sanctions-List.xml", text.encode())


def _write(lines: Sequence[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return out.getvalue()
