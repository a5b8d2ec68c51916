"""Chinese names of persons: pinyin, Wade-Giles, and as Hong Kong spells them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ostraka.names.han import read_syllable
from ostraka.names.rows import load_rows
from ostraka.names.wade_giles import to_wade_giles

_NAME_LENGTHS = {1: (2, 3), 2: (3, 4)}
_LONGEST_GIVEN = 2


def read_chinese(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of a whole name, a spelling for each of its words; none where it is no name.

    A run as long as a name that begins with a family name is read as one: "chen quanguo", never
    syllable by syllable, because single syllables are borne by millions.

    >>> read_chinese(["梁振英"])
    [('liang zhenying',), ('liang chenying',), ('leung chunying',)]
    """
    if len(words) == 1:
        size = find_chinese_family(words[0])
        pair = (words[0][:size], words[0][size:])
        return [(" ".join(found),) for found in _read_parts(pair, pair[0])] if size else []
    family = _pick_family(words)
    if not family or any(len(word) > _LONGEST_GIVEN for word in words):
        return []
    return _read_parts(words, family)


def _read_parts(words: Sequence[str], family: str) -> list[tuple[str, ...]]:
    ways = (_pinyin, _wade_giles, _cantonese)
    read = [tuple(way(word, word == family) for word in words) for way in ways]
    return list(dict.fromkeys(reading for reading in read if all(reading)))


def find_chinese_family(run: str) -> int:
    """How many characters of a name in one run are its family name; 0 where it is no name."""
    families = load_families()
    return next((n for n in (2, 1) if run[:n] in families and len(run) in _NAME_LENGTHS[n]), 0)


def _pick_family(words: Sequence[str]) -> str:
    """Of words written apart the commonest family name, which the table has first."""
    ranks = {written: rank for rank, written in enumerate(load_families())}
    return min((word for word in words if word in ranks), key=ranks.__getitem__, default="")


def _pinyin(word: str, is_family: bool) -> str:
    """A family name as it is read, which is not always as the character is (单 shan, 仇 qiu)."""
    return load_families()[word] if is_family else _join([read_syllable(char) for char in word])


def _wade_giles(word: str, is_family: bool) -> str:
    if is_family:
        family = load_families()[word]
        return to_wade_giles(family) if len(word) == 1 else family
    return _join([to_wade_giles(syllable) for syllable in map(read_syllable, word) if syllable])


def _cantonese(word: str, is_family: bool) -> str:
    spellings = load_cantonese()
    return spellings.get(word, "") if is_family else _join([spellings.get(c, "") for c in word])


def _join(syllables: list[str]) -> str:
    return "".join(syllables) if all(syllables) else ""


def simplify(text: str) -> str:
    """The text with the traditional characters of names in their simplified form."""
    return text.translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    return {
        ord(form): simplified
        for simplified, traditional, _ in load_rows("chinese_characters")
        for form in traditional.split("|")
        if len(form) == 1
    }


@cache
def load_families() -> dict[str, str]:
    """Family names, simplified and traditional, with their syllables, the commonest first."""
    rows = load_rows("chinese_families")
    return {char: syllable for written, syllable in rows for char in written.split("|")}


@cache
def load_cantonese() -> dict[str, str]:
    """How Hong Kong spells a character in names."""
    return {
        form: spellings.split("|")[0]
        for simplified, traditional, spellings in load_rows("chinese_characters")
        for form in (simplified, *traditional.split("|"))
        if form and spellings
    }
