"""Khmer: a consonant chooses between two sounds of the vowel that follows it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ostraka.names.rows import load_rows

_READINGS = 3
_BELOW = "្"
_CONSONANT = "[ក-វស-អ]"
_SERIES = {"៉": "a", "៊": "o"}
_IGNORED = re.compile("[់៍៏៎៌\u200b-\u200d]")
_FINAL_SILENT = re.compile(f"({_CONSONANT}){_BELOW}{_CONSONANT}[ិុ]?$")
_VOWEL = "(?:[ា-ៈ]|័)*ំ?ះ?"
_SYLLABLE = re.compile(
    f"(?P<onset>{_CONSONANT}(?:{_BELOW}{_CONSONANT})*)(?P<shift>[៉៊]?)"
    f"(?P<below>(?:{_BELOW}{_CONSONANT})*)(?P<vowel>{_VOWEL})(?P<shifted>[៉៊]?)"
    f"(?P<coda>{_CONSONANT}(?![៉៊្ា-ៈ័]))?"
)

Part = tuple[str, ...]


@lru_cache(maxsize=1 << 12)
def romanise_khmer(word: str) -> Part:
    """The readings of a word in Khmer script, at most three; empty where a sign has no rule.

    >>> romanise_khmer("សុខា")
    ('sokha',)
    """
    word = _plain(word)
    parts = _cut(word)
    if not parts:
        return ()
    readings = ("".join(pick(part, number) for part in parts) for number in range(_READINGS))
    return tuple(dict.fromkeys(filter(None, readings)))


def pick(readings: Part, number: int) -> str:
    """The reading of that number, the last one where there are fewer."""
    return readings[min(number, len(readings) - 1)]


def _plain(word: str) -> str:
    """Without signs that only shorten, and without a last consonant written below another."""
    known = _load("word")
    bare = _IGNORED.sub("", word)
    return bare if bare in known else _FINAL_SILENT.sub(r"\1", bare)


def _cut(word: str) -> list[Part]:
    parts: list[Part] = []
    place = 0
    while place < len(word):
        known = _find_word(word, place)
        if known:
            parts.append(_load("word")[known])
            place += len(known)
            continue
        match = _SYLLABLE.match(word, place)
        if match is None:
            return []
        parts.append(_sound(match))
        place = match.end()
    return parts


def _find_word(word: str, place: int) -> str:
    """The longest known word here that does not end before a sign of its last letter."""
    known = _load("word")
    for end in range(len(word), place, -1):
        after = word[end : end + 1]
        if word[place:end] in known and not (after and re.match("[្ា-៑៉៊័]", after)):
            return word[place:end]
    return ""


def _sound(match: re.Match[str]) -> Part:
    onset = (match["onset"] + match["below"]).replace(_BELOW, "")
    consonants = _load("consonant")
    shift = match["shift"] or match["shifted"]
    series = _SERIES.get(shift) or _series_of(onset)
    vowels = _load(series).get(match["vowel"])
    if vowels is None:
        return ()
    coda = consonants.get(match["coda"] or "", ("",))
    starts = [consonants[letter] for letter in onset]
    if shift == "៉" and onset == "ប":
        starts = [("p",)]
    return tuple(
        "".join(pick(start, n) for start in starts) + pick(vowels, n) + pick(coda, n)
        for n in range(_READINGS)
    )


def _series_of(onset: str) -> str:
    """That of the last consonant that is no sonorant, else of the first."""
    strong = [letter for letter in onset if letter not in "ងញណនមយរលវ"]
    return _load_series()[(strong or onset)[-1]]


@cache
def _load(kind: str) -> dict[str, Part]:
    """The table of one kind; for vowels the kind is the series."""
    return {
        _IGNORED.sub("", written): tuple(readings.split("|"))
        for its_kind, series, written, readings in load_rows("khmer")
        if kind == (series if its_kind == "vowel" else its_kind)
    }


@cache
def _load_series() -> dict[str, str]:
    rows = load_rows("khmer")
    return {written: series for kind, series, written, _ in rows if kind == "consonant"}
