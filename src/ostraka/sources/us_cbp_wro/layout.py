"""The columns of the list of orders and findings, in its CSV and on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.us_agencies.columns import Layout, Row, fold_heading, read_columns
from ostraka.sources.us_agencies.supplement import is_page
from ostraka.sources.us_agencies.webtable import WebTable, read_page

REMEDY = "Import the CSV that cbp.gov/document/stats/withhold-release-orders-findings links to."
_HEADING_MAX = 40
LAYOUT = Layout(
    {
        "entity": ("entity", "entities", "manufacturer", "manufacturer_s", "entity_name"),
        "day": ("effective_date", "date"),
        "status": ("status",),
        "merchandise": ("merchandise",),
    },
    {
        "kind": ("wro_finding", "type", "order_type"),
        "country": ("country",),
        "industry": ("industry",),
        "remarks": ("remarks", "status_notes", "notes"),
    },
    REMEDY,
)


def read_rows(file: InputFile, warnings: list[str]) -> Iterator[Row]:
    """The rows of the CSV, or of every table of the page that has its columns.

    Raises:
        SourceRefused: neither, or without a mandatory column.
    """
    if not is_page(file):
        yield from read_columns(file, LAYOUT, warnings)
        return
    tables = [table for table in read_page(file) if _fits(table.header)]
    if not tables:
        raise SourceRefused(
            "the page has no table with the columns entity, effective date, status, merchandise",
            where=file.name,
            remedy=REMEDY,
        )
    for table in tables:
        yield from _rows_of(table)


def _fits(header: Sequence[str]) -> bool:
    names = {fold_heading(cell) for cell in header}
    return all(names.intersection(known) for known in LAYOUT.mandatory.values())


def _rows_of(table: WebTable) -> Iterator[Row]:
    known = {h: c for c, hs in {**LAYOUT.mandatory, **LAYOUT.optional}.items() for h in hs}
    columns = [known.get(fold_heading(heading), "") for heading in table.header]
    heading = table.before.rsplit(". ", 1)[-1]  # the page has a table for each country
    country = heading if "country" not in columns and len(heading) <= _HEADING_MAX else ""
    for number, row in enumerate(table.rows, start=1):
        cells = {c: cell.text for c, cell in zip(columns, row, strict=False) if c}
        yield Row(number, {"country": country, **cells}, {})
