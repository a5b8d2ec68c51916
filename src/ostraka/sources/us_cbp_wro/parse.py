"""Withhold release orders and findings, from the CSV or the page to parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ostraka.model.fact import Topic
from ostraka.model.party import PartyKind
from ostraka.model.place import CountryRole
from ostraka.model.relation import RelationKind
from ostraka.sources.keys import fold
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.registry import get_source
from ostraka.sources.us_agencies.columns import Row
from ostraka.sources.us_agencies.entry import Entry, Tie
from ostraka.sources.us_agencies.enumerations import find_members, split_parties
from ostraka.sources.us_agencies.names import read_name
from ostraka.sources.us_agencies.notices import find_us_day
from ostraka.sources.us_agencies.one_file import get_only
from ostraka.sources.us_agencies.parties import make_parties
from ostraka.sources.us_agencies.programmes import find_programme
from ostraka.sources.us_cbp_wro.layout import REMEDY, read_rows
from ostraka.sources.us_trade_csl.names import NameCell

SOURCE = "us_cbp_wro"
_VESSEL = re.compile(r"^fishing vessels?:\s*", re.IGNORECASE)
_VESSELS = re.compile(r"^fishing vessels owned by\s+", re.IGNORECASE)
_GOODS = re.compile(r"^all\s|\bproduced in\b", re.IGNORECASE)
_SHARED = re.compile(r"\band their (?:subsidiaries|affiliates)\b.*$", re.IGNORECASE)
_NO_COUNTRY = frozenset({"fishing vessels", "fishing vessel"})


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of all orders and findings in force; the file states no date of its own.

    Raises:
        SourceRefused: not exactly one file, or without the columns of this list.
    """
    file = get_only(files, what="the list of orders and findings", remedy=REMEDY)
    warnings: list[str] = []
    tallies: Counter[str] = Counter()
    maps = get_source(SOURCE).maps
    entries: list[Entry] = []
    for row in read_rows(file, warnings):
        tallies["records"] += 1
        entries.extend(_read_row(row, maps, tallies, warnings))
    return ParsedList(
        parties=make_parties(SOURCE, entries),
        published=None,
        tallies=dict(tallies),
        warnings=tuple(warnings),
    )


def _read_row(
    row: Row,
    maps: Mapping[str, Mapping[str, str]],
    tallies: Counter[str],
    warnings: list[str],
) -> Iterator[Entry]:
    if row["status"].casefold() in maps["over"]:
        tallies["rows of orders no longer in force"] += 1
    elif not row["entity"]:
        tallies["rows without a name"] += 1
    elif _GOODS.search(row["entity"]):
        tallies["rows on goods that name no party"] += 1
    else:
        programme = find_programme(SOURCE, row["kind"])
        if programme is None:
            warnings.append(f"{row['kind']!r} is neither an order nor a finding; read as an order")
        yield from _read_parties(row, programme.code if programme else "WRO")


def _read_parties(row: Row, programme: str) -> Iterator[Entry]:
    shared = _SHARED.search(row["entity"])
    for text in split_parties(row["entity"]):
        kind = PartyKind.VESSEL if _VESSEL.match(text) else PartyKind.ORGANISATION
        cell = read_name(_VESSELS.sub("", _VESSEL.sub("", text)))
        if shared and not cell.clause:
            cell = replace(cell, clause=shared.group())
        yield _make_entry(row, cell, programme, kind)
        for member in find_members(cell.clause):
            tie = Tie(RelationKind.OWNED_OR_CONTROLLED_BY, cell.name)
            yield _make_entry(row, read_name(member), programme, kind, tie)


def _make_entry(row: Row, cell: NameCell, programme: str, kind: PartyKind, *ties: Tie) -> Entry:
    day = find_us_day(row["day"])
    country = "" if row["country"].casefold() in _NO_COUNTRY else row["country"]
    return Entry(
        name=cell,
        raw=row["entity"],
        programme=programme,
        same=f"{kind}|{fold(cell.name)}",
        kind=kind,
        on=day,
        measures=tuple(f"{c}: {row[c]}" for c in ("merchandise", "status") if row[c]),
        country=country,
        country_role=CountryRole.RESIDENCE,
        facts=tuple(_find_facts(row)),
        ties=ties,
    )


def _find_facts(row: Row) -> Iterator[tuple[Topic, str]]:
    if row["industry"]:
        yield Topic.ORGANISATION_TYPE, row["industry"]
    if row["remarks"]:
        yield Topic.REMARK, row["remarks"]
    if row["day"] and not find_us_day(row["day"]):
        yield Topic.REMARK, f"effective date: {row['day']}"
    for column, text in row.new.items():
        yield Topic.REMARK, f"{column}: {text}"
