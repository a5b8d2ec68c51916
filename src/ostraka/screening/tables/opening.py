"""Opens a table of subjects of any shape."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, BinaryIO, cast

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.columns import GivenColumns
from ostraka.screening.tables.json_lines import JsonLinesReader
from ostraka.screening.tables.records import Record, Table
from ostraka.screening.tables.separated import SeparatedReader
from ostraka.screening.tables.shapes import FileShape, Shape, get_shape

UNZIPPED_LIMIT = 1024**3
"""Most bytes that a gzipped workbook or Parquet file may have: it is held in memory."""

_BEGINNINGS = {
    b"\x1f\x8b": "is compressed with gzip; let its name end in .gz",
    b"PK\x03\x04": "is a zip archive or a workbook; let its name end in .xlsx if it is one",
    b"PAR1": "is a Parquet file; let its name end in .parquet",
    b"\xff\xfe": "is UTF-16 text; save it as UTF-8 (in Excel: CSV UTF-8)",
    b"\xfe\xff": "is UTF-16 text; save it as UTF-8 (in Excel: CSV UTF-8)",
    b"\xd0\xcf\x11\xe0": "is an old Office file; save it as .xlsx",
}


@contextmanager
def open_table(path: Path, given: GivenColumns = ()) -> Iterator[Table]:
    """The table in the file, its rows drawn one after the other.

    `given` columns help to tell the delimiter of a CSV and which columns of a Parquet to read.

    Raises:
        TableRefused: The file is missing, empty, cut off, or not what its ending says.
    """
    shape = get_shape(path)
    if not path.is_file():
        problem = "this is a folder, not a file" if path.is_dir() else "there is no such file"
        raise TableRefused(problem, where=str(path), remedy="Give the path of one table.")
    with ExitStack() as stack:
        with located(path):
            table = _open(path, shape, given, stack)
        yield replace(table, records=_locate(table.records, path))


def _open(path: Path, shape: FileShape, given: GivenColumns, stack: ExitStack) -> Table:
    raw: IO[bytes] = stack.enter_context(path.open("rb"))
    content = stack.enter_context(_unzip(raw)) if shape.gzipped else raw
    first = _peek(content)
    if not first:
        raise TableRefused(
            "the file is empty", where="byte 0", remedy="Give a table with headings and rows."
        )
    if shape.shape in (Shape.PARQUET, Shape.XLSX):
        file = io.BytesIO(_read_whole(content)) if shape.gzipped else content
        return _open_binary(file, shape.shape, given, stack)
    _check_beginning(first)
    text = stack.enter_context(_decode(content, shape.shape))
    size = path.stat().st_size
    reader = _make_text_reader(text, shape.shape, given)
    return Table(reader.header, reader.records(), lambda: min(raw.tell() / size, 1.0))


def _open_binary(file: IO[bytes], shape: Shape, given: GivenColumns, stack: ExitStack) -> Table:
    if shape is Shape.PARQUET:
        from ostraka.screening.tables.parquet import ParquetReader  # pyarrow is late

        parquet = stack.enter_context(ParquetReader(file, given))
        return Table(parquet.header, parquet.records(), parquet.share)
    from ostraka.screening.tables.sheet import SheetReader  # fastexcel is late

    sheet = SheetReader(file)
    return Table(sheet.header, sheet.records(), sheet.share)


def _decode(content: IO[bytes], shape: Shape) -> io.TextIOWrapper:
    """The content as text; bytes that are not UTF-8 become lone surrogates, for rows to answer."""
    return io.TextIOWrapper(
        cast("BinaryIO", content),
        encoding="utf-8-sig",
        errors="surrogateescape",
        newline="\n" if shape is Shape.JSONL else "",
    )


def _make_text_reader(
    text: io.TextIOWrapper, shape: Shape, given: GivenColumns
) -> JsonLinesReader | SeparatedReader:
    if shape is Shape.JSONL:
        return JsonLinesReader(text)
    return SeparatedReader(text, "\t" if shape is Shape.TSV else None, given)


def _locate(records: Iterator[Record], path: Path) -> Iterator[Record]:
    with located(path):
        yield from records


@contextmanager
def located(path: Path) -> Iterator[None]:
    """Every refusal inside says which file it is about; broken compression is a refusal too."""
    try:
        yield
    except TableRefused as refusal:
        where = f"{path}, {refusal.where}" if refusal.where else str(path)
        raise TableRefused(refusal.problem, where=where, remedy=refusal.remedy) from refusal
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        raise TableRefused(
            "the compressed file is cut off or damaged",
            where=str(path),
            remedy="Compress the table again; OUT, if any, holds only rows before the damage.",
        ) from problem


def _unzip(raw: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=raw, mode="rb"))


def _peek(content: IO[bytes]) -> bytes:
    return cast("io.BufferedReader", content).peek(4)[:4]


def _check_beginning(first: bytes) -> None:
    for beginning, what in _BEGINNINGS.items():
        if first.startswith(beginning):
            problem, _, remedy = what.partition("; ")
            raise TableRefused(
                f"the file {problem}, which its ending does not say",
                where="the first bytes",
                remedy=f"{remedy[0].upper()}{remedy[1:]}.",
            )


def _read_whole(content: IO[bytes]) -> bytes:
    data = content.read(UNZIPPED_LIMIT + 1)
    if len(data) > UNZIPPED_LIMIT:
        raise TableRefused(
            f"the file unpacks to more than {UNZIPPED_LIMIT // 1024**3} GiB",
            where="unpacked",
            remedy="Unpack it first, and give the unpacked file.",
        )
    return data
