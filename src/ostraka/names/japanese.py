"""Japanese names in kanji and kana: family and given name by tables, several readings each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice, product

from ostraka.names.chinese import load_families as load_chinese_families
from ostraka.names.kana import WAYS, romanise_kana, spell
from ostraka.names.rows import load_rows
from ostraka.names.writing import find_script

MOST_READINGS = 6
_MOST_GIVEN = 3
_LONGEST_FAMILY = 4
_LEAST_SPELLINGS = 2

Spellings = tuple[str, ...]
"""The ways to spell one reading, as `ostraka.names.kana` orders them."""


def read_japanese(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of a whole name, a spelling for each of its words; none where no table has it.

    A name in one run is taken apart where its beginning is a family name and its rest a given one.

    >>> read_japanese(["佐藤健"])[:3]
    [('sato ken',), ('sato takeshi',), ('sato takeru',)]
    """
    if len(words) == 1 and (parts := split_japanese(words[0])):
        return [(f"{family} {given}",) for family, given in _read_parts(parts, 0)]
    families = [n for n, word in enumerate(words) if word in load_families()]
    if not families:
        return _read_parts(words, -1)
    # Beside another family name a word may be either: the Western order has it last.
    return _read_parts(
        words, 0 if families[0] == 0 and families[-1] != len(words) - 1 else families[-1]
    )


def _read_parts(words: Sequence[str], family: int) -> list[tuple[str, ...]]:
    known = family >= 0 and is_japanese_family(words[family])
    choices = [
        _spell_all(word, load_families()[word])
        if place == family
        else _spell_all(word, find_given(word, composed=known))
        for place, word in enumerate(words)
    ]
    return _combine(choices) if all(choices) else []


def split_japanese(run: str) -> tuple[str, str] | None:
    """Family and given name of a run, the longest family name that leaves a given name."""
    for size in range(min(_LONGEST_FAMILY, len(run) - 1), 0, -1):
        family, given = run[:size], run[size:]
        if family in load_families() and (
            _is_kana(given) or find_given(given, composed=is_japanese_family(family))
        ):
            return family, given
    return None


def is_japanese_family(word: str) -> bool:
    """Whether a family name is Japanese for certain and not Chinese as well."""
    return word in load_families() and (len(word) > 1 or word not in load_chinese_families())


def find_given(word: str, *, composed: bool) -> tuple[str, ...]:
    """The readings of a given name: of the table, else put together from its characters.

    Those put together are a guess, taken only beside a family name that is Japanese for certain.
    """
    if word in load_given() or not composed or not 1 < len(word) <= _MOST_GIVEN:
        return load_given().get(word, ())
    characters = load_characters()
    combined = product(*(characters.get(char, ()) for char in word))
    return tuple(islice(map("".join, combined), MOST_READINGS))


def _spell_all(word: str, readings: tuple[str, ...]) -> tuple[Spellings, ...]:
    """For each reading of a word its spellings."""
    if _is_kana(word):
        return tuple(filter(None, (romanise_kana(word),)))
    return tuple(spell(reading) for reading in readings)


def _combine(choices: Sequence[tuple[Spellings, ...]]) -> list[tuple[str, ...]]:
    """The first spelling of each combination, with the other ways to spell the most usual one."""
    ranked = sorted(
        product(*(range(len(choice)) for choice in choices)), key=lambda ranks: (sum(ranks), ranks)
    )
    plain = [tuple(c[r][0] for c, r in zip(choices, ranks, strict=True)) for ranks in ranked]
    usual = [choice[0] for choice in choices]
    ways = (tuple(_pick(spellings, way) for spellings in usual) for way in range(1, WAYS))
    spelt = [way for way in dict.fromkeys(ways) if way != plain[0]]
    first = max(1, MOST_READINGS - min(len(spelt), _LEAST_SPELLINGS))
    return list(islice(dict.fromkeys([*plain[:first], *spelt, *plain[first:]]), MOST_READINGS))


def _pick(spellings: Spellings, way: int) -> str:
    return spellings[way] if way < len(spellings) else spellings[0]


def _is_kana(word: str) -> bool:
    return all(find_script(char) == "Kana" for char in word)


@cache
def load_families() -> dict[str, tuple[str, ...]]:
    """Family names with their readings, macrons on long vowels, the most usual first."""
    return _load("japanese_families")


@cache
def load_given() -> dict[str, tuple[str, ...]]:
    """Given names with their readings."""
    return _load("japanese_given_names")


@cache
def load_characters() -> dict[str, tuple[str, ...]]:
    """Characters of given names with the readings they have there."""
    return _load("japanese_characters")


def _load(name: str) -> dict[str, tuple[str, ...]]:
    return {
        written: tuple(readings.split("|"))
        for spellings, readings in load_rows(name)
        for written in spellings.split("|")
    }
