"""Rows of the Japanese workbook by the meaning of their columns, sheet by sheet."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ostraka.model.errors import SourceRefused
from ostraka.model.party import PartyKind
from ostraka.sources.reading import InputFile
from ostraka.sources.special import is_special_field
from ostraka.sources.tables import iter_table, load_words
from ostraka.sources.worksheets import Worksheet, find_header

_NOT_STATED = frozenset({"不明", "なし", "無し", "不詳", "-", "n/a", "na", "該当なし"})
_OF_PERSONS = frozenset({"title", "born", "birth_place", "nationality", "passport", "national_id"})
_SPECIAL = ("宗教", "民族", "政党", "信条", "健康")


@dataclass(frozen=True, slots=True)
class Programme:
    """A regime: its name in English and the resolution behind it, where there is one."""

    code: str
    basis: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its sheet and number, regime and kind, its cells by field, and new columns."""

    sheet: str
    number: int
    programme: Programme
    kind: PartyKind
    cells: dict[str, str]
    new: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")

    @property
    def name(self) -> str:
        """The name in Latin letters, else the Japanese one; empty for a party that was removed."""
        return next((self[f] for f in ("english", "japanese") if _has_letters(self[f])), "")


@cache
def load_programmes() -> tuple[tuple[str, Programme], ...]:
    """The regimes with the words of a sheet's name that tell them, in order."""
    rows = iter_table(__package__, "programmes.csv")
    return tuple((row["words"], Programme(row["code"], row["basis"])) for row in rows)


def read_rows(file: InputFile, sheets: Sequence[Worksheet], unknown: Counter[str]) -> list[Row]:
    """The numbered rows of every sheet with a table; sheets of lifted regimes have none.

    Raises:
        SourceRefused: no sheet has the columns of this list.
    """
    found: list[Row] = []
    known = 0
    for sheet in sheets:
        header = find_header(sheet, "日本語表記")
        if header is not None:
            known += 1
            found.extend(_iter_rows(sheet, header, unknown))
    if not known:
        raise SourceRefused(
            "no sheet has a column 日本語表記",
            where=file.name,
            remedy="Check that this is the list of asset freezes; it may have changed its form.",
        )
    return found


def _iter_rows(sheet: Worksheet, header: int, unknown: Counter[str]) -> Iterator[Row]:
    headings = [_plain(cell) for cell in sheet.rows[header]]
    fields = [load_words(__package__, "columns.csv").get(h, "") for h in headings]
    kept = [_keep(h, f, unknown) for h, f in zip(headings, fields, strict=True)]
    programme = _find_programme(sheet.name, unknown)
    for number, cells in enumerate(sheet.rows[header + 1 :], start=header + 2):
        filled = [(i, cell) for i, cell in enumerate(cells) if cell.strip()]
        known = {fields[i]: cell for i, cell in filled if fields[i]}
        if not known.keys() & {"number", "japanese", "english"}:
            continue
        kind = _find_kind(sheet, header, known)
        stated = {f: c for f, c in known.items() if not _is_not_stated(c)}
        new = tuple((headings[i], cell) for i, cell in filled if kept[i])
        yield Row(sheet.name, number, programme, kind, stated, new)


def _plain(heading: str) -> str:
    """A heading without the spaces and line ends it is set with, in half width."""
    return unicodedata.normalize("NFKC", "".join(heading.split()))


def _is_not_stated(cell: str) -> bool:
    return unicodedata.normalize("NFKC", cell).strip(" 。.").casefold() in _NOT_STATED


def _find_programme(name: str, unknown: Counter[str]) -> Programme:
    plain = unicodedata.normalize("NFKC", name)
    for words, programme in load_programmes():
        if unicodedata.normalize("NFKC", words) in plain:
            return programme
    unknown[f"the sheet {name!r} is of a regime that is new"] += 1
    return Programme(re.sub(r"^\d+\.\s*", "", plain), "")


def _find_kind(sheet: Worksheet, header: int, cells: dict[str, str]) -> PartyKind:
    """What a sheet is about; where both are mixed, a cell that only persons have tells.

    Cells of persons are filled even where nothing is known (不明), those of bodies are empty.
    """
    title = sheet.name + "".join("".join(row) for row in sheet.rows[:header])
    sheet_only = {
        "個人": "個人" in sheet.name,
        "団体": "団体" in sheet.name or "銀行" in sheet.name,
    }
    if sheet_only["個人"] != sheet_only["団体"]:
        return PartyKind.PERSON if sheet_only["個人"] else PartyKind.ORGANISATION
    if "対象となる個人" in title:
        return PartyKind.PERSON
    return PartyKind.PERSON if cells.keys() & _OF_PERSONS else PartyKind.ORGANISATION


def _keep(heading: str, field: str, unknown: Counter[str]) -> bool:
    if field or not heading:
        return False
    if is_special_field(heading) or any(word in heading for word in _SPECIAL):
        unknown[f"column {heading!r} is left out: no reader keeps such data"] += 1
        return False
    unknown[f"column {heading!r} is new; it is kept as a remark"] += 1
    return True


def _has_letters(text: str) -> bool:
    return any(c.isalnum() for c in text)
