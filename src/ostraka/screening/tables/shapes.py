"""Which shape of table a file has, told by the ending of its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ostraka.model.errors import TableRefused
from ostraka.model.terms import Term


class Shape(Term):
    """A shape of table that can be read and written."""

    CSV = "csv", "Text with one delimiter between the values, UTF-8.", "RFC 4180"
    TSV = "tsv", "Text with tabs between the values, UTF-8."
    JSONL = "jsonl", "One JSON object a line, UTF-8.", "jsonlines.org"
    PARQUET = "parquet", "Apache Parquet."
    XLSX = "xlsx", "Office Open XML workbook; its first sheet is read.", "ISO/IEC 29500"


@dataclass(frozen=True, slots=True)
class FileShape:
    """The shape of a file, and whether it is compressed with gzip besides."""

    shape: Shape
    gzipped: bool


def get_shape(path: Path) -> FileShape:
    """The shape that the ending of the file's name states, in upper or lower case.

    Raises:
        TableRefused: The ending is none of those known.
    """
    name = path.name.lower()
    gzipped = name.endswith(".gz")
    ending = name.removesuffix(".gz").rpartition(".")[2]
    if ending in set(Shape) and "." in name.removesuffix(".gz"):
        return FileShape(Shape(ending), gzipped)
    raise TableRefused(
        "the ending of the file's name does not tell what kind of table it is",
        where=str(path),
        remedy="Use one of .csv, .tsv, .xlsx, .parquet, .jsonl, alone or followed by .gz.",
    )
