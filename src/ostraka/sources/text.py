"""Text as lists carry it: decoded strictly, tidied, cut into rows."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile

_CTRL_Z = "\x1a"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FORMAT_MARKS = (
    "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_CONTROLS = [chr(c) for c in (*range(0x20), *range(0x7F, 0xA0)) if not chr(c).isspace()]
# Windows-1252 bytes that someone decoded as Latin-1: "Xi\x92an" for "Xi’an".
_WINDOWS_QUOTES = {0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—"}
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, (*_FORMAT_MARKS, *_CONTROLS))),
    **_WINDOWS_QUOTES,
}
_CARRIAGE_RETURN = re.compile("_x000[dD]_")


def tidy(text: str) -> str:
    r"""The text in NFC with single spaces, without zero-width marks, bidi marks and controls.

    The joiners U+200C and U+200D stay: Persian and Indic spelling needs them.

    >>> tidy(" A\u00a0B\u200b \n C ")
    'A B C'
    """
    if text.isascii() and text.isprintable() and "_x000" not in text:
        return " ".join(text.split())
    plain = _CARRIAGE_RETURN.sub("\n", text).translate(_UNSEEN)
    return " ".join(unicodedata.normalize("NFC", plain).split())


def decode(file: InputFile) -> str:
    """The text of a file in UTF-8, or UTF-16 with its mark, without the mark and a final Ctrl-Z.

    Raises:
        SourceRefused: a byte that is not of that encoding; nothing is ever replaced.
    """
    encoding = "utf-16" if file.data.startswith(_UTF16_MARKS) else "utf-8-sig"
    try:
        text = file.data.decode(encoding)
    except UnicodeDecodeError as problem:
        line = file.data.count(b"\n", 0, problem.start) + 1
        raise SourceRefused(
            f"line {line} holds bytes that are not {encoding.removesuffix('-sig').upper()} text",
            where=file.name,
            remedy="Download the file again, or save it again as UTF-8.",
        ) from problem
    return text.rstrip(_CTRL_Z + "\r\n\0")


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row of a CSV file: its cells as written, and the line it ends on, from 1."""

    line: int
    cells: list[str]


def read_csv_rows(
    file: InputFile,
    *,
    width: int | None = None,
    delimiter: str = ",",
    on_bad: Callable[[int, str], None] | None = None,
) -> Iterator[CsvRow]:
    """The rows of a CSV file, the header among them; blank lines are left out.

    With `width`, every row must have so many cells. A bad row goes to `on_bad` with its line and
    the problem, and the rows after it are read; without `on_bad` it refuses the file.

    Raises:
        SourceRefused: undecodable bytes, a quotation that never ends, or a bad row.
    """
    text = decode(file)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    last = text.count("\n") + 1
    while True:
        before = reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            _refuse_open_quotation(file, problem, before + 1)
            _report(file, reader.line_num, f"is not valid CSV ({problem})", on_bad)
            continue
        if not cells:
            continue
        if width is None or len(cells) == width:
            yield CsvRow(reader.line_num, cells)
        elif len(cells) < width and reader.line_num >= last:
            raise _cut_short(file, f"its last row has {len(cells)} of {width} columns")
        else:
            _report(file, reader.line_num, f"has {len(cells)} columns, not {width}", on_bad)


def _refuse_open_quotation(file: InputFile, problem: csv.Error, line: int) -> None:
    words = str(problem)
    if "unexpected end" in words or "field larger" in words:
        raise _cut_short(file, f"a quotation that opens on line {line} never ends") from problem


def _cut_short(file: InputFile, how: str) -> SourceRefused:
    return SourceRefused(
        f"the file is cut short or damaged: {how}",
        where=file.name,
        remedy="Download it again and compare its size with the publisher's.",
    )


def _report(
    file: InputFile, line: int, problem: str, on_bad: Callable[[int, str], None] | None
) -> None:
    if on_bad is None:
        raise SourceRefused(
            f"line {line} {problem}",
            where=file.name,
            remedy="Check that this is the file of that list, and download it again.",
        )
    on_bad(line, problem)
