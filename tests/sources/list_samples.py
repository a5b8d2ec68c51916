"""Small list files with invented parties, in the formats that the readers know."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from ostraka.sources.reading import InputFile

CSL_COLUMNS = (
    *("_id", "source", "entity_number", "type", "programs", "name", "title", "addresses"),
    *("federal_register_notice", "start_date", "end_date", "standard_order"),
    *("license_requirement", "license_policy", "call_sign", "vessel_type", "gross_tonnage"),
    *("gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url"),
    *("alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth"),
    *("source_information_url", "ids"),
)

CSL_SOURCES = {
    "SDN": "Specially Designated Nationals (SDN) - Treasury Department",
    "SSI": "Sectoral Sanctions Identifications List (SSI) - Treasury Department",
    "CMIC": "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - "
    "Treasury Department",
    "MBS": "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department",
    "CAP": "Capta List (CAP) - Treasury Department",
    "EL": "Entity List (EL) - Bureau of Industry and Security",
    "DPL": "Denied Persons List (DPL) - Bureau of Industry and Security",
    "ISN": "Nonproliferation Sanctions (ISN) - State Department",
}


def make_un_xml(*records: str, generated: str = "2024-03-05T00:00:09.554Z") -> InputFile:
    """A UN list with these INDIVIDUAL and ENTITY records."""
    individuals = "".join(r for r in records if r.startswith("<INDIVIDUAL>"))
    entities = "".join(r for r in records if r.startswith("<ENTITY>"))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:noNamespaceSchemaLocation="x.xsd" dateGenerated="{generated}">'
        f"<INDIVIDUALS>{individuals}</INDIVIDUALS><ENTITIES>{entities}</ENTITIES>"
        "</CONSOLIDATED_LIST>"
    )
    return InputFile("consolidated.xml", text.encode())


def make_un_record(tag: str, inner: str = "", **fields: str) -> str:
    """One record of the UN list: the usual fields, replaced or extended by `fields`."""
    base = {
        "DATAID": "900001",
        "VERSIONNUM": "1",
        "FIRST_NAME": "ZORVAN",
        "UN_LIST_TYPE": "DPRK",
        "REFERENCE_NUMBER": "KPi.901",
        "LISTED_ON": "2011-05-06",
        "COMMENTS1": "",
    }
    texts = {**base, **fields}
    body = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items())
    return f"<{tag}>{body}{inner}</{tag}>"


def make_csl(*rows: Mapping[str, str], columns: Sequence[str] = CSL_COLUMNS) -> InputFile:
    """A Consolidated Screening List with these rows; `source` is a code of `CSL_SOURCES`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    for number, row in enumerate(rows, start=1):
        known = {"_id": f"{number:040x}", **row}
        known["source"] = CSL_SOURCES.get(known["source"], known["source"])
        writer.writerow([known.get(column, "") for column in columns])
    return InputFile("consolidated.csv", out.getvalue().encode())


def make_table(text: str, name: str = "own.csv") -> InputFile:
    """A user's table."""
    return InputFile(name, text.encode())


def make_zip(members: Mapping[str, bytes]) -> bytes:
    """A zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def make_gzip(data: bytes) -> bytes:
    """The data as one gzip member."""
    return gzip.compress(data, mtime=0)
