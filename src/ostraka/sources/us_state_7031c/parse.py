"""Designations under section 7031(c), from a table with citations to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.name import NameKind
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.sources.dating import find_day
from ostraka.sources.keys import fold
from ostraka.sources.packed_names import is_latin
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_agencies.columns import Row, read_columns
from ostraka.sources.us_agencies.entry import Entry
from ostraka.sources.us_agencies.one_file import get_only
from ostraka.sources.us_agencies.parties import make_parties
from ostraka.sources.us_agencies.programmes import find_programme
from ostraka.sources.us_state_7031c.layout import LAYOUT, REMEDY
from ostraka.sources.us_trade_csl.names import Alias, NameCell

SOURCE = "us_state_7031c"
_UNVERIFIED = "Not checked against the Department's own announcement."
_COMMENT = b"#"


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The persons of the table; its last announcement is the day the table is of.

    Raises:
        SourceRefused: not exactly one table with these columns, or a row without a name, with
            another ground, or with a day that is none.
    """
    file = _without_head(get_only(files, what="the table of designations", remedy=REMEDY))
    warnings: list[str] = []
    tallies: Counter[str] = Counter()
    entries = list(_read_entries(file, tallies, warnings))
    days = [day for entry in entries for day in (entry.on, entry.removed) if day]
    return ParsedList(
        parties=make_parties(SOURCE, entries),
        published=max(days, default=None),
        tallies=dict(tallies),
        warnings=tuple(warnings),
    )


def _without_head(file: InputFile) -> InputFile:
    lines = file.data.splitlines(keepends=True)
    return InputFile(
        file.name, b"".join(line for line in lines if not line.lstrip().startswith(_COMMENT))
    )


def _read_entries(file: InputFile, tallies: Counter[str], warnings: list[str]) -> Iterator[Entry]:
    for row in read_columns(file, LAYOUT, warnings):
        tallies["records"] += 1
        problem = _find_problem(row)
        if problem:
            raise SourceRefused(f"row {row.number} {problem}", where=file.name, remedy=REMEDY)
        tallies["rows not verified"] += row["verified"].casefold() != "yes"
        yield _make_entry(row)


def _find_problem(row: Row) -> str:
    if not row["name"]:
        return "has no name"
    if find_programme(SOURCE, row["ground"]) is None:
        return f"gives the ground {row['ground']!r}, which is neither corruption nor rights"
    if not find_day(row["announced"]):
        return f"gives the day {row['announced']!r}, which is not of the form 2021-12-10"
    return "" if row["citation"] else "has no citation"


def _make_entry(row: Row) -> Entry:
    programme = find_programme(SOURCE, row["ground"])
    aliases = tuple(
        Alias(text, NameKind.ALIAS if is_latin(text) else NameKind.ORIGINAL_SCRIPT)
        for text in map(str.strip, row["aliases"].split(";"))
        if text
    )
    return Entry(
        name=NameCell(row["name"], aliases),
        raw=row["name"],
        programme=programme.code if programme else "",
        same=f"{fold(row['name'])}|{row['country']}",
        kind=PartyKind.PERSON,
        on=find_day(row["announced"]),
        removed=find_day(row["removed"]),
        citation=row["citation"],
        measures=tuple(filter(None, (row["family"],))),
        country=row["country"],
        country_role=CountryRole.RESIDENCE,
        facts=tuple(_find_facts(row)),
    )


def _find_facts(row: Row) -> Iterator[tuple[Topic, str]]:
    if row["position"]:
        yield Topic.POSITION, row["position"]
    if row["note"]:
        yield Topic.REMARK, row["note"]
    if row["verified"].casefold() != "yes":
        yield Topic.REMARK, _UNVERIFIED
