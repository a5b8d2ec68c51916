"""A table of the hits that changed."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Sequence
from pathlib import Path

from ostraka.model.errors import TableRefused
from ostraka.screening.rescreening.comparing import RESCREEN_COLUMNS, ChangedHit
from ostraka.screening.tables.encoding import make_encoder
from ostraka.screening.tables.shapes import Shape, get_shape


def check_out(out: Path, book: Path) -> None:
    """Returns where the changed hits can be written to OUT.

    Raises:
        TableRefused: Its ending is not one that is written here, or it is the book itself.
    """
    if get_shape(out).shape in (Shape.PARQUET, Shape.XLSX):
        raise TableRefused(
            "changed hits are written as text only",
            where=str(out),
            remedy="Let OUT end in .csv, .tsv or .jsonl, alone or followed by .gz.",
        )
    if out.exists() and book.exists() and out.samefile(book):
        raise TableRefused(
            "OUT is the book itself", where=str(out), remedy="Give another file for OUT."
        )


def write_changed_hits(hits: Sequence[ChangedHit], out: Path) -> str:
    """OUT holds a row for each hit under `RESCREEN_COLUMNS`, put in place in one step.

    Returns the SHA-256 of OUT.

    Raises:
        TableRefused: OUT cannot be written.
    """
    shape = get_shape(out)
    beginning, encode = make_encoder(shape.shape, RESCREEN_COLUMNS)
    data = beginning + encode([hit.write() for hit in hits])
    if shape.gzipped:
        data = gzip.compress(data, mtime=0)
    new = out.with_name(f"{out.name}.new")
    try:
        new.write_bytes(data)
        new.replace(out)
    except OSError as problem:
        raise TableRefused(
            f"OUT cannot be written: {problem.strerror or problem}",
            where=str(out),
            remedy="Check that the folder is there, may be written to, and has room.",
        ) from problem
    return hashlib.sha256(data).hexdigest()
