"""The Australian list, from its workbook to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ostraka.model.errors import SourceRefused
from ostraka.sources.au_dfat.groups import group_rows
from ostraka.sources.au_dfat.party import SOURCE, make_party
from ostraka.sources.au_dfat.rows import read_rows
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.worksheets import read_worksheets


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of the workbook, its rows put together by reference number.

    Raises:
        SourceRefused: not exactly one workbook, no table of that list in it, or no row with a name.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the Australian list is one workbook, and here are {len(files)} files",
            where=", ".join(file.name for file in files),
            remedy="Import the one .xlsx or .xls file.",
        )
    unknown: Counter[str] = Counter()
    rows = read_rows(files[0], read_worksheets(files[0]), unknown)
    groups = group_rows(rows, unknown)
    if not groups:
        raise SourceRefused(
            "no row of the workbook has a reference and a name",
            where=files[0].name,
            remedy="Check that this is the Consolidated List itself.",
        )
    parties = tuple(make_party(f"{SOURCE}:{key}", own, unknown) for key, own in groups)
    return ParsedList(
        parties=parties,
        published=None,
        tallies={"records": len(rows), "names": sum(len(p.names) for p in parties)},
        warnings=tuple(f"{what} ({count})" for what, count in sorted(unknown.items())),
    )
