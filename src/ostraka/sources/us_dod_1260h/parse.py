"""Chinese military companies, from the notice or a table to parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ostraka.model.fact import Topic
from ostraka.model.name import NameKind
from ostraka.model.party import PartyKind
from ostraka.model.relation import RelationKind
from ostraka.sources.dating import find_day
from ostraka.sources.keys import fold
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_agencies.columns import Row, read_columns, read_header
from ostraka.sources.us_agencies.entry import Entry, Tie
from ostraka.sources.us_agencies.enumerations import split_list
from ostraka.sources.us_agencies.names import read_name
from ostraka.sources.us_agencies.one_file import get_only
from ostraka.sources.us_agencies.parties import make_parties
from ostraka.sources.us_dod_1260h.layout import LAYOUT
from ostraka.sources.us_dod_1260h.notice import REMEDY, Company, Notice, read_notice
from ostraka.sources.us_trade_csl.names import Alias, NameCell

SOURCE = "us_dod_1260h"
_SUBSIDIARIES = re.compile(r"\s*\(and\s[^():]*subsidiar(?:y|ies):\s*(?P<names>.*)\)\s*$", re.DOTALL)


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The companies of one edition, with its day where the notice carries its page heads.

    Raises:
        SourceRefused: not exactly one file, or neither a notice nor a table with these columns.
    """
    file = get_only(files, what="the list of section 1260H", remedy=REMEDY)
    warnings: list[str] = []
    tallies: Counter[str] = Counter()
    published = None
    if _is_table(file):
        entries = list(_read_table(file, tallies, warnings))
    else:
        notice = read_notice(file)
        published = notice.published
        entries = list(_read_companies(notice, tallies))
    return ParsedList(
        parties=make_parties(SOURCE, entries),
        published=published,
        tallies=dict(tallies),
        warnings=tuple(warnings),
    )


def _is_table(file: InputFile) -> bool:
    return file.name.casefold().endswith(".csv") and len(read_header(file)) > 1


def _read_companies(notice: Notice, tallies: Counter[str]) -> Iterator[Entry]:
    tallies["companies removed by the notice"] += notice.removed
    citation = f"FR Doc. {notice.document}" if notice.document else ""
    for company in notice.companies:
        tallies["records"] += 1
        for entry in _read_company(company, citation, tallies):
            yield replace(entry, on=notice.published)


def _read_company(company: Company, citation: str, tallies: Counter[str]) -> Iterator[Entry]:
    group = _SUBSIDIARIES.search(company.heading)
    own = company.heading[: group.start()] if group else company.heading
    cell = read_name(own, short_names=True)
    facts = tuple((Topic.REASON, reason) for reason in company.reasons)
    yield _make_entry(cell, own, citation, facts=facts)
    for member in split_list(group["names"]) if group else ():
        tallies["parties named inside another's entry"] += 1
        tie = Tie(RelationKind.OWNED_OR_CONTROLLED_BY, cell.name)
        yield _make_entry(read_name(member, short_names=True), member, citation, ties=(tie,))


def _make_entry(
    cell: NameCell,
    raw: str,
    citation: str,
    *,
    facts: tuple[tuple[Topic, str], ...] = (),
    ties: tuple[Tie, ...] = (),
) -> Entry:
    return Entry(
        name=cell,
        raw=raw,
        programme="1260H",
        same=fold(cell.name),
        kind=PartyKind.ORGANISATION,
        citation=citation,
        facts=facts,
        ties=ties,
    )


def _read_table(file: InputFile, tallies: Counter[str], warnings: list[str]) -> Iterator[Entry]:
    for row in read_columns(file, LAYOUT, warnings):
        tallies["records"] += 1
        if not row["name"]:
            tallies["rows without a name"] += 1
            continue
        odd = [row[c] for c in ("start", "end") if row[c] and not find_day(row[c])]
        warnings.extend(f"row {row.number}: {text!r} is not a day" for text in odd)
        yield _make_row_entry(row)


def _make_row_entry(row: Row) -> Entry:
    aliases = (
        Alias(text.strip(), kind)
        for column, kind in (("aliases", NameKind.ALIAS), ("former", NameKind.FORMER))
        for text in row[column].split(";")
        if text.strip()
    )
    ties = (Tie(RelationKind.OWNED_OR_CONTROLLED_BY, row["parent"]),) if row["parent"] else ()
    reason = ((Topic.REASON, row["reason"]),) if row["reason"] else ()
    new = tuple((Topic.REMARK, f"{column}: {text}") for column, text in row.new.items())
    entry = _make_entry(
        NameCell(row["name"], tuple(dict.fromkeys(aliases))),
        row["name"],
        row["citation"],
        facts=(*reason, *new),
        ties=ties,
    )
    return replace(entry, on=find_day(row["start"]), removed=find_day(row["end"]))
