"""Numbers written in words, as ordinals and in Roman numerals, in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ostraka.names.rows import load_rows

_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)", re.ASCII)
_POWERS = {"hundred": 100, "thousand": 1000}
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN_TENS = ("", "x", "xx", "xxx")
_ROMAN_WORDS = frozenset(("i", "v", "x", "vi", "xi"))  # letters, syllables and names as well


def in_figures(words: list[str]) -> list[str]:
    """The words of a name with its numbers in figures.

    A Roman numeral is none as the first word, and a single letter only at the end.

    >>> in_figures(["brigade", "forty", "four"]), in_figures(["sea", "star", "v"])
    (['brigade', '44'], ['sea', 'star', '5'])
    >>> in_figures(["1st", "national", "bank"])
    ['1', 'national', 'bank']
    """
    if load_numerals().keys().isdisjoint(words) and not any(word[0].isdigit() for word in words):
        return words
    return list(_join(words))


def is_roman(word: str) -> bool:
    """Whether a folded word is nothing but a Roman numeral: "iii", not "xi" or "v"."""
    return word in _roman() and word not in _ROMAN_WORDS


def is_ordinal(word: str) -> bool:
    """Whether a folded word is an ordinal in figures: "585th"."""
    return _ORDINAL.fullmatch(word) is not None


def _join(words: list[str]) -> Iterator[str]:
    place = 0
    while place < len(words):
        value = _value(words, place)
        if value is not None and value in range(20, 100, 10) and place + 1 < len(words):
            unit = load_numerals().get(words[place + 1], 10)
            if unit < 10 and words[place].isalpha() and words[place + 1] not in _roman():
                value, place = value + unit, place + 1
        if value is not None and place + 1 < len(words) and words[place + 1] in _POWERS:
            value, place = value * _POWERS[words[place + 1]], place + 1
        yield words[place] if value is None else str(value)
        place += 1


def _value(words: list[str], place: int) -> int | None:
    word = words[place]
    if is_ordinal(word):
        return int(word[:-2])
    if word in _roman():
        last = place == len(words) - 1
        return _roman()[word] if place and (len(word) > 1 or last) else None
    return load_numerals().get(word)


@cache
def load_numerals() -> dict[str, int]:
    """Numbers in words and Roman numerals, with their values."""
    rows = load_rows("numerals")
    words = {word: int(value) for value, spellings in rows for word in spellings.split("|")}
    return words | _roman()


@cache
def _roman() -> dict[str, int]:
    return {
        tens + ones: 10 * ten + one
        for ten, tens in enumerate(_ROMAN_TENS)
        for one, ones in enumerate(_ROMAN_ONES)
        if tens + ones
    }
