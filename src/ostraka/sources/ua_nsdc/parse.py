"""The Ukrainian register, from its workbook to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party, PartyKind
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.ua_nsdc.party import SOURCE, make_party
from ostraka.sources.ua_nsdc.rows import Row, read_rows
from ostraka.sources.worksheets import read_worksheets

_ANNEXES = {PartyKind.PERSON: "p", PartyKind.ORGANISATION: "e"}


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of the workbook, one a row with a name.

    Raises:
        SourceRefused: not exactly one workbook, no sheet of that register in it, or no named row.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the Ukrainian register is one workbook, and here are {len(files)} files",
            where=", ".join(file.name for file in files),
            remedy="Import the one .xlsx file with the sheets of persons and of companies.",
        )
    unknown: Counter[str] = Counter()
    rows = read_rows(files[0], read_worksheets(files[0]), unknown)
    parties = tuple(_make_parties(rows, unknown))
    if not parties:
        raise SourceRefused(
            "no row of the workbook has a name",
            where=files[0].name,
            remedy="Check that this is the export of the register itself.",
        )
    return ParsedList(
        parties=parties,
        published=None,
        tallies={
            "records": len(rows),
            "records of persons": sum(row.kind is PartyKind.PERSON for row in rows),
            "records without a name": len(rows) - len(parties),
        },
        warnings=tuple(f"{what} ({count})" for what, count in sorted(unknown.items())),
    )


def _make_parties(rows: Sequence[Row], unknown: Counter[str]) -> Iterator[Party]:
    seen: Counter[str] = Counter()
    for row in rows:
        if not row.names:
            continue
        key = f"{row['decree']}-{_ANNEXES[row.kind]}-{row['item']}"
        seen[key] += 1
        if seen[key] > 1:
            unknown["a decree, annex and item stand in two rows; the later one is numbered"] += 1
            key = f"{key}-{seen[key]}"
        yield make_party(row, f"{SOURCE}:{key}", unknown)
