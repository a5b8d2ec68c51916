"""Rows of the Ukrainian workbook by the meaning of their columns, persons and companies alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.model.party import PartyKind
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.tables import load_words
from ostraka.sources.text import tidy
from ostraka.sources.worksheets import Worksheet

_NEEDED = frozenset({"decree", "item", "ukrainian"})
_SPECIAL = ("національн", "етнічн", "релігі", "віросповід", "партійн", "здоров")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its sheet and number, what it is about, its cells by field, and new columns."""

    sheet: str
    number: int
    kind: PartyKind
    cells: dict[str, str]
    new: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")

    @property
    def names(self) -> list[str]:
        """The columns with names that are filled, the Ukrainian name first."""
        fields = ("ukrainian", "original", "alternative")
        return [f for f in fields if any(c.isalnum() for c in self[f])]


def read_rows(file: InputFile, sheets: Sequence[Worksheet], unknown: Counter[str]) -> list[Row]:
    """The filled rows of every sheet that has the columns of the register.

    A sheet with dates of birth holds persons, another companies, whatever its name is.

    Raises:
        SourceRefused: no sheet has those columns.
    """
    found: list[Row] = []
    known = False
    for sheet in sheets:
        fields = [_find_field(cell) for cell in sheet.rows[0]] if sheet.rows else []
        if set(fields) >= _NEEDED:
            known = True
            found.extend(_iter_rows(sheet, fields, unknown))
    if not known:
        raise SourceRefused(
            "no sheet has the columns № указу, п/н and Назва укр.",
            where=file.name,
            remedy="Check that this is the export of the register; it may have changed its form.",
        )
    return found


def _iter_rows(sheet: Worksheet, fields: list[str], unknown: Counter[str]) -> Iterator[Row]:
    kind = PartyKind.PERSON if "born" in fields else PartyKind.ORGANISATION
    kept = [
        _keep(heading, field, unknown) for heading, field in zip(sheet.rows[0], fields, strict=True)
    ]
    for number, cells in enumerate(sheet.rows[1:], start=2):
        filled = [(i, cell) for i, cell in enumerate(cells) if cell]
        if any(fields[i] not in {"", "row"} for i, _ in filled):
            known = {fields[i]: text for i, text in filled if fields[i]}
            new = tuple((sheet.rows[0][i], tidy(text)) for i, text in filled if kept[i])
            yield Row(sheet.name, number, kind, known, new)


def _keep(heading: str, field: str, unknown: Counter[str]) -> bool:
    if field or not heading:
        return False
    if is_special_field(heading) or any(word in heading.casefold() for word in _SPECIAL):
        unknown[f"column {heading!r} is left out: no reader keeps such data"] += 1
        return False
    unknown[f"column {heading!r} is new; it is kept as a remark"] += 1
    return True


def _find_field(heading: str) -> str:
    word = tidy(heading).casefold().replace("’", "'")
    return load_words(__package__, "columns.csv").get(word, "")
