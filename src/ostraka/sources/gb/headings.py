"""Headings of a United Kingdom table: which fields its columns hold, and which must be there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ostraka.model.errors import SourceRefused
from ostraka.sources.gb.designation import NEW, Row
from ostraka.sources.gb.fields import find_field
from ostraka.sources.special import is_special_field
from ostraka.sources.text import tidy


def name_columns(
    headings: Sequence[str], mandatory: Collection[str], where: str, warnings: list[str]
) -> list[str]:
    """The key of every column: its field, a new heading marked as such, empty for what is left out.

    Raises:
        SourceRefused: a mandatory field has no column; it may have been renamed.
    """
    keys = [name_field(heading, warnings) for heading in headings]
    missing = sorted(set(mandatory) - set(keys))
    if missing:
        raise SourceRefused(
            f"the table has no column for {', '.join(missing).replace('_', ' ')}",
            where=where,
            remedy="Check that this is the file of that list; a column may have been renamed.",
        )
    return keys


def name_field(heading: str, warnings: list[str]) -> str:
    """The key under which a row holds what stands below this heading or in this element."""
    plain = tidy(heading)
    found = find_field(plain)
    if found:
        return found.key
    if not plain:
        return ""
    if is_special_field(plain):
        warnings.append(f"{plain} is left out: no reader keeps such data")
        return ""
    warnings.append(f"{plain} is new; kept as a remark")
    return f"{NEW}{plain}"


def make_row(columns: Sequence[str], cells: Sequence[str]) -> Row:
    """The filled cells by key; two columns of one key are joined."""
    row: dict[str, str] = {}
    for key, text in zip(columns, cells, strict=False):
        if key and text and text.strip():
            row[key] = f"{row[key]}; {text}" if key in row else text
    return row
