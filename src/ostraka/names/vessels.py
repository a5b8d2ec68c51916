"""The words of a ship's name, with their roles."""

from __future__ import annotations

from ostraka.names.lexicon import numeral_token, plain_token
from ostraka.names.numerals import is_roman
from ostraka.names.tokens import Token, TokenRole

PREFIXES = frozenset(("mv", "mt", "ms", "ss", "mts", "fv", "sv", "lpg", "lng", "my", "rv"))
"""Prefixes of ships, folded."""

_SPELT_PREFIXES = frozenset(
    (
        *("motor vessel", "motor tanker", "motor yacht", "motor ship", "steam ship", "oil tanker"),
        *("fishing vessel", "sailing vessel", "research vessel", "merchant vessel"),
    )
)
PREFIX_STARTS = frozenset(name.split()[0] for name in _SPELT_PREFIXES)
"""First words of prefixes that are spelt out."""

PERSONAL_PREFIXES = frozenset(("ms", "my"))
"""Prefixes that begin a person's name as well: Ms Maria, My Nguyen."""


def vessel_tokens(words: list[str]) -> tuple[Token, ...]:
    """The tokens of a ship's name; a prefix such as M/V is a title."""
    size = _prefix_size(words)
    titles = (Token(word, TokenRole.TITLE) for word in words[:size])
    return (*titles, *map(vessel_token, words[size:]))


def vessel_token(word: str) -> Token:
    """The token one folded word makes in a ship's name, whatever its place."""
    return numeral_token(word) if is_roman(word) else plain_token(word)


def has_prefix(words: list[str]) -> bool:
    """Whether the words begin with the prefix of a ship and a name follows."""
    return _prefix_size(words) > 0


def _prefix_size(words: list[str]) -> int:
    if len(words) > 1 and words[0] in PREFIXES:
        return 1
    if len(words) < 3:
        return 0
    if len(words[0]) == len(words[1]) == 1:
        return 2 if words[0] + words[1] in PREFIXES else 0
    return 2 if words[0] in PREFIX_STARTS and f"{words[0]} {words[1]}" in _SPELT_PREFIXES else 0
