"""The UFLPA Entity List, from its page to parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.party import PartyKind
from ostraka.model.relation import RelationKind
from ostraka.sources.keys import fold
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_agencies.entry import Entry, Tie
from ostraka.sources.us_agencies.enumerations import find_members
from ostraka.sources.us_agencies.names import read_name
from ostraka.sources.us_agencies.notices import find_us_day
from ostraka.sources.us_agencies.one_file import get_only
from ostraka.sources.us_agencies.parties import make_parties
from ostraka.sources.us_agencies.programmes import find_programme
from ostraka.sources.us_agencies.webtable import WebTable, find_columns, read_page
from ostraka.sources.us_trade_csl.names import NameCell

SOURCE = "us_dhs_uflpa"
_REMEDY = "Save the page dhs.gov/uflpa-entity-list whole, as HTML, and import that."
_COLUMNS = {"name": ("name of entity", "entity name", "name", "entity"), "day": ("effective date",)}
_SECTION = re.compile(r"2\s*\(d\)\s*\(2\)\s*\(B\)\s*\((i|ii|iii|iv|v)\)", re.IGNORECASE)
_ROW = re.compile(rb"<tr\b", re.IGNORECASE)
_TABLES = re.compile(rb"<table\b.*</table>", re.IGNORECASE | re.DOTALL)


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of all sections of the Act; the page states no day that its rows hold for.

    Raises:
        SourceRefused: not exactly one page, a page that is not whole, or without these tables.
    """
    file = get_only(files, what="the UFLPA Entity List", remedy=_REMEDY)
    warnings: list[str] = []
    tallies: Counter[str] = Counter()
    entries: list[Entry] = []
    tables = _find_tables(file)
    for table in tables:
        entries.extend(_read_table(table, tallies, warnings))
    return ParsedList(
        parties=make_parties(SOURCE, entries),
        published=None,
        counted=_count_rows(file, headers=len(tables)),
        tallies=dict(tallies),
        warnings=tuple(warnings),
    )


def _find_tables(file: InputFile) -> list[WebTable]:
    tables = [table for table in read_page(file) if find_columns(table.header, _COLUMNS)]
    if tables:
        return tables
    raise SourceRefused(
        "the page has no table with the columns name of entity and effective date",
        where=file.name,
        remedy=_REMEDY,
    )


def _read_table(table: WebTable, tallies: Counter[str], warnings: list[str]) -> Iterator[Entry]:
    places = find_columns(table.header, _COLUMNS) or {}
    programme = _find_programme(table, warnings)
    for row in table.rows:
        tallies["records"] += 1
        text, day = row[places["name"]].text, row[places["day"]].text
        if not text:
            tallies["rows without a name"] += 1
            continue
        if not find_us_day(day):
            warnings.append(f"the effective date {day!r} of {text!r} is not a day")
        yield from _read_row(text, day, programme)


def _find_programme(table: WebTable, warnings: list[str]) -> str:
    found = _SECTION.findall(table.before)
    programme = find_programme(SOURCE, f"({found[-1]})") if found else None
    if programme:
        return programme.code
    warnings.append(f"a table stands under no known section of the Act: {table.before[-80:]!r}")
    return "UFLPA"


def _read_row(text: str, day: str, programme: str) -> Iterator[Entry]:
    cell = read_name(text)
    yield _make_entry(cell, text, day, programme)
    for member in find_members(cell.clause):
        tie = Tie(RelationKind.OWNED_OR_CONTROLLED_BY, cell.name)
        yield _make_entry(read_name(member), text, day, programme, tie)


def _make_entry(cell: NameCell, text: str, day: str, programme: str, *ties: Tie) -> Entry:
    known = find_us_day(day)
    return Entry(
        name=cell,
        raw=text,
        programme=programme,
        same=fold(cell.name),
        kind=PartyKind.ORGANISATION,
        on=known,
        facts=() if known or not day else ((Topic.REMARK, f"effective date: {day}"),),
        ties=ties,
    )


def _count_rows(file: InputFile, *, headers: int) -> int | None:
    """The rows between the first and the last table, counted in the bytes, without their heads."""
    found = _TABLES.search(file.data)
    return len(_ROW.findall(found.group())) - headers if found else None
