"""Programmes of the European Union, by their codes."""

from __future__ import annotations

from functools import cache

from ostraka.model.programme import Programme
from ostraka.sources.programme_tables import iter_programmes

AUTHORITY = "Council of the European Union"


def find_programme(code: str) -> Programme | None:
    """The programme of a code of the Financial Sanctions Files.

    >>> find_programme("HR").legal_basis[0]
    'Reg. (EU) 2020/1998'
    """
    return _load_programmes().get(code.upper())


@cache
def _load_programmes() -> dict[str, Programme]:
    found: dict[str, Programme] = {}
    for programme in iter_programmes(__package__):
        for code in (programme.code, *programme.names):
            found[code] = programme
    return found
