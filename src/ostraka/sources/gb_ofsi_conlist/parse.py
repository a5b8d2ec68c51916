"""The parser of `gb_ofsi_conlist`: rows of names into parties by Group ID."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.gb.gathering import Gathering
from ostraka.sources.gb_ofsi_conlist.remarks import unpack
from ostraka.sources.gb_ofsi_conlist.rows import count_rows, read_table
from ostraka.sources.reading import InputFile, ParsedList

SOURCE = "gb_ofsi_conlist"
_CLOSED = date(2026, 1, 28)


def parse(files: Sequence[InputFile]) -> ParsedList:
    """The parties of one ConList file; `published` is its "Last Updated".

    Raises:
        SourceRefused: not exactly one file, another table, or one that is cut.
    """
    if len(files) != 1:
        raise SourceRefused(
            f"the OFSI list is one file, and here are {len(files)}",
            where=", ".join(file.name for file in files),
            remedy="Import ConList.csv or ConList.xlsx alone.",
        )
    table = read_table(files[0])
    gathering = Gathering(SOURCE)
    for row in table.rows:
        gathering.tallies["records"] += 1
        gathering.take(row["group_id"].strip(), [unpack(row)])
    parties = gathering.finish(table.published)
    return ParsedList(
        parties=parties,
        published=table.published,
        counted=count_rows(files[0]),
        tallies=dict(gathering.tallies),
        warnings=(*table.warnings, *_closed(table.published), *gathering.warnings()),
    )


def _closed(published: date | None) -> tuple[str, ...]:
    if published and published > _CLOSED:
        return (f"the list was closed on {_CLOSED}; a later file is not the Treasury's",)
    return ()
