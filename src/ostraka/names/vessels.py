"""The words of a ship's name, with their roles."""

from __future__ import annotations

from ostraka.names.lexicon import numeral_token, plain_token
from ostraka.names.numerals import is_roman
from ostraka.names.tokens import Token, TokenRole

_PREFIXES = frozenset(("mv", "mt", "ms", "ss", "mts", "fv", "sv", "lpg", "lng", "my", "rv"))
_PREFIX_LETTERS = frozenset(("v", "t", "s", "y"))


def vessel_tokens(words: list[str]) -> tuple[Token, ...]:
    """The tokens of a ship's name; a prefix such as M/V is a title."""
    size = _prefix_size(words)
    titles = (Token(word, TokenRole.TITLE) for word in words[:size])
    return (*titles, *map(vessel_token, words[size:]))


def vessel_token(word: str) -> Token:
    """The token one folded word makes in a ship's name, whatever its place."""
    return numeral_token(word) if is_roman(word) else plain_token(word)


def _prefix_size(words: list[str]) -> int:
    if len(words) > 1 and words[0] in _PREFIXES:
        return 1
    if len(words) > 2 and words[0] == "m" and words[1] in _PREFIX_LETTERS:
        return 2
    return 0
