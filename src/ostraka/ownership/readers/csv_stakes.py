"""Stakes as a table: `owner,owned,percent` and what else the contract's columns say."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TextIO

from ostraka.model.errors import StakesRefused
from ostraka.model.ownership import Interest
from ostraka.ownership.readers.day_text import read_day, read_last_day
from ostraka.ownership.readers.keys import Names
from ostraka.ownership.readers.problems import Problems
from ostraka.ownership.readers.share_text import read_share, read_span
from ostraka.ownership.shares import UNKNOWN, WHOLE, Range
from ostraka.ownership.stakes import Stake, Stakes

COLUMNS = (
    "owner",
    "owned",
    "percent",
    "percent_min",
    "percent_max",
    "interest",
    "start",
    "end",
    "for",
    "group",
    "owned_country",
)
_INTERESTS: Mapping[str, Interest] = {
    "": Interest.SHARES,
    "shares": Interest.SHARES,
    "share": Interest.SHARES,
    "equity": Interest.SHARES,
    "ownership": Interest.SHARES,
    "shareholding": Interest.SHARES,
    "votes": Interest.VOTES,
    "voting": Interest.VOTES,
    "voting rights": Interest.VOTES,
    "board": Interest.BOARD,
    "other": Interest.OTHER,
    "control": Interest.OTHER,
    "consolidation": Interest.CONSOLIDATION,
    "office": Interest.OFFICE,
}


def read_csv(text: TextIO, file: str) -> Stakes:
    """The stakes of a table with a heading; columns in any order and case, others left alone.

    A row without owner or company is left out, a field that is not understood leaves the share
    unknown or the day open; both are told in `problems`.

    Raises:
        StakesRefused: A column that is needed is missing, or it is no table.
    """
    sample = text.readline()
    delimiter = max(",;\t", key=sample.count)
    heading = next(csv.reader([sample], delimiter=delimiter), [])
    columns = {name.strip().lstrip("\ufeff").lower(): i for i, name in enumerate(heading)}
    missing = [name for name in ("owner", "owned") if name not in columns]
    if missing:
        raise StakesRefused(
            f"there is no column {' and no column '.join(missing)}",
            where=file,
            remedy=f"Give a table with a heading of {', '.join(COLUMNS[:3])} and, where known, "
            f"{', '.join(COLUMNS[3:])}.",
        )
    try:
        return _Reader(columns, file).read(csv.reader(text, delimiter=delimiter))
    except (csv.Error, UnicodeDecodeError) as error:
        raise StakesRefused(
            f"it is no table in UTF-8: {error}", where=file, remedy="Save it as CSV in UTF-8."
        ) from error


class _Reader:
    def __init__(self, columns: Mapping[str, int], file: str) -> None:
        self._file = file
        self._names = Names()
        self._problems = Problems(file)
        self._at = [columns.get(name, -1) for name in COLUMNS]
        self._width = 1 + max(columns.values())

    def read(self, rows: Iterable[list[str]]) -> Stakes:
        stakes: list[Stake] = []
        countries: dict[str, str] = {}
        key, width, file, problems = self._names.key, self._width, self._file, self._problems
        for number, row in enumerate(rows, start=1):
            if not row:
                continue
            if len(row) < width:
                row += [""] * (width - len(row))  # noqa: PLW2901 - a short row lacks its last columns
            cells = [row[at] if at >= 0 else "" for at in self._at]
            owner, owned = key(cells[0]), key(cells[1])
            if not owner or not owned:
                problems.add(number, "owner or owned", "empty; the row is left out")
                continue
            interest, low, high = self._read_share(number, cells)
            start = self._read_day(number, "start", cells[6])
            end = self._read_day(number, "end", cells[7])
            holder = ""
            if cells[8].strip():
                holder, owner = owner, key(cells[8])
            if cells[10]:
                countries[owned] = cells[10].strip()
            group = cells[9].strip()
            stakes.append(
                Stake(owner, owned, low, high, interest, start, end, holder, group, file, number)
            )
        return Stakes(stakes, self._names.shown, countries, problems.all())

    def _read_share(self, number: int, cells: list[str]) -> tuple[Interest, int, int]:
        word = cells[5].strip().lower()
        interest = _INTERESTS.get(word)
        doubtful = interest is None
        if doubtful:
            problem = f"{cells[5]!r} is no interest known; counted as possible shares"
            self._problems.add(number, "interest", problem)
        low, high = self._read_range(number, cells)
        if interest is Interest.BOARD and not any(cell.strip() for cell in cells[2:5]):
            low, high = WHOLE, WHOLE
        return interest or Interest.SHARES, 0 if doubtful else low, high

    def _read_range(self, number: int, cells: list[str]) -> Range:
        try:
            if cells[2].strip():
                return read_share(cells[2])
            return read_span(cells[3], cells[4])
        except ValueError as error:
            self._problems.add(number, "percent", f"{error}; the share counts as unknown")
            return UNKNOWN

    def _read_day(self, number: int, field: str, text: str) -> date | None:
        if not text:
            return None
        try:
            return read_day(text) if field == "start" else read_last_day(text)
        except ValueError:
            problem = f"{text!r} is no day; write it as 2021-12-10. The stake counts without it"
            self._problems.add(number, field, problem)
            return None
