"""Which column of a table holds what."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ostraka.model.errors import TableRefused
from ostraka.screening.subjects import compact
from ostraka.screening.tables.fields import NAME_PARTS, SEVERAL, Field
from ostraka.screening.tables.records import printable

GivenColumns = tuple[tuple[str, str], ...]
"""What the user said: pairs of a field and the heading of its column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the columns that are read, counted from 0, and how many headings there are.

    `COUNTRY`, `IDENTIFIER` and `SECURITY` may have several places, every other field at most one.
    """

    width: int
    places: Mapping[Field, tuple[int, ...]]

    def find_place(self, field: Field) -> int | None:
        """The place of the first column of the field."""
        return next(iter(self.places.get(field, ())), None)


@lru_cache(maxsize=64)
def get_columns(header: tuple[str, ...], given: GivenColumns = ()) -> Columns:
    """Where the fields stand in a table with these headings.

    What is `given` goes before usual headings, and a column given for one field is not read for
    another. Where parts of a name are given and the whole name is not, the parts are the name.

    Raises:
        TableRefused: A given column or field does not exist, a heading that is needed stands
            twice, or no column holds a name or a security. A column of other identifiers is
            enough where it was given: a heading alone may stand beside names nobody recognised.
    """
    places = _find_given(header, given)
    taken = {place for found in places.values() for place in found}
    parts_given = any(part in places for part in NAME_PARTS)
    for field in Field:
        if field not in places and not (field is Field.NAME and parts_given):
            found = _find_usual(header, field, taken)
            if found:
                places[field] = found
    identified = any(name == Field.IDENTIFIER for name, _ in given)
    enough = (Field.NAME, *NAME_PARTS, Field.SECURITY)
    if not identified and not any(field in places for field in enough):
        raise _no_name(header)
    return Columns(len(header), places)


def count_known(header: Sequence[str], given: GivenColumns = ()) -> int:
    """How many of the headings are given or usual ones."""
    wanted = {compact(heading) for _, heading in given}
    return sum(1 for h in map(compact, header) if h in wanted or h in _load_headings())


def parse_given(columns: Iterable[tuple[str, str]]) -> GivenColumns:
    """Pairs of a field, in any of its usual names, and the heading the user gave for it.

    Raises:
        TableRefused: A field is not one that can be read.
    """
    return tuple((str(_get_field(name)), heading) for name, heading in columns)


def _get_field(name: str) -> Field:
    if name in set(Field):
        return Field(name)
    usual = _load_headings().get(compact(name))
    if usual is None:
        raise TableRefused(
            f"there is no field {printable(name)!r} to read a column for",
            where="columns",
            remedy=f"Use one of: {', '.join(Field)}.",
        )
    return usual[0]


def _find_given(header: Sequence[str], given: GivenColumns) -> dict[Field, tuple[int, ...]]:
    places: dict[Field, tuple[int, ...]] = {}
    for name, heading in given:
        field = Field(name)
        found = [i for i, h in enumerate(header) if h == heading]
        found = found or [i for i, h in enumerate(header) if compact(h) == compact(heading)]
        if not found:
            raise TableRefused(
                f"there is no column {printable(heading)!r} to read {name} from",
                where="columns",
                remedy=f"The columns are: {describe_header(header)}.",
            )
        places[field] = (*places.get(field, ()), *_one(found, header, field))
    return places


def _find_usual(header: Sequence[str], field: Field, taken: set[int]) -> tuple[int, ...]:
    """The free columns of the field, the most usual heading first."""
    headings = _load_headings()
    ranked: dict[int, list[int]] = {}
    for place, heading in enumerate(map(compact, header)):
        known, rank = headings.get(heading, (None, 0))
        if known is field and place not in taken:
            ranked.setdefault(rank, []).append(place)
    if field in SEVERAL:
        return tuple(place for rank in sorted(ranked) for place in ranked[rank])
    return _one(ranked[min(ranked)], header, field) if ranked else ()


def _one(found: list[int], header: Sequence[str], field: Field) -> tuple[int, ...]:
    if len(found) == 1 or field in SEVERAL:
        return tuple(found)
    raise TableRefused(
        f"{len(found)} columns have the heading {printable(header[found[0]])!r}",
        where="header",
        remedy=f"Rename all but the one that holds the {field}, or {say_which(field)}.",
    )


def _no_name(header: Sequence[str]) -> TableRefused:
    return TableRefused(
        "no column holds a name",
        where="header",
        remedy=f"The columns are: {describe_header(header)}. Give the column of names the heading "
        "name; or give two columns the headings first_name and last_name; or give a column of "
        "securities the heading isin, ticker or lei; or "
        f"{say_which(Field.NAME)}.",
    )


def say_which(field: Field) -> str:
    """How a user names the column of a field, at the command line and in Python."""
    return (
        f"say which column holds it (`--column {field}=…`, or `columns={{'{field}': …}}` in Python)"
    )


def describe_header(header: Sequence[str]) -> str:
    """The headings for a message, at most forty of them, each cut to forty characters."""
    shown = [repr(printable(heading)[:40]) for heading in header[:40]]
    more = [f"and {len(header) - 40} more"] if len(header) > 40 else []
    return ", ".join(shown + more) or "none"


@cache
def _load_headings() -> Mapping[str, tuple[Field, int]]:
    """Every usual heading with its field and its rank among the headings of that field."""
    text = files("ostraka.screening.tables").joinpath("columns.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {compact(row["heading"]): (Field(row["field"]), rank) for rank, row in enumerate(rows)}
