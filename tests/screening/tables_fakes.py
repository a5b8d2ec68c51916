"""A list of two invented parties, tables in every shape, and a way to read them back."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path

import fastexcel
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from ostraka.model.hit import Closeness, Feature, Hit, Reason, Result
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject
from ostraka.screening.tables.hit_rows import HIT_COLUMNS
from ostraka.screening.tables.progress import Summary
from ostraka.screening.tables.run import FileOptions, screen_file

ORIGIN = Origin("invented", "1")
SHAPES = ("csv", "tsv", "jsonl", "parquet", "xlsx")
ENDINGS = tuple(shape + gz for shape in SHAPES for gz in ("", ".gz"))


def make_listing(programme: str, listed_on: date | None = None) -> Listing:
    acts = (Act(ActKind.DESIGNATE, ORIGIN, listed_on),) if listed_on else ()
    return Listing(
        "invented", "Nobody", ListingClass.ASSET_FREEZE, ORIGIN, programme=programme, acts=acts
    )


def make_hit(subject: Subject, number: int, score: float) -> Hit:
    """A hit with a formula for a listed name, and what was asked among its reasons."""
    asked = f"born {subject.born}, of {','.join(subject.countries)}, ids {','.join(subject.ids)}"
    return Hit(
        party=f"invented:{number}",
        source="invented",
        kind=PartyKind.PERSON,
        listing_class=ListingClass.ASSET_FREEZE,
        name="=HYPERLINK(1)",
        matched_name='ORLAK, "Vida"',
        score=score,
        closeness=Closeness.CLOSE,
        reasons=(
            Reason(Feature.NAME, subject.name, "ORLAK, Vida", score, "all words agree"),
            Reason(Feature.BORN, "", "", 0.0, asked),
            Reason(Feature.BOUND, "", "", 0.0, "a score is at most 1"),
        ),
        listings=(make_listing("B", date(2022, 2, 2)), make_listing("A", date(2021, 1, 1))),
    )


def find_many(subjects: Sequence[Subject], first_row: int) -> list[Result]:
    """A hit for every Vida, two for every Orlak, none for the others."""
    return [
        Result(subject, row, tuple(_find(subject)))
        for row, subject in enumerate(subjects, first_row)
    ]


def _find(subject: Subject) -> list[Hit]:
    words = subject.name.casefold()
    hits = [make_hit(subject, 1, 0.97)] if "vida" in words else []
    return hits + (
        [make_hit(subject, 1, 1.0), make_hit(subject, 2, 0.7)] if "orlak" in words else []
    )


def make_clock() -> count[float]:
    """Seconds that pass by one each time somebody looks."""
    return count(0.0, 1.0)


def run(source: Path, out: Path, **options: object) -> Summary:
    """The file screened against the invented list."""
    clock = make_clock()
    finder = options.pop("find_many", find_many)
    settings = {"engine": "invented", **options}
    return screen_file(finder, source, out, FileOptions(clock=lambda: next(clock), **settings))  # type: ignore[arg-type]


Rows = Sequence[Mapping[str, str]]


def write_table(path: Path, rows: Rows) -> Path:
    """The rows in the shape that the ending of the path states."""
    plain = path.name.removesuffix(".gz")
    shape = plain.rpartition(".")[2]
    header = list(rows[0])
    cells = [[row[name] for name in header] for row in rows]
    data = _WRITERS[shape](header, cells)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def read_table(path: Path) -> list[dict[str, object]]:
    """The rows of a table of hits, numbers as numbers, empty cells as None."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    shape = path.name.removesuffix(".gz").rpartition(".")[2]
    rows = _READERS[shape](data)
    return [{**row, "row": int(str(row["row"])), "score": float(str(row["score"]))} for row in rows]


def read_errors(out: Path) -> list[dict[str, str]]:
    """The rows of the errors file beside OUT."""
    with out.with_name(f"{out.name}.errors.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _write_separated(header: list[str], cells: list[list[str]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([header, *cells])
    return text.getvalue().encode()


def _write_lines(header: list[str], cells: list[list[str]]) -> bytes:
    rows = (dict(zip(header, row, strict=True)) for row in cells)
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _write_parquet(header: list[str], cells: list[list[str]]) -> bytes:
    file = io.BytesIO()
    columns = [list(column) for column in zip(*cells, strict=True)]
    pq.write_table(pa.table(dict(zip(header, columns, strict=True))), file, row_group_size=3)
    return file.getvalue()


def _write_workbook(header: list[str], cells: list[list[str]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for place, row in enumerate([header, *cells]):
            for column, cell in enumerate(row):
                sheet.write_string(place, column, cell)
    return file.getvalue()


_WRITERS = {
    "csv": _write_separated,
    "tsv": lambda header, cells: _write_separated(header, cells, "\t"),
    "jsonl": _write_lines,
    "parquet": _write_parquet,
    "xlsx": _write_workbook,
}


def _read_separated(data: bytes, delimiter: str = ",") -> list[dict[str, object]]:
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=delimiter)
    return [{name: value or None for name, value in row.items()} for row in rows]


def _read_lines(data: bytes) -> list[dict[str, object]]:
    return [
        {name: value or None for name, value in json.loads(line).items()}
        for line in data.decode().splitlines()
    ]


def _read_parquet(data: bytes) -> list[dict[str, object]]:
    rows = pq.read_table(io.BytesIO(data)).to_pylist()
    return [
        {n: v.isoformat() if isinstance(v, date) else v or None for n, v in row.items()}
        for row in rows
    ]


def _read_workbook(data: bytes) -> list[dict[str, object]]:
    sheet = fastexcel.read_excel(data).load_sheet(0, dtypes="string").to_arrow()
    return [{name: row[name] or None for name in HIT_COLUMNS} for row in sheet.to_pylist()]


_READERS = {
    "csv": _read_separated,
    "tsv": lambda data: _read_separated(data, "\t"),
    "jsonl": _read_lines,
    "parquet": _read_parquet,
    "xlsx": _read_workbook,
}
