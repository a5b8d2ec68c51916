"""The Denied Persons List, from its text file or CSV to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ostraka.sources.keys import fold
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.text import decode
from ostraka.sources.us_agencies.columns import Row, fold_heading, read_columns, read_header
from ostraka.sources.us_agencies.entry import Entry
from ostraka.sources.us_agencies.one_file import get_only, refuse_unknown
from ostraka.sources.us_agencies.parties import make_parties
from ostraka.sources.us_agencies.screening_list import is_screening_list, iter_entries
from ostraka.sources.us_bis_denied.layouts import JOINED, SEPARATE
from ostraka.sources.us_bis_denied.record import read_joined, read_separate
from ostraka.sources.worksheets import as_csv

SOURCE = "us_bis_denied"
_WHAT = "the Denied Persons List"
_REMEDY = "Import dpl.txt or the exported CSV of bis.gov, or the Consolidated Screening List."


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of the list; the file states no date of its own.

    Raises:
        SourceRefused: not exactly one file, or in none of the three shapes.
    """
    file = as_csv(get_only(files, what=_WHAT, remedy=_REMEDY))
    warnings: list[str] = []
    tallies: Counter[str] = Counter()
    parties = make_parties(SOURCE, list(_read_entries(file, tallies, warnings)))
    return ParsedList(
        parties=parties,
        published=None,
        counted=_count_lines(file),
        tallies=dict(tallies),
        warnings=tuple(warnings),
    )


def _read_entries(file: InputFile, tallies: Counter[str], warnings: list[str]) -> Iterator[Entry]:
    if "\t" in decode(file).partition("\n")[0]:
        rows = read_columns(file, SEPARATE, warnings, delimiter="\t")
        yield from _named(rows, read_separate, tallies)
        return
    if is_screening_list(file):
        for entry in iter_entries(file, SOURCE, "DPL", tallies, warnings):
            yield _as_one_party(entry)
        return
    header = {fold_heading(cell) for cell in read_header(file)}
    if "name_and_address" in header:
        yield from _named(read_columns(file, JOINED, warnings), read_joined, tallies)
    elif {"name", "street_address"} <= header:
        yield from _named(read_columns(file, SEPARATE, warnings), read_separate, tallies)
    else:
        raise refuse_unknown(file, what=_WHAT, remedy=_REMEDY)


def _named(
    rows: Iterator[Row], read: Callable[[Row], Entry | None], tallies: Counter[str]
) -> Iterator[Entry]:
    for row in rows:
        tallies["records"] += 1
        entry = read(row)
        if entry is None:
            tallies["rows without a name"] += 1
        else:
            yield entry


def _as_one_party(entry: Entry) -> Entry:
    return replace(entry, same=f"{fold(entry.name.name)}|{entry.on}")


def _count_lines(file: InputFile) -> int | None:
    """The rows of dpl.txt counted as lines, which its quoted cells never break."""
    lines = [line for line in file.data.splitlines() if line.strip()]
    return len(lines) - 1 if b"\t" in lines[0] else None
