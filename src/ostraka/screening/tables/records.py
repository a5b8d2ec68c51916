"""Rows as they are read, before anything in them is understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ostraka.screening.subjects import is_text


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that cannot be read at all, with the reason and as much of it as helps to find it."""

    problem: str
    remedy: str
    text: str = ""


Cells = Sequence[str]
"""The texts of one row in the order of the header; there may be fewer or more than headings."""

Record = Cells | Unreadable
"""One row of data."""


@dataclass(slots=True)
class Table:
    """A table being read: its headings, its rows one after the other, and how far it is.

    `header` grows while rows are drawn where the shape has no header of its own (JSON Lines).
    `share` is the part of the file already read, 0 to 1.
    """

    header: list[str]
    records: Iterator[Record]
    share: Callable[[], float]


_EXCERPT = 200  # characters of a refused row that are shown


def refuse_undecodable(records: list[Record]) -> list[Record]:
    """The same rows, with those that are not text from end to end made `Unreadable`.

    Bytes that are not UTF-8 arrive here as lone surrogates. The whole row goes, not the one cell:
    in most other encodings a delimiter's byte can be half of a letter, so that no cell of such a
    row can be trusted.
    """
    cells = [r for r in records if not isinstance(r, Unreadable)]
    if is_text("".join(chain.from_iterable(cells))):
        return records
    return [r if isinstance(r, Unreadable) or is_text("".join(r)) else _refuse(r) for r in records]


def _refuse(cells: Cells) -> Unreadable:
    return Unreadable(
        "the row holds bytes that are not UTF-8 text",
        "Save the file as UTF-8 and screen it again.",
        printable("".join(f"{cell} " for cell in cells)),
    )


def printable(text: str) -> str:
    r"""The beginning of the text with what is not text shown as `\xNN`.

    >>> print(printable("M\udcfcller"))
    M\xfcller
    """
    return "".join(_shown(character) for character in text.strip()[:_EXCERPT])


def _shown(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # how Python keeps a byte that it could not decode
        return f"\\x{ord(character) - 0xDC00:02x}"
    return f"\\u{ord(character):04x}" if "\ud800" <= character <= "\udfff" else character
