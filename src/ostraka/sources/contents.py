"""What the first bytes of a file give away: files that cannot be a list."""

from __future__ import annotations

import re

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile

_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"%PDF", "a PDF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"BZh", "a bzip2 file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PK\x05\x06", "an empty zip archive"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PROLOGUE = re.compile(rb"^\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|script|meta)\b", re.IGNORECASE)


def refuse_foreign_content(file: InputFile, *, pages: bool = False) -> None:
    """Nothing happens to a file that may be a list: text, a workbook, and with `pages` a web page.

    Raises:
        SourceRefused: an empty file, a web page where none is expected, or a file of a kind no
            list has.
    """
    text = file.data[:4096].removeprefix(b"\xef\xbb\xbf")
    if not text.strip():
        raise _refused(file, "the file is empty")
    for mark, kind in _FOREIGN:
        if file.data.startswith(mark):
            raise _refused(file, f"this is {kind}, not a list")
    prologue = _PROLOGUE.match(text)
    if not pages and _PAGE.match(text, prologue.end() if prologue else 0):
        raise _refused(file, "this is a web page (HTML), where a list is expected")
    if b"\0" in file.data and not file.data.startswith(_WORKBOOKS + _UTF16_MARKS):
        raise _refused(file, "this is a binary file, not a list")


def _refused(file: InputFile, problem: str) -> SourceRefused:
    return SourceRefused(
        problem,
        where=file.name,
        remedy="Download the list again; a login or maintenance page is often saved in its place.",
    )
