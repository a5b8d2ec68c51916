"""Drawing full names: a form by its share, then each of its parts by its bearers."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Literal

from benchmarks.traditions.tables import (
    TRADITIONS,
    Form,
    Half,
    NameRow,
    load_forms,
    load_parts,
)

Script = Literal["latin", "native"]
_SLOT = re.compile(r"\{(\w+)(?::(\d))?\}")


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person's full name in Latin letters and in the tradition's own script."""

    name_latin: str
    name_native: str


class _Urn:
    """The rows of a part, drawn by their bearers; the sums are made once, not at each draw."""

    def __init__(self, rows: tuple[NameRow, ...]) -> None:
        self._rows = rows
        self._sums = _sum_up(row.weight for row in rows)

    def draw(self, source: Random) -> NameRow:
        return self._rows[_pick(self._sums, source)]


def generate(
    tradition: str, script: Script, count: int, seed: int, half: Half | None = None
) -> list[str]:
    """The full names of `generate_people` in one script.

    >>> generate("korean", "native", 2, seed=1) == generate("korean", "native", 2, seed=1)
    True
    """
    people = generate_people(tradition, count, seed, half)
    return [person.name_latin if script == "latin" else person.name_native for person in people]


def generate_people(
    tradition: str, count: int, seed: int, half: Half | None = None
) -> list[Person]:
    """`count` invented people, equal for equal arguments; one name may come more than once.

    With a `half`, only from the rows of that half (see `load_parts`).

    Raises:
        ValueError: there is no such tradition.
    """
    if tradition not in TRADITIONS:
        raise ValueError(f"no tradition {tradition!r}; there are {', '.join(TRADITIONS)}")
    source = Random(f"{tradition}:{seed}:{half}")
    parts = {part: _Urn(rows) for part, rows in load_parts(tradition, half).items()}
    forms = load_forms(tradition)
    shares = _sum_up(form.weight for form in forms)
    return [_fill(forms[_pick(shares, source)], parts, source) for _ in range(count)]


def _fill(form: Form, parts: dict[str, _Urn], source: Random) -> Person:
    """Draw each slot of a form once; both scripts show the same draw."""
    latin: dict[str, str] = {}
    native: dict[str, str] = {}
    for slot in _SLOT.finditer(form.latin):
        if slot[0] not in latin:
            row = parts[slot[1]].draw(source)
            latin[slot[0]] = _spell(row, source)
            native[slot[0]] = row.native
    return Person(_write(form.latin, latin), _write(form.native, native))


def _write(form: str, drawn: dict[str, str]) -> str:
    return _SLOT.sub(lambda slot: drawn[slot[0]], form)


def _spell(row: NameRow, source: Random) -> str:
    """One of the Latin spellings; the second half as often as the first, the third a third."""
    return row.latin[_pick(_find_spelling_shares(len(row.latin)), source)]


def _pick(sums: Sequence[float], source: Random) -> int:
    """The number of a row, as often as its share of the sum."""
    return bisect(sums, source.random() * sums[-1])


def _sum_up(weights: Iterable[float]) -> tuple[float, ...]:
    return tuple(accumulate(weights))


@cache
def _find_spelling_shares(count: int) -> tuple[float, ...]:
    return _sum_up(1 / rank for rank in range(1, count + 1))
