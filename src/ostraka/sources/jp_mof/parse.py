"""The Japanese list, from its workbook to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party
from ostraka.sources.jp_mof.acts import read_acts
from ostraka.sources.jp_mof.party import SOURCE, make_party
from ostraka.sources.jp_mof.rows import Row, read_rows
from ostraka.sources.keys import Unnumbered, derive_keys
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.worksheets import read_worksheets


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of all sheets, one a row with a name.

    Raises:
        SourceRefused: not exactly one workbook, no sheet with the columns of this list, no name.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the Japanese list is one workbook, and here are {len(files)} files",
            where=", ".join(file.name for file in files),
            remedy="Import the one .xls or .xlsx file.",
        )
    unknown: Counter[str] = Counter()
    rows = read_rows(files[0], read_worksheets(files[0]), unknown)
    named = [row for row in rows if row.name]
    if not named:
        raise SourceRefused(
            "no row of the workbook has a name",
            where=files[0].name,
            remedy="Check that this is the list of asset freezes itself.",
        )
    return ParsedList(
        parties=_make_parties(named, unknown),
        published=None,
        tallies={
            "records": len(rows),
            "records of removed parties, which have no name": len(rows) - len(named),
            "sheets": len({row.sheet for row in rows}),
        },
        warnings=tuple(f"{what} ({count})" for what, count in sorted(unknown.items())),
        parts=dict(sorted(Counter(row.programme.code for row in named).items())),
    )


def _make_parties(rows: Sequence[Row], unknown: Counter[str]) -> tuple[Party, ...]:
    keys = derive_keys([_make_basis(row) for row in rows])
    pairs = zip(rows, keys, strict=True)
    return tuple(make_party(row, f"{SOURCE}:{key}", unknown) for row, key in pairs)


def _make_basis(row: Row) -> Unnumbered:
    days = sorted(act.on for act in read_acts(row, Counter()) if act.on)
    since = days[0].isoformat() if days else ""
    return Unnumbered(row.programme.code, row.kind, row.name, since, row["number"], "")
