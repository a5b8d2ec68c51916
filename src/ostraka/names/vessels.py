"""The words of a ship's name, with their roles."""

from __future__ import annotations

from ostraka.names.lexicon import plain_token
from ostraka.names.tokens import Token, TokenRole

_PREFIXES = frozenset(("mv", "mt", "ms", "ss", "mts", "fv", "sv", "lpg", "lng", "my", "rv"))
_PREFIX_LETTERS = frozenset(("v", "t", "s", "y"))
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_NUMERALS = {roman: str(number) for number, roman in enumerate(_ROMAN, start=1)}


def vessel_tokens(words: list[str]) -> tuple[Token, ...]:
    """The tokens of a ship's name; a prefix such as M/V is a title."""
    size = _prefix_size(words)
    titles = (Token(word, TokenRole.TITLE) for word in words[:size])
    return (*titles, *map(vessel_token, words[size:]))


def in_figures(words: list[str]) -> list[str]:
    """The words of a ship's name with Roman numerals in figures.

    The first word is none, and a single letter only at the end.

    >>> in_figures(["sea", "star", "v"])
    ['sea', 'star', '5']
    """
    last = len(words) - 1
    return [
        _NUMERALS.get(word, word) if place and (len(word) > 1 or place == last) else word
        for place, word in enumerate(words)
    ]


def vessel_token(word: str) -> Token:
    """The token one folded word makes in a ship's name, whatever its place."""
    return plain_token(word)


def _prefix_size(words: list[str]) -> int:
    if len(words) > 1 and words[0] in _PREFIXES:
        return 1
    if len(words) > 2 and words[0] == "m" and words[1] in _PREFIX_LETTERS:
        return 2
    return 0
