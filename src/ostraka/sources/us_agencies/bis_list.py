"""Lists of the BIS that are supplements to 15 CFR 744: from the eCFR or the CSL to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ostraka.model.fact import Topic
from ostraka.model.relation import RelationKind
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.us_agencies.entity_cell import EntityCell, find_head, read_entity_cell
from ostraka.sources.us_agencies.entry import Entry, Place, Tie
from ostraka.sources.us_agencies.notices import find_citations
from ostraka.sources.us_agencies.one_file import get_only
from ostraka.sources.us_agencies.parties import make_parties
from ostraka.sources.us_agencies.screening_list import is_screening_list, iter_entries
from ostraka.sources.us_agencies.supplement import SupplementRow, read_supplement
from ostraka.sources.us_trade_csl.names import NameCell

REMEDY = (
    "Import title-15.xml of part 744 from ecfr.gov, its page saved as HTML, or consolidated.csv."
)


@dataclass(frozen=True, slots=True)
class BisList:
    """One list: its keys, the number of its supplement, and the columns of the supplement."""

    source: str
    programme: str
    what: str
    supplement: int
    columns: Mapping[str, Sequence[str]]


def parse_bis_list(files: Sequence[InputFile], bis: BisList) -> ParsedList:
    """The parties of one list; the file states no date of its own.

    Raises:
        SourceRefused: not exactly one file, or in none of its shapes.
    """
    file = get_only(files, what=bis.what, remedy=REMEDY)
    warnings: list[str] = []
    tallies: Counter[str] = Counter()
    entries = list(_read_entries(file, bis, tallies, warnings))
    return ParsedList(
        parties=make_parties(bis.source, entries),
        published=None,
        tallies=dict(tallies),
        warnings=tuple(warnings),
    )


def _read_entries(
    file: InputFile, bis: BisList, tallies: Counter[str], warnings: list[str]
) -> Iterator[Entry]:
    if not file.data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<") and is_screening_list(file):
        yield from iter_entries(file, bis.source, bis.programme, tallies, warnings)
        return
    country = ""
    rows = read_supplement(file, bis.supplement, bis.columns, remedy=REMEDY)
    heads = Counter(find_head(row["entity"].lines) for row in rows)
    shared = frozenset(head for head, count in heads.items() if head and count > 1)
    for row in rows:
        country = row["country"].text or country
        if not row["entity"].lines or not (row["requirement"].lines or row["notice"].lines):
            tallies["rows of headings and notes"] += 1
            continue
        tallies["records"] += 1
        yield from _read_row(_Place(row, country, bis.programme), shared, tallies)


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of a supplement, the country it stands under and the programme it is of."""

    row: SupplementRow
    country: str
    programme: str


def _read_row(at: _Place, shared: frozenset[str], tallies: Counter[str]) -> Iterator[Entry]:
    cell = read_entity_cell(at.row["entity"].lines, shared)
    yield _make_entry(at, cell, cell.name, ())
    for part in cell.parts:
        tallies["parties named inside another's entry"] += 1
        tie = Tie(RelationKind.OWNED_OR_CONTROLLED_BY, cell.name.name)
        yield _make_entry(at, cell, read_entity_cell([part]).name, (tie,))


def _make_entry(at: _Place, cell: EntityCell, name: NameCell, ties: tuple[Tie, ...]) -> Entry:
    row = at.row
    own = not ties
    notices = find_citations(row["notice"].text)
    parent = (Tie(RelationKind.LINKED_TO, name.parent),) if name.parent else ()
    facts = (
        (Topic.LICENCE_REQUIREMENT, row["requirement"].text),
        (Topic.LICENCE_POLICY, row["policy"].text),
        *((Topic.REMARK, remark) for remark in (cell.remarks if own else ())),
    )
    return Entry(
        name=name,
        raw=row["entity"].text if own else name.name,
        programme=at.programme,
        notices=notices,
        citation="" if notices else row["notice"].text,
        places=tuple(Place(text) for text in (cell.addresses if own else ())),
        country=at.country,
        facts=tuple((topic, text) for topic, text in facts if text),
        ties=ties or parent,
    )
