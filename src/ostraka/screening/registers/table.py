"""The stakes of an edition as a table on disk, of which a question reads the part it rests on.

A register has millions of stakes, and reading it whole would take a quarter of an hour a question.
The table is written once, when the edition comes in, and is read only.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ostraka.model.errors import NotPublished, StoreDamaged
from ostraka.model.ownership import Interest
from ostraka.ownership.readers.keys import fold
from ostraka.ownership.readers.psc import PscRecord
from ostraka.ownership.stakes import Stake, Stakes

_BATCH = 50_000
_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
CREATE TABLE stakes (owner, owned, low, high, interest, start, "end", holder, "group", file, row);
CREATE TABLE files (number INTEGER PRIMARY KEY, name);
CREATE TABLE names (folded, key, name, rank);
"""
_INDEXES = """
CREATE INDEX stakes_owned ON stakes (owned);
CREATE INDEX names_folded ON names (folded);
CREATE INDEX names_key ON names (key);
"""
_NUMBER, _NAME = 0, 1  # what the name of a key is: its number where nothing better is stated


@dataclass(slots=True)
class _Counts:
    stakes: int = 0
    files: dict[str, int] = field(default_factory=dict)  # a name in each row would be a tenth of it


def write_table(path: Path, records: Iterable[PscRecord]) -> int:
    """The file holds every stake and name of the records; how many stakes there are.

    Raises:
        NotPublished: There is no room for it.
    """
    counts = _Counts()
    try:
        _fill(path, records, counts)
    except sqlite3.Error as error:
        raise NotPublished(
            f"the table of its stakes cannot be written: {error}",
            where=str(path.parent),
            remedy="Make room on the disk, then try again.",
        ) from error
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return counts.stakes


def _fill(path: Path, records: Iterable[PscRecord], counts: _Counts) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as table:
        table.executescript(_TABLES)
        table.execute("BEGIN")
        stakes: list[tuple[object, ...]] = []
        names: list[tuple[object, ...]] = []
        for record in records:
            stakes.extend(_make_row(stake, counts) for stake in record.stakes)
            names.extend(_make_names(record))
            if len(stakes) + len(names) > _BATCH:
                _flush(table, stakes, names, counts)
        _flush(table, stakes, names, counts)
        numbered = [(number, name) for name, number in counts.files.items()]
        table.executemany("INSERT INTO files VALUES (?, ?)", numbered)
        table.execute("COMMIT")
        table.executescript(_INDEXES)


def read_above(path: Path, texts: Iterable[str]) -> Stakes:
    """The stakes in the parties of these names and keys, in their owners, in theirs, and so on.

    Raises:
        StoreDamaged: It is no such table.
    """
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as table:
            keys = {key for text in texts for key in _find_keys(table, text)}
            stakes = _walk_up(table, keys)
            named = keys.union(*(stake[:2] for stake in stakes))
            names = {key: name for key in sorted(named) for name in _find_name(table, key)}
    except (sqlite3.Error, ValueError, KeyError) as error:
        raise StoreDamaged(
            f"the table of its stakes cannot be read: {error}",
            where=str(path.parent),
            remedy="Remove this folder, and fetch the register again: `ostraka sync`.",
        ) from error
    return Stakes(stakes, names)


def _walk_up(table: sqlite3.Connection, keys: set[str]) -> list[Stake]:
    files = dict(table.execute("SELECT number, name FROM files"))
    seen, waiting = set(keys), sorted(keys)
    found: list[Stake] = []
    while waiting:
        query = "SELECT * FROM stakes WHERE owned = ? ORDER BY rowid"
        for row in table.execute(query, (waiting.pop(),)):
            stake = _read_row(row, files)
            found.append(stake)
            if stake.owner not in seen:
                seen.add(stake.owner)
                waiting.append(stake.owner)
    return found


def _find_keys(table: sqlite3.Connection, text: str) -> set[str]:
    folded = fold(text)
    query = "SELECT DISTINCT key FROM names WHERE folded = ?"
    found = {str(key) for (key,) in table.execute(query, (folded,))}
    for key in {text.strip(), folded, folded.upper()}:
        if table.execute("SELECT 1 FROM stakes WHERE owned = ?", (key,)).fetchone():
            found.add(key)
    return found


def _find_name(table: sqlite3.Connection, key: str) -> Iterator[str]:
    query = "SELECT name FROM names WHERE key = ? ORDER BY rank DESC, rowid DESC LIMIT 1"
    return (str(name) for (name,) in table.execute(query, (key,)))


def _flush(
    table: sqlite3.Connection,
    stakes: list[tuple[object, ...]],
    names: list[tuple[object, ...]],
    counts: _Counts,
) -> None:
    counts.stakes += len(stakes)
    table.executemany(f"INSERT INTO stakes VALUES ({', '.join('?' * 11)})", stakes)  # noqa: S608
    table.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", dict.fromkeys(names))
    stakes.clear()
    names.clear()


def _make_names(record: PscRecord) -> Iterator[tuple[object, ...]]:
    for key, name in record.owner.items():
        yield fold(name), key, name, _NAME
    for key, number in record.company.items():
        yield fold(number), key, number, _NUMBER


def _make_row(stake: Stake, counts: _Counts) -> tuple[object, ...]:
    file = counts.files.setdefault(stake.file, len(counts.files))
    days = (day.isoformat() if day else None for day in (stake.start, stake.end))
    return (*stake[:4], stake.interest.value, *days, *stake[7:9], file, stake.row)


def _read_row(row: tuple[Any, ...], files: Mapping[int, str]) -> Stake:
    start, end = (date.fromisoformat(day) if day else None for day in row[5:7])
    low, high = int(row[2]), int(row[3])
    file, number = files[row[9]], int(row[10])
    return Stake(
        row[0], row[1], low, high, Interest(row[4]), start, end, row[7], row[8], file, number
    )
