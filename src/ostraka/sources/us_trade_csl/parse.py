"""The Consolidated Screening List, from its CSV to parties."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party
from ostraka.model.relation import Relation
from ostraka.sources.keys import Unnumbered, derive_keys
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_trade_csl.lists import find_list, load_lists
from ostraka.sources.us_trade_csl.names import NameCell, is_address
from ostraka.sources.us_trade_csl.record import find_kind, read_name, read_party
from ostraka.sources.us_trade_csl.rows import Row, count_rows, read_rows

_MERGED = (
    *("names", "listings", "identifiers", "addresses", "countries", "born", "birth_places"),
    *("genders", "established", "relations", "facts"),
)
_ROWS_OF = "rows of "


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of the thirteen lists; the file states no date of its own.

    All rows of one `entity_number` are one party with several listings. A row without a number is
    a party of its own: the file gives no other sign that two of them are the same.

    Raises:
        SourceRefused: not exactly one file, or a CSV that lacks the columns of this list.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the Consolidated Screening List is one CSV file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import the one file consolidated.csv.",
        )
    warnings: list[str] = []
    tallies: Counter[str] = Counter()
    named = list(_named_rows(read_rows(files[0], warnings), tallies))
    warnings.extend(_odd_sources(named))
    return ParsedList(
        parties=_link(_merge(_parties(named))),
        published=None,
        counted=count_rows(files[0]),
        tallies=dict(tallies),
        parts=_count_parts(tallies),
        warnings=tuple(warnings),
    )


def _named_rows(rows: Iterator[Row], tallies: Counter[str]) -> Iterator[tuple[Row, NameCell]]:
    for row in rows:
        tallies["records"] += 1
        legal = find_list(row["source"])
        tallies[f"{_ROWS_OF}{legal.code if legal else row['source']}"] += 1
        if not row["name"]:
            tallies["rows without a name"] += 1
        elif is_address(row["name"]):
            tallies["rows with an address for a name"] += 1
        else:
            yield row, read_name(row)


def _count_parts(tallies: Counter[str]) -> dict[str, int]:
    rows = {what.removeprefix(_ROWS_OF): n for what, n in tallies.items() if _ROWS_OF in what}
    return {code: rows[code] for code in load_lists() if code in rows}


def _parties(named: Sequence[tuple[Row, NameCell]]) -> Iterator[Party]:
    unnumbered = [(row, cell) for row, cell in named if not row["entity_number"]]
    keys = iter(derive_keys([_make_basis(row, cell) for row, cell in unnumbered]))
    for row, cell in named:
        yield read_party(row, row["entity_number"] or next(keys), cell)


def _make_basis(row: Row, cell: NameCell) -> Unnumbered:
    legal = find_list(row["source"])
    return Unnumbered(
        legal.key if legal else row["source"],
        find_kind(row, cell) or "",
        row["name"],
        row["start_date"],
        row["federal_register_notice"],
        row["addresses"],
    )


def _merge(parties: Iterator[Party]) -> Iterator[Party]:
    by_id: dict[str, Party] = {}
    for party in parties:
        held = by_id.get(party.id)
        by_id[party.id] = _joined(held, party) if held else party
    return iter(by_id.values())


def _joined(first: Party, second: Party) -> Party:
    both: dict[str, Any] = {
        field: tuple(dict.fromkeys([*getattr(first, field), *getattr(second, field)]))
        for field in _MERGED
    }
    return dataclasses.replace(first, **both)


def _link(parties: Iterator[Party]) -> tuple[Party, ...]:
    """The parties with the others they are linked to found by name, where only one has it."""
    found = tuple(parties)
    holders: dict[str, set[str]] = {}
    for party in found:
        holders.setdefault(party.name, set()).add(party.id)
    return tuple(
        dataclasses.replace(p, relations=tuple(_resolve(r, holders) for r in p.relations))
        if p.relations
        else p
        for p in found
    )


def _resolve(relation: Relation, holders: dict[str, set[str]]) -> Relation:
    ids = holders.get(relation.other_name, set())
    return dataclasses.replace(relation, other=next(iter(ids))) if len(ids) == 1 else relation


def _odd_sources(named: Sequence[tuple[Row, NameCell]]) -> Iterator[str]:
    seen = {row["source"] for row, _ in named}
    found = {legal.code for legal in map(find_list, seen) if legal}
    for source in sorted(seen):
        if not find_list(source):
            yield f"the list {source!r} is new; its listings are read as a mere status"
    missing = sorted(load_lists().keys() - found)
    if missing:
        yield f"no row of {', '.join(missing)}: an agency's list may have dropped out of the file"
