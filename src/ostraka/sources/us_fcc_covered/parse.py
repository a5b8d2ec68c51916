"""The Covered List, from its page to parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.party import PartyKind
from ostraka.sources.keys import fold
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_agencies.entry import Entry
from ostraka.sources.us_agencies.names import read_name
from ostraka.sources.us_agencies.notices import Citation, find_us_day
from ostraka.sources.us_agencies.one_file import get_only
from ostraka.sources.us_agencies.parties import make_parties
from ostraka.sources.us_agencies.webtable import Cell, WebTable, find_columns, read_page

SOURCE = "us_fcc_covered"
_REMEDY = "Save the page fcc.gov/supplychain/coveredlist whole, as HTML, and import that."
_COLUMNS = {
    "covered": ("covered equipment or services", "covered equipment and services"),
    "day": ("date of inclusion on covered list", "date of inclusion"),
}
_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4}")
_MAKER = re.compile(
    r"\b(?:produced|provided|supplied|manufactured)(?:, directly or indirectly,)? by\s+"
    r"(?P<name>(?:the\s+)?[A-Z0-9].*?)"
    r"(?=,? (?:or any|including|to the extent|subject to|and its|and any)\b|[,;.] [A-Za-z]|\.?$)"
)
_WHOLLY_OWNED = re.compile(
    r"\bits wholly[- ]owned subsidiary,?\s+(?P<name>[A-Z].*?)(?= subject|,|$)"
)
_CLAUSE = re.compile(
    r"or any of (?:its|their) [^.]*?(?:subsidiaries|affiliates|successors|assignees)[^.;),]*",
    re.IGNORECASE,
)
_NOTE_MARKS = "*†‡^#"
_SHORT_FORM = re.compile(r"\b(?:Inc|Corp|Ltd|Co)$")


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The companies the list names; the page states no day that its rows hold for.

    Raises:
        SourceRefused: not exactly one page, a page that is not whole, or without this table.
    """
    file = get_only(files, what="the Covered List", remedy=_REMEDY)
    tallies: Counter[str] = Counter()
    warnings: list[str] = []
    entries = list(_read_table(_find_table(file), tallies, warnings))
    return ParsedList(
        parties=make_parties(SOURCE, entries),
        published=None,
        tallies=dict(tallies),
        warnings=tuple(warnings),
    )


def _find_table(file: InputFile) -> WebTable:
    for table in read_page(file):
        if find_columns(table.header, _COLUMNS):
            return table
    raise SourceRefused(
        "the page has no table with the columns covered equipment or services, date of inclusion",
        where=file.name,
        remedy=_REMEDY,
    )


def _read_table(table: WebTable, tallies: Counter[str], warnings: list[str]) -> Iterator[Entry]:
    places = find_columns(table.header, _COLUMNS) or {}
    for row in table.rows:
        covered, day = row[places["covered"]], row[places["day"]]
        if not covered.lines:
            continue
        tallies["records"] += 1
        names = find_companies(covered)
        if not names:
            tallies["rows on equipment that name no party"] += 1
        elif not _DAY.search(day.text):
            warnings.append(f"the date of inclusion {day.text!r} is not a day")
        for name in names:
            yield _make_entry(name, covered.text, _DAY.findall(day.text))


def find_companies(cell: Cell) -> tuple[str, ...]:
    """The companies a row of prose names: in bold, else those that produce, provide or supply.

    >>> find_companies(Cell(("Equipment produced by Zorvan Company, including services.",)))
    ('Zorvan Company',)
    """
    makers = [m["name"] for rule in (_MAKER, _WHOLLY_OWNED) for m in rule.finditer(cell.text)]
    found = (name.strip(f" ,;:{_NOTE_MARKS}") for name in cell.strong or makers)
    full = (f"{name}." if _SHORT_FORM.search(name) else name for name in found)
    return tuple(dict.fromkeys(name for name in full if any(map(str.isalpha, name))))


def _make_entry(name: str, covered: str, days: list[str]) -> Entry:
    first, *later = [*days, ""]
    clause = _CLAUSE.search(covered)
    on = find_us_day(first)
    updates = tuple(Citation("", find_us_day(day)) for day in later if find_us_day(day))
    cell = read_name(name)
    return Entry(
        name=replace(cell, clause=clause.group() if clause else cell.clause),
        raw=name,
        programme="FCC-COVERED",
        same=fold(cell.name),
        kind=PartyKind.ORGANISATION,
        on=on,
        notices=(Citation("", on), *updates) if on else (),
        facts=((Topic.REASON, covered),),
    )
