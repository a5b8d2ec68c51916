"""The rows that the Consolidated Screening List has of one agency's list, as entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Topic
from ostraka.model.relation import RelationKind
from ostraka.sources.dating import find_day
from ostraka.sources.reading import InputFile
from ostraka.sources.us_agencies.columns import fold_heading, read_header
from ostraka.sources.us_agencies.entry import Entry, Place, Tie
from ostraka.sources.us_trade_csl.listings import part_citations
from ostraka.sources.us_trade_csl.lists import find_list
from ostraka.sources.us_trade_csl.names import NameCell, is_address, read_alias_cell, repair
from ostraka.sources.us_trade_csl.record import find_kind, read_name
from ostraka.sources.us_trade_csl.rows import Row, read_rows

_OWN_COLUMNS = frozenset({"source", "entity_number", "federal_register_notice", "alt_names"})


def is_screening_list(file: InputFile) -> bool:
    """Whether a file has the header of the Consolidated Screening List."""
    return {fold_heading(cell) for cell in read_header(file)} >= _OWN_COLUMNS


def iter_entries(
    file: InputFile, source: str, programme: str, tallies: Counter[str], warnings: list[str]
) -> Iterator[Entry]:
    """The entries of one list; rows of other lists are counted and left.

    Raises:
        SourceRefused: the file has no row of that list.
    """
    for row in read_rows(file, warnings):
        legal = find_list(row["source"])
        if legal is None or legal.key != source:
            tallies["rows of other lists"] += 1
            continue
        tallies["records"] += 1
        if not row["name"] or is_address(row["name"]):
            tallies["rows without a name"] += 1
            continue
        yield _make_entry(row, programme)
    if not tallies["records"]:
        raise SourceRefused(
            "this Consolidated Screening List has no row of that list",
            where=file.name,
            remedy=f"An agency's list may have dropped out; import another file of {source}.",
        )


def _make_entry(row: Row, programme: str) -> Entry:
    cell = read_name(row)
    aliases = (*cell.aliases, *read_alias_cell(row.parts("alt_names")))
    order = row["standard_order"].upper()
    return Entry(
        name=NameCell(cell.name, tuple(dict.fromkeys(aliases)), cell.parent, cell.clause),
        raw=row["name"],
        programme=programme,
        kind=find_kind(row, cell),
        on=find_day(row["start_date"]),
        ends=find_day(row["end_date"]),
        citation=part_citations(row["federal_register_notice"]),
        measures=(f"standard order: {order}",) if order else (),
        places=tuple(_make_place(part) for part in row.parts("addresses")),
        facts=tuple(_find_facts(row)),
        ties=(Tie(RelationKind.LINKED_TO, cell.parent),) if cell.parent else (),
    )


def _make_place(text: str) -> Place:
    last = text.rpartition(", ")[2]
    is_code = len(last) == 2 and last.isalpha() and last.isupper()
    return Place(repair(text), country=last if is_code else "")


def _find_facts(row: Row) -> Iterator[tuple[Topic, str]]:
    if row["license_requirement"]:
        yield Topic.LICENCE_REQUIREMENT, row["license_requirement"]
    if row["license_policy"]:
        yield Topic.LICENCE_POLICY, row["license_policy"]
    if row["remarks"]:
        yield Topic.REMARK, row["remarks"]
    for column, text in row.new.items():
        yield Topic.REMARK, f"{column}: {text}"
