"""Ship names that say little, because many ships bear them."""

from __future__ import annotations

from functools import cache

from ostraka.model.party import PartyKind
from ostraka.names.commonness import find_commonness
from ostraka.names.prepare import prepare
from ostraka.names.rows import load_rows
from ostraka.names.tokens import TokenRole

_BORNE_BY_MANY = 30  # of 100,000 people
_MOST_WORDS = 2  # a name of three words and more is seldom borne twice


def is_common_ship_name(name: str) -> bool:
    """Whether many ships bear this name: in the table, or one or two of its words, no number.

    A woman's or a saint's name is a word of the table too, alone or beside one (LADY MARIA).

    >>> is_common_ship_name("M/V OCEAN STAR"), is_common_ship_name("OCEAN STAR 7")
    (True, False)
    """
    readings = prepare(name, PartyKind.VESSEL)
    if not readings:
        return False
    words = [token.text for token in readings[0].tokens if token.role is not TokenRole.TITLE]
    if " ".join(words) in _load("name"):
        return True
    if len(words) > _MOST_WORDS or not all(_is_common(word) for word in words):
        return False
    return len(words) == 1 or any(word in _load("word") for word in words)


def _is_common(word: str) -> bool:
    return word in _load("word") or find_commonness(word) >= _BORNE_BY_MANY


@cache
def _load(use: str) -> frozenset[str]:
    return frozenset(text for text, row_use in load_rows("common_ship_names") if row_use == use)
