"""Burmese: syllables with the Latin spellings that names have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from ostraka.names.rows import load_rows

_CONSONANT = "[က-အဿ]"
_MOST = 6
_TONES = "့း"
_SYLLABLE = re.compile(
    rf"[ဣ-ဪ]{_CONSONANT}်[{_TONES}]*|[ဣ-ဪ](?:{_CONSONANT}(?=္))?[{_TONES}]*"
    rf"|({_CONSONANT}[ျြှ]*)(ွ?)(ှ?)([ါ-ဲံ]*်?[ံ့]*(?:{_CONSONANT}့?်|{_CONSONANT}(?=္))?)[{_TONES}]*"
)
_NASAL = frozenset("ငဉညနဏမံ")
_STACKED = re.compile("်?္")

Table = dict[str, dict[str, tuple[str, ...]]]


@lru_cache(maxsize=1 << 13)
def romanise_burmese(word: str) -> tuple[str, ...]:
    """The readings of a word in Burmese script, one space between syllables, at most six.

    Empty where a part of it is no syllable the table knows.

    >>> romanise_burmese("မင်းအောင်လှိုင်")[0]
    'min aung hlaing'
    """
    syllables = _split(word)
    if syllables is None:
        return ()
    read = [_read_syllable(*syllable) for syllable in syllables]
    if not all(read):
        return ()
    return tuple(islice(dict.fromkeys(" ".join(_vary(read, *way)) for way in _ways(read)), _MOST))


def _ways(read: list[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Which syllable is spelt in which way: none, one of them, then all of them otherwise."""
    yield 0, 0
    yield from ((place, 1) for place in range(len(read)))
    yield -1, 1
    yield from ((place, 2) for place in range(len(read)))


def _vary(read: list[tuple[str, ...]], place: int, number: int) -> Iterator[str]:
    """The first spelling of each syllable but for the one at that place, or all where it is -1."""
    for k, spellings in enumerate(read):
        yield _pick(spellings, number if place in {k, -1} else 0)


def _split(word: str) -> list[tuple[str, str, str]] | None:
    """Each syllable whole, its onset and its rime; none where something is left over."""
    word = _in_one_order(word)
    found: list[tuple[str, str, str]] = []
    place = 0
    while place < len(word):
        if known := _find_word(word, place):
            found.append((known, "", ""))
            place += len(known)
            continue
        match = _SYLLABLE.match(word, place)
        if match is None:
            return None
        onset, rounded, breathed, rest = (part or "" for part in match.groups())
        # A stacked final is written without its sign: the rime has it.
        closed = "်" if word[match.end() : match.end() + 1] == "္" else ""
        found.append((match.group() + closed, onset + breathed, rounded + rest + closed))
        stacked = _STACKED.match(word, match.end())
        place = stacked.end() if stacked else match.end()
    return found


def _find_word(word: str, place: int) -> str:
    """The longest word of several syllables that the table has at this place, or nothing."""
    known = _load_table()["word"]
    ends = range(len(word), place + 2, -1)
    return next((word[place:end] for end in ends if word[place:end] in known), "")


def _in_one_order(word: str) -> str:
    """Tone marks after the sign that closes a syllable are written before and after it."""
    return word.replace("့်", "့်").replace("ဥ်", "ဉ်").replace("ဦး", "ဦး").replace("ါ", "ာ")


def _read_syllable(whole: str, onset: str, rime: str) -> tuple[str, ...]:
    table = _load_table()
    if (
        known := table["word"].get(whole)
        or table["syllable"].get(whole)
        or table["syllable"].get(whole.rstrip(_TONES))
    ):
        return known
    onsets = table["onset"].get(onset) or table["onset"].get(onset.rstrip("ျြ"))
    rimes = table["rime"].get(rime) or table["rime"].get(rime.replace("့", ""))
    if onsets is None or rimes is None:
        return ()
    pairs = ((_pick(onsets, n), _pick(rimes, n)) for n in range(4))
    return tuple(dict.fromkeys((start + end).replace("yy", "y") for start, end in pairs))


def _pick(readings: tuple[str, ...], number: int) -> str:
    return readings[min(number, len(readings) - 1)]


@cache
def _load_table() -> Table:
    table: Table = {}
    for kind, written, readings in load_rows("burmese"):
        plain = _in_one_order(written)
        table.setdefault(kind, {})[plain] = tuple(readings.split("|"))
    return table
