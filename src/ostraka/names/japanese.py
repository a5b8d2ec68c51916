"""Japanese names in kanji and kana: family and given name by tables, several readings each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice, product

from ostraka.names.kana import romanise_kana, spell
from ostraka.names.rows import load_rows
from ostraka.names.writing import find_script

MOST_READINGS = 6
_LONGEST_FAMILY = 4


def read_japanese(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of a whole name, a spelling for each of its words; none where no table has it.

    A name in one run is taken apart where its beginning is a family name and its rest a given one.

    >>> read_japanese(["佐藤健"])[:3]
    [('sato ken',), ('sato takeru',), ('satou ken',)]
    """
    if len(words) == 1 and (parts := split_japanese(words[0])):
        return [(f"{family} {given}",) for family, given in read_japanese(parts)]
    choices = [_spellings(word, words) for word in words]
    return _combine(choices) if all(choices) else []


def split_japanese(run: str) -> tuple[str, str] | None:
    """Family and given name of a run, the longest family name that leaves a known given name."""
    for size in range(min(_LONGEST_FAMILY, len(run) - 1), 0, -1):
        family, given = run[:size], run[size:]
        if family in load_families() and (given in load_given() or _is_kana(given)):
            return family, given
    return None


def _spellings(word: str, words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """For each reading of a word its spellings."""
    if _is_kana(word):
        return tuple(filter(None, (romanise_kana(word),)))
    families = [each for each in words if each in load_families()]
    tables = [load_given()]
    if len(words) > 1 and word in families:
        # Beside another family name a word may be either; alone it is the family name.
        tables = [load_families(), load_given()] if len(families) > 1 else [load_families()]
    readings = [reading for table in tables for reading in table.get(word, ())]
    return tuple(spell(reading) for reading in dict.fromkeys(readings))


def _combine(choices: Sequence[tuple[tuple[str, ...], ...]]) -> list[tuple[str, ...]]:
    """Readings by turns: the first spelling of each combination, then all in the next way."""
    ranked = sorted(
        product(*(range(len(choice)) for choice in choices)), key=lambda ranks: (sum(ranks), ranks)
    )
    plain = [tuple(c[r][0] for c, r in zip(choices, ranks, strict=True)) for ranks in ranked]
    usual = [choice[0] for choice in choices]
    spelt = [
        tuple(pick_last(spellings, way) for spellings in usual)
        for way in range(1, max(map(len, usual)))
    ]
    first = MOST_READINGS - min(len(spelt), 3)
    return list(islice(dict.fromkeys([*plain[:first], *spelt, *plain[first:]]), MOST_READINGS))


def pick_last(spellings: Sequence[str], number: int) -> str:
    """The spelling of that number, the plain one where there are fewer."""
    return spellings[number] if number < len(spellings) else spellings[0]


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


def _load(name: str) -> dict[str, tuple[str, ...]]:
    return {
        written: tuple(readings.split("|"))
        for spellings, readings in load_rows(name)
        for written in spellings.split("|")
    }
