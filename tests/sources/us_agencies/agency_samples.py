"""Small lists of US agencies with invented parties, and the third-party extracts as their files."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ostraka.sources.reading import InputFile

ENTITY_COLUMNS = (
    "Country",
    "Entity",
    "License requirement",
    "License review policy",
    "Federal Register citation",
)
MEU_COLUMNS = ("Country", "Entity", "Federal Register citation")
DPL_COLUMNS = (
    *("Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date"),
    *("Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation"),
)
EXPORT_COLUMNS = (
    *("Name_and_Address", "Effective_Date", "Expiration_Date", "Type of Denial"),
    "Appropriate Federal Register Citations",
)
WRO_COLUMNS = (
    *("WRO/Finding", "Effective Date", "Country", "Industry", "Merchandise", "Entity", "Status"),
    "Remarks",
)


def make_page(*blocks: str) -> InputFile:
    """A web page with these blocks in its body."""
    text = f"<!DOCTYPE html>\n<html><head></head><body>{''.join(blocks)}</body></html>\n"
    return InputFile("page.html", text.encode())


def make_table(header: Sequence[str], *rows: Sequence[str]) -> str:
    """A table of a page; the cells are HTML."""
    lines = ["".join(f"<th>{cell}</th>" for cell in header)]
    lines += ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def make_supplement(
    number: int, header: Sequence[str], *rows: Sequence[str], name: str = "title-15.xml"
) -> InputFile:
    """Part 744 of the eCFR with one supplement, and another after it."""
    table = make_table(header, *rows)
    for tag in ("table", "tr", "th", "td"):
        table = table.replace(f"<{tag}>", f"<{tag.upper()}>").replace(
            f"</{tag}>", f"</{tag.upper()}>"
        )
    other = make_table(("Country", "Entity"), ("X", "Not of this list"))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD>'
        f'<DIV9 TYPE="APPENDIX"><HEAD>Supplement No. {number} to Part 744—List</HEAD>'
        f"<DIV><DIV>{table}</DIV></DIV></DIV9>"
        f'<DIV9 TYPE="APPENDIX"><HEAD>Supplement No. 9 to Part 744</HEAD>{other}</DIV9></DIV5>'
    )
    return InputFile(name, text.encode())


def make_text(
    header: Sequence[str], *rows: Sequence[str], delimiter: str = ",", name: str = "list.csv"
) -> InputFile:
    """A CSV file, or with another delimiter a text file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([header, *rows])
    return InputFile(name, out.getvalue().encode())


def load_extract(shared: Path, path: str) -> list[dict[str, Any]]:
    """The entries of a third party's extract of an official publication."""
    content = json.loads((shared / "lists" / path).read_text(encoding="utf-8"))
    entries: list[dict[str, Any]] = content["entities"]
    assert len(entries) == content["count"]
    return entries


def supplement_rows(entries: Iterable[dict[str, Any]]) -> list[tuple[str, ...]]:
    """The entries of an extract as rows of a supplement, each country named once."""
    rows: list[tuple[str, ...]] = []
    country = ""
    for entry in entries:
        cell = "<br/>".join(html.escape(line) for line in _cell_lines(entry))
        new = entry["country"].upper() if entry["country"] != country else ""
        country = entry["country"]
        notes = html.escape(entry["notes"] or "For all items subject to the EAR.")
        notice = html.escape(entry["federal_register"] or "")
        rows.append((new, cell, notes, "Presumption of denial", notice))
    return rows


def _cell_lines(entry: dict[str, Any]) -> list[str]:
    aliases: list[str] = entry["aliases"]
    address = entry["address"] or ""
    if not aliases:
        return [f"{entry['name']}, {address}"]
    ends = [*[";"] * (len(aliases) - 2), "; and", "."][-len(aliases) :]
    lines = [f"—{alias}{end}" for alias, end in zip(aliases, ends, strict=True)]
    return [f"{entry['name']}, a.k.a., the following {len(aliases)} alias(es):", *lines, address]
