"""How many people or organisations bear a word, from tables rather than from a list.

A list of sanctions holds few Smiths; a word that is rare there need not be rare among customers.
"""

from __future__ import annotations

from functools import cache

from ostraka.names.name_classes import load_name_classes
from ostraka.names.rows import load_rows

_LEAST = 15  # what stands in a class of names is known, though no ranking has it


def find_commonness(word: str) -> int:
    """Bearers in 100,000 where the folded word is usual as a name, 0 where no table knows it.

    >>> find_commonness("kim"), find_commonness("zorvan")
    (20000, 0)
    """
    return _load().get(word, 0)


@cache
def _load() -> dict[str, int]:
    found = _ranked()
    for known in load_name_classes():
        share = max((found.get(name, 0) for name in known.spellings), default=0)
        for name in known.spellings:
            found[name] = max(found.get(name, 0), share // 2, _LEAST)
        for name in known.short_forms:
            found[name] = max(found.get(name, 0), share // 10, _LEAST)
    return found


def _ranked() -> dict[str, int]:
    found: dict[str, int] = {}
    for table in ("common_names", "common_words"):
        for name, share in load_rows(table):
            found[name] = max(found.get(name, 0), int(share))
    return found
