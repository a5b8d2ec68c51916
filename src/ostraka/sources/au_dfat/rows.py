"""Rows of the Australian workbook by the meaning of their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.tables import load_words
from ostraka.sources.worksheets import Worksheet

_NEEDED = frozenset({"reference", "name", "type", "committees"})
_NOT_STATED = frozenset({"na", "n/a", "nil", "unknown", "not known", "none", "-"})
_REFERENCE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, its cells by field, and those of new columns."""

    number: int
    cells: dict[str, str]
    new: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")

    @property
    def reference(self) -> str:
        """The number of the party: `101` for the rows 101, 101a and 101b; empty without one."""
        found = _REFERENCE.match(self["reference"])
        return found.group() if found else ""


def read_rows(file: InputFile, sheets: Sequence[Worksheet], unknown: Counter[str]) -> list[Row]:
    """The filled rows below the headings of the first sheet that has them.

    Raises:
        SourceRefused: no sheet has the columns of this list.
    """
    for sheet in sheets:
        for number, heading in enumerate(sheet.rows[:20]):
            fields = [_find_field(cell) for cell in heading]
            if set(fields) >= _NEEDED:
                return list(_iter_rows(sheet, number, heading, fields, unknown))
    raise SourceRefused(
        "no sheet has the columns Reference, Name of Individual or Entity, Type and Committees",
        where=file.name,
        remedy="Check that this is the Consolidated List; its columns may have been renamed.",
    )


def _iter_rows(
    sheet: Worksheet, header: int, headings: Sequence[str], fields: list[str], unknown: Counter[str]
) -> Iterator[Row]:
    kept = [_keep(heading, field, unknown) for heading, field in zip(headings, fields, strict=True)]
    for number, cells in enumerate(sheet.rows[header + 1 :], start=header + 2):
        filled = [(i, c) for i, c in enumerate(cells) if c and c.casefold() not in _NOT_STATED]
        if any(fields[i] for i, _ in filled):
            known = {fields[i]: text for i, text in filled if fields[i]}
            new = tuple((headings[i], text) for i, text in filled if kept[i])
            yield Row(number, known, new)


def _keep(heading: str, field: str, unknown: Counter[str]) -> bool:
    """Whether a column that is not known is kept."""
    if field or not heading:
        return False
    if is_special_field(heading):
        unknown[f"column {heading!r} is left out: no reader keeps such data"] += 1
        return False
    unknown[f"column {heading!r} is new; it is kept as a remark"] += 1
    return True


def _find_field(heading: str) -> str:
    slug = re.sub(r"[\W_]+", "_", heading.casefold()).strip("_")
    return load_words(__package__, "columns.csv").get(slug, "")
