"""Rows of golden tables as parameters: what does not hold yet is marked, and mending it shows."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

GOLDEN = Path(__file__).parents[1] / "golden"

Row = dict[str, str]


def load_rows(name: str) -> list[Row]:
    """The rows of a golden table, without its head lines."""
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def as_parameters(rows: list[Row], identify: Callable[[Row], str]) -> list[ParameterSet]:
    """Each row with a readable id; a known gap must fail, so that a mended row loses its mark."""
    return [pytest.param(row, id=identify(row), marks=_mark(row["known_gap"])) for row in rows]


def _mark(gap: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=gap, strict=True)] if gap else []


def split_of(left: str, right: str) -> str:
    """`tune` or `test`: the half that may be tuned on, and the one that only judges.

    It follows from both names in either order, so that adding rows moves none.
    """
    names = "\n".join(sorted((left, right)))
    return "test" if hashlib.sha256(names.encode()).digest()[0] % 2 else "tune"
