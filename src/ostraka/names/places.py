"""Words of places in the names of organisations: Banco Santander Chile is not Banco Santander."""

from __future__ import annotations

from functools import cache

from ostraka.names.rows import load_rows

FIRST_PLACE = 5_000_000
"""Ids of groups from here on are places; below are the classes of names and generic words."""


def find_place(word: str) -> int | None:
    """The id of the place a folded word names in any language, as a name or an adjective.

    >>> find_place("chilean") == find_place("chile"), find_place("acme")
    (True, None)
    """
    return _load().get(word)


@cache
def _load() -> dict[str, int]:
    return {
        spelling: number
        for number, (spellings,) in enumerate(load_rows("places"), start=FIRST_PLACE)
        for spelling in spellings.split("|")
    }
