"""The tables of names and of forms, and the half of them that a purpose may draw from."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent
SHARED_ROWS = 12
"""The commonest rows of a part, which both halves draw from: nobody tunes without seeing Kim."""

Half = Literal["tune", "test"]


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name: its Latin spellings, the most usual first, its own script, bearers per 100,000."""

    part: str
    latin: tuple[str, ...]
    native: str
    weight: float


@dataclass(frozen=True, slots=True)
class Form:
    """A way to put a full name together, in Latin and in native script, and its share."""

    latin: str
    native: str
    weight: float


@cache
def load_parts(tradition: str, half: Half | None = None) -> dict[str, tuple[NameRow, ...]]:
    """The rows of `tables/TRADITION.csv` by part, the commonest first.

    With a `half`, the commonest rows of each part and those of the rest whose hash falls into that
    half. The rest weighs double then, so that the commonest keep about their share.
    """
    rows = [
        NameRow(part, tuple(latin.split("|")), native, float(weight))
        for part, latin, native, weight in read_csv(FOLDER / "tables" / f"{tradition}.csv")
    ]
    rows.sort(key=lambda row: (row.part, -row.weight, row.latin, row.native))
    parts = {part: tuple(found) for part, found in groupby(rows, key=lambda row: row.part)}
    return {part: _take(found, half) for part, found in parts.items()} if half else parts


def _take(rows: tuple[NameRow, ...], half: Half) -> tuple[NameRow, ...]:
    """The shared rows as they are and the half's own rows at twice their weight."""
    own = [
        NameRow(row.part, row.latin, row.native, 2 * row.weight)
        for row in rows[SHARED_ROWS:]
        if find_half(row) == half
    ]
    return (*rows[:SHARED_ROWS], *own)


def find_half(row: NameRow) -> Half:
    """The half a row belongs to, by its native spelling alone.

    One name of both genders, or as given and as family name, falls into one half.
    """
    first = hashlib.sha256(row.native.encode()).digest()[0]
    return "tune" if first % 2 else "test"


@cache
def load_forms(tradition: str) -> tuple[Form, ...]:
    """The forms of full names of a tradition, from `forms.csv`."""
    return tuple(
        Form(latin, native, float(weight))
        for name, latin, native, weight in read_csv(FOLDER / "forms.csv")
        if name == tradition
    )


def read_csv(path: Path) -> list[list[str]]:
    """The rows of a table below its head comment and its line of column names."""
    lines = path.read_text("utf-8").splitlines()
    rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    next(rows)
    return list(rows)


TRADITIONS: tuple[str, ...] = tuple(sorted(path.stem for path in FOLDER.glob("tables/*.csv")))
"""The naming traditions that there are tables for."""
