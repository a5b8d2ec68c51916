"""Scores a CSV table of pairs: one row out for each row in, in order, nothing of it lost."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, TextIO, cast

from ostraka.model.errors import TableRefused
from ostraka.model.party import PartyKind
from ostraka.screening.subjects import make_subject

if TYPE_CHECKING:
    from ostraka.screening.comparison import Comparison

    Scorer = Callable[[str, str, PartyKind | None], Comparison]

ADDED = ("score", "match")


@dataclass(frozen=True, slots=True)
class PairsRead:
    """How many rows were written, and what was not understood, a sentence each.

    `refused` counts the rows that lack a name.
    """

    rows: int
    problems: tuple[str, ...]
    refused: int = 0


class _UnixLines:
    """A file whose rows end with a line feed alone.

    The writer itself must not know: it quotes a carriage return in a cell only where its own rows
    end with one.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, row: str) -> int:
        return self._file.write(row.removesuffix("\r\n") + "\n")


class _Writer(Protocol):
    def writerow(self, row: list[str], /) -> object: ...


@dataclass(frozen=True, slots=True)
class _Columns:
    left: int
    right: int
    kind: int | None
    width: int


@dataclass(frozen=True, slots=True)
class _Scored:
    added: tuple[str, str]
    problems: list[str]
    refused: bool = False


def compare_file(file: Path, out: Path, kind: PartyKind | None, score: Scorer) -> PairsRead:
    """Writes `out` with every column of `file`, and score and match after them.

    Either may end in `.gz`. The output appears under its name only when it is whole. `kind` holds
    for rows that state none. A row that lacks a name, a blank line among them, scores 0, does not
    match and is reported.

    Raises:
        TableRefused: the file is not a CSV table in UTF-8 with the columns left and right, or
            `out` is the file itself.
    """
    _refuse_overwriting(file, out)
    partial = out.with_name(f".{out.name}.partial")
    try:
        with _reading(file) as source, _writing(partial, gzipped=_is_gzipped(out)) as target:
            rows = csv.reader(source, strict=True)
            read = _score_rows(rows, csv.writer(_UnixLines(target)), kind, score)
        partial.replace(out)
    except (UnicodeDecodeError, csv.Error) as error:
        raise TableRefused(
            f"this is not a CSV table in UTF-8 ({error})",
            where=str(file),
            remedy="Save the table as CSV in UTF-8, with commas, and try again.",
        ) from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise TableRefused(
            "the compressed file is cut off or damaged",
            where=str(file),
            remedy="Compress the table again; a file that is not compressed must not end in .gz.",
        ) from error
    except TableRefused as refusal:
        where = f"{file}, {refusal.where}"
        raise TableRefused(refusal.problem, where=where, remedy=refusal.remedy) from refusal
    finally:
        partial.unlink(missing_ok=True)
    return read


def _refuse_overwriting(file: Path, out: Path) -> None:
    if file.exists() and out.exists() and file.samefile(out):
        raise TableRefused(
            "the scores would overwrite the table that is read",
            where=str(out),
            remedy="Give OUT another name than IN.",
        )


def _is_gzipped(path: Path) -> bool:
    return path.suffix.lower() == ".gz"


def _reading(file: Path) -> TextIO:
    if _is_gzipped(file):
        return gzip.open(file, "rt", encoding="utf-8-sig", newline="")
    return file.open(encoding="utf-8-sig", newline="")


@contextmanager
def _writing(path: Path, *, gzipped: bool) -> Iterator[TextIO]:
    with path.open("wb") as raw:
        # without a time and a name the same rows are the same bytes
        packed = gzip.GzipFile("", "wb", fileobj=raw, mtime=0) if gzipped else raw
        with io.TextIOWrapper(cast("BinaryIO", packed), encoding="utf-8", newline="") as text:
            yield text


def _score_rows(
    rows: Iterator[list[str]], writer: _Writer, kind: PartyKind | None, score: Scorer
) -> PairsRead:
    header = next(rows, [])
    columns = _find_columns(header)
    writer.writerow([*header, *ADDED])
    problems: list[str] = []
    number = refused = 0
    for number, row in enumerate(rows, start=1):
        cells, excess = _fit(row, columns.width)
        scored = _score_row(cells, columns, kind, score)
        writer.writerow([*cells, *scored.added])
        problems += [f"row {number}: {problem}" for problem in (*excess, *scored.problems)]
        refused += scored.refused
    return PairsRead(number, tuple(problems), refused)


def _score_row(
    cells: list[str], columns: _Columns, default: PartyKind | None, score: Scorer
) -> _Scored:
    kind_text = cells[columns.kind] if columns.kind is not None else ""
    try:
        left, unknown = make_subject(cells[columns.left], kind=kind_text)
        right, _ = make_subject(cells[columns.right])
    except TableRefused as refusal:
        return _Scored((f"{0:.4f}", "false"), [f"{refusal.problem}; scored 0"], refused=True)
    comparison = score(left.name, right.name, left.kind or default)
    added = f"{comparison.score:.4f}", "true" if comparison.match else "false"
    return _Scored(added, [f"{u.problem}; scored without it" for u in unknown])


def _find_columns(header: list[str]) -> _Columns:
    headings = [heading.strip().casefold() for heading in header]
    missing = [name for name in ("left", "right") if name not in headings]
    if missing:
        raise TableRefused(
            f"the table has no column {' and no column '.join(missing)}",
            where="its first row",
            remedy="Its first row must hold the headings left and right; kind is optional.",
        )
    kind = headings.index("kind") if "kind" in headings else None
    return _Columns(headings.index("left"), headings.index("right"), kind, len(header))


def _fit(row: list[str], width: int) -> tuple[list[str], list[str]]:
    if len(row) <= width:
        return row + [""] * (width - len(row)), []
    return row[:width], [f"{len(row)} cells where the heading has {width}; the rest was left out"]
