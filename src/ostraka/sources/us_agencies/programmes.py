"""What a listing on one of these lists is, from the table of programmes beside its reader."""

from __future__ import annotations

from functools import cache

from ostraka.model.programme import Programme
from ostraka.sources.programme_tables import iter_programmes


@cache
def load_programmes(source: str) -> dict[str, Programme]:
    """Every programme of a list by its code."""
    return {found.code: found for found in iter_programmes(f"ostraka.sources.{source}")}


def find_programme(source: str, name: str) -> Programme | None:
    """The programme that a list calls by that name, whatever its case."""
    wanted = name.casefold()
    return next((p for p in load_programmes(source).values() if wanted in p.names), None)
