"""From the cells of a row to a subject."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ostraka.model.errors import TableRefused
from ostraka.model.subject import Subject
from ostraka.screening.subjects import FieldProblem, make_subject
from ostraka.screening.tables.columns import Columns
from ostraka.screening.tables.date_order import DateOrder
from ostraka.screening.tables.fields import NAME_PARTS, NUMBERS, Field
from ostraka.screening.tables.records import Cells, Record, Unreadable, printable


class RowProblem(NamedTuple):
    """A value that was not understood, or a row that was refused, as the errors file has it."""

    row: int
    id: str
    field: str
    value: str
    problem: str
    remedy: str


class Asked(NamedTuple):
    """A subject to screen, the row it stands in and the user's own key."""

    row: int
    key: str
    subject: Subject


_NAMELESS = Unreadable(
    "there is no name, so that the row was screened by its identifiers alone",
    "Give the name too: a list may know the party by no such number.",
)


class RowReader:
    """Makes subjects of the rows of one table, and keeps what was wrong with them in `problems`."""

    def __init__(self, columns: Columns, defaults: Mapping[Field, str], dates: DateOrder) -> None:
        """`defaults` are a kind, a date, a country, an address for rows that leave theirs empty."""
        self.problems: list[RowProblem] = []
        self.ambiguous_dates = 0
        self._dates = dates
        self._width = columns.width
        self._key = _get_place(columns, Field.ID)
        self._name = _get_place(columns, Field.NAME)
        self._parts = tuple(_get_place(columns, part) for part in NAME_PARTS)
        self._kind = _get_place(columns, Field.KIND)
        self._born = _get_place(columns, Field.BORN)
        self._address = _get_place(columns, Field.ADDRESS)
        self._birth_place = _get_place(columns, Field.BIRTH_PLACE)
        self._gender = _get_place(columns, Field.GENDER)
        self._product = _get_place(columns, Field.PRODUCT)
        self._countries = columns.places.get(Field.COUNTRY, ())
        self._identifiers = tuple(p for f in NUMBERS for p in columns.places.get(f, ()))
        self._has_names = any(field in columns.places for field in (Field.NAME, *NAME_PARTS))
        self._any_kind = defaults.get(Field.KIND, "")
        self._any_born = defaults.get(Field.BORN, "")
        self._any_country = defaults.get(Field.COUNTRY, "")
        self._any_address = defaults.get(Field.ADDRESS, "")

    def read_row(self, row: int, record: Record) -> Asked | None:
        """The subject of the row, or `None` where it is refused."""
        if isinstance(record, Unreadable):
            self._add(row, "", "row", record.text, record)
            return None
        cells = self._fit(record)
        key = cells[self._key]
        if len(record) > self._width and self._has_rest(row, key, record):
            return None
        name = self._join_name(cells)
        try:
            subject, problems = self._make_subject(name, cells)
        except TableRefused as refusal:
            self._add(row, key, "name", name, refusal)
            return None
        if self._has_names and not subject.name:
            self._add(row, key, "name", name, _NAMELESS)
        for problem in problems:
            self._add(row, key, problem.field, problem.value, problem)
        self.ambiguous_dates += self._dates.leaves_open(cells[self._born])
        return Asked(row, key, subject)

    def _make_subject(self, name: str, cells: Cells) -> tuple[Subject, tuple[FieldProblem, ...]]:
        return make_subject(
            name,
            kind=cells[self._kind] or self._any_kind,
            born=self._dates.read(cells[self._born]) or self._any_born,
            country=_join(cells, self._countries) or self._any_country,
            ids=[cells[place] for place in self._identifiers if cells[place]],
            address=cells[self._address] or self._any_address,
            birth_place=cells[self._birth_place],
            gender=cells[self._gender],
            product=cells[self._product],
        )

    def _join_name(self, cells: Cells) -> str:
        """The whole name, or its parts where there is none."""
        name = cells[self._name]
        if name.strip():
            return name
        return " ".join(part for place in self._parts if (part := cells[place].strip()))

    def _fit(self, cells: Cells) -> Cells:
        """As many cells as headings, and an empty one behind them that absent columns read.

        A row that is too short has left out empty cells at its end, as many programs do.
        """
        missing = self._width - len(cells)
        return [*cells, *[""] * (missing + 1)] if missing >= 0 else [*cells[: self._width], ""]

    def _has_rest(self, row: int, key: str, cells: Cells) -> bool:
        """Whether something stands beyond the last heading, which refuses the row.

        A value with a delimiter in it has moved those behind it under other headings, the name
        perhaps among them: none of the values can be trusted.
        """
        if not any(map(str.strip, cells[self._width :])):
            return False
        text = " | ".join(map(str.strip, cells))
        problem = f"the row has {len(cells)} values for {self._width} headings"
        remedy = "Put quotation marks around values that hold the delimiter."
        self._add(row, key, "row", text, Unreadable(problem, remedy))
        return True

    def _add(
        self,
        row: int,
        key: str,
        field: str,
        value: str,
        why: FieldProblem | Unreadable | TableRefused,
    ) -> None:
        shown = printable(value)
        self.problems.append(RowProblem(row, key, field, shown, why.problem, why.remedy))


def _get_place(columns: Columns, field: Field) -> int:
    """The place of the field; for an absent one that of the empty cell behind the last."""
    place = columns.find_place(field)
    return columns.width if place is None else place


def _join(cells: Cells, places: tuple[int, ...]) -> str:
    if len(places) == 1:
        return cells[places[0]]
    return ";".join(cells[place] for place in places if cells[place])
