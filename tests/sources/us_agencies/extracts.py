"""A third party's extracts of US lists, put back into the shapes of their publishers."""

from __future__ import annotations

import html
import re
from typing import Any

from ostraka.sources.reading import InputFile
from sources.us_agencies.agency_samples import (
    ENTITY_COLUMNS,
    EXPORT_COLUMNS,
    MEU_COLUMNS,
    WRO_COLUMNS,
    make_page,
    make_supplement,
    make_table,
    make_text,
    supplement_rows,
)

Extract = list[dict[str, Any]]


def make_entity_list(extract: Extract) -> InputFile:
    """The supplement with the Entity List."""
    return make_supplement(4, ENTITY_COLUMNS, *supplement_rows(extract))


def make_user_list(extract: Extract) -> InputFile:
    """The supplement with the military end users."""
    rows = [(r[0], r[1], r[4]) for r in supplement_rows(extract)]
    return make_supplement(7, MEU_COLUMNS, *rows)


def make_denied_export(extract: Extract) -> InputFile:
    """The CSV that the page exports, which the extract was made from."""
    rows = []
    for entry in extract:
        name = " A/K/A ".join([entry["name"], *entry["aliases"]])
        year, month, day = entry["effective_date"].split("-")
        cell = f"{name}, {entry['address'] or ''}"
        notice = entry["federal_register"] or ""
        rows.append((cell, f"{month}/{day}/{year}", "", "Standard", notice))
    return make_text(EXPORT_COLUMNS, *rows, name="dpl.csv")


def make_orders(extract: Extract) -> InputFile:
    """The table of orders and findings."""
    return make_text(WRO_COLUMNS, *map(_as_order, extract))


def _as_order(entry: dict[str, Any]) -> list[str]:
    notes = entry["notes"]
    pattern = r"(Industry|Merchandise|Remarks): (.*?)(?=; (?:Industry|Merchandise|Remarks): |$)"
    year, month, day = entry["effective_date"].split("-")
    cells = {
        **dict(re.findall(pattern, notes)),
        "WRO/Finding": notes.partition(";")[0],
        "Effective Date": f"{month}/{day}/{year}",
        "Country": entry["country"],
        "Entity": ", a/k/a ".join([entry["name"], *entry["aliases"]]),
        "Status": entry["status"],
    }
    return [cells.get(column, "") for column in WRO_COLUMNS]


def make_covered_page(extract: Extract) -> InputFile:
    """The page of the Covered List; entries of one row stand in it once."""
    rows: dict[str, str] = {}
    for entry in extract:
        year, month, day = entry["effective_date"].split("-")
        rows[html.escape(entry["notes"])] = f"{month}/{day}/{year}"
    header = ("Covered Equipment or Services", "Date of Inclusion on Covered List")
    return make_page(make_table(header, *rows.items()))


def make_forced_labour_page(extract: Extract) -> InputFile:
    """A page with one table, since the extract does not keep the sections apart."""
    rows = []
    for entry in extract:
        also = f" (also known as {'; '.join(entry['aliases'])})" if entry["aliases"] else ""
        rows.append((html.escape(entry["name"] + also), entry["effective_date"] or ""))
    return make_page(make_table(("Name of Entity", "Effective Date"), *rows))


def make_notice(extract: Extract) -> InputFile:
    """The notice whose companies the extract holds."""
    lines = ["listed in accordance with section 1260H:"]
    for entry in extract:
        group = re.match(r"Listed together with subsidiaries: (.*?)\.? \| ", entry["notes"] or "")
        heading = entry["name"] + "".join(f" ({alias})" for alias in entry["aliases"])
        heading += f" (and its subsidiaries: {group.group(1)})" if group else ""
        lines += [heading, "• It is owned (Section 1260H(g)(2)(B)(i)(I))."]
    lines += ["The list of entities designated in another language follows."]
    return InputFile("notice.txt", "\n".join(lines).encode())
