"""Two states of an invented list, a book of customers, and the full runs they are checked by."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from ostraka.matching.building import build_index
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights
from ostraka.model.party import Party
from ostraka.model.snapshot import Engine
from ostraka.screening.rescreening import ListChange, find_change
from ostraka.screening.screener import Screener, Settings
from ostraka.screening.tables.hit_rows import HitRow
from ostraka.screening.tables.run import FileOptions, screen_file
from screening.tables_fakes import make_clock

Alert = tuple[str, str]
"""The row and the party of a hit."""

ENGINE = Engine(
    version="1",
    index="1",
    as_of=date(2026, 11, 22),
    threshold=0.7,
    limit=None,
    policy=None,
    weak_aliases=False,
    snapshots=(),
)


def make_screener(
    folder: Path, parties: Sequence[Party], settings: Settings | None = None
) -> Screener:
    """A screener over these parties alone."""
    path = folder / "list.index"
    build_index(parties, path, load_weights())
    return Screener(open_index(path, load_weights()), ENGINE, settings or Settings(limit=None))


def make_change(
    folder: Path,
    before: Sequence[Party],
    after: Sequence[Party],
    settings: Settings | None = None,
) -> ListChange:
    """How the list changed from one state to the other."""
    return find_change(
        make_screener(folder, before, settings), make_screener(folder, after, settings)
    )


def write_book(folder: Path, customers: Sequence[Mapping[str, str]]) -> Path:
    """The customers as a CSV file."""
    path = folder / "book.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", "name", "kind", "dob", "country", "identifier"])
        writer.writeheader()
        writer.writerows(customers)
    return path


def run_whole(screener: Screener, book: Path, out: Path) -> dict[Alert, dict[str, str]]:
    """The rows of a full run over the book."""
    clock = make_clock()
    options = FileOptions(clock=lambda: next(clock), engine="invented")
    screen_file(screener.find_rows, book, out, options)
    with out.open(newline="", encoding="utf-8") as file:
        return {(row["row"], row["party"]): row for row in csv.DictReader(file)}


def name_alert(hit: HitRow) -> Alert:
    """What tells a hit from the others."""
    return str(hit.row), hit.party
