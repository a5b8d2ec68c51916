"""Devanagari and Bengali: consonants carry an a that is not sounded everywhere."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ostraka.names.rows import load_rows

_READINGS = 4
_NO_VOWEL = frozenset("्্")
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200dऽ"))
_SOUNDED_AFTER_CLUSTER = frozenset("rylvnm")
_INHERENT = {"Deva": ("a",), "Beng": ("a", "a", "o", "a")}
_DROPS_INSIDE = {"Deva": (True, False, True, False), "Beng": (False, True, False, True)}

Part = tuple[str, ...]
Letters = dict[str, dict[str, Part]]


@dataclass(slots=True)
class _Syllable:
    """Consonants, the vowel after them (none where it is not written) and what closes it."""

    onset: Part
    vowel: Part | None = None
    closed: Part = ("",)
    joined: bool = False
    """A consonant that the next one follows without a vowel."""


@lru_cache(maxsize=1 << 13)
def romanise_indic(word: str, script: str) -> tuple[str, ...]:
    """The readings of a word in Devanagari ("Deva") or Bengali ("Beng"), at most four.

    They differ in whether an unwritten a inside the word is sounded, and in how a long a is
    written. Empty where a sign has no rule.

    >>> romanise_indic("कमला", "Deva")
    ('kamla', 'kamala', 'kamlaa', 'kamalaa')
    """
    word = word.translate(_JOINERS)
    letters = _load_letters(script)
    if known := letters["word"].get(word):
        return known
    syllables = _split(word, letters)
    if not syllables:
        return ()
    readings = (_sound(syllables, script, number) for number in range(_READINGS))
    return tuple(dict.fromkeys(filter(None, readings)))


def pick(readings: Part, number: int) -> str:
    """The reading of that number, the last one where there are fewer."""
    return readings[min(number, len(readings) - 1)]


def _split(word: str, letters: Letters) -> list[_Syllable]:
    """The syllables of the word; none where a sign has no rule."""
    found: list[_Syllable] = []
    place = 0
    while place < len(word):
        size, kind = _longest(word, place, letters)
        written = word[place : place + size]
        if kind == "consonant":
            found.append(_Syllable(letters[kind][written]))
        elif kind == "vowel":
            found.append(_Syllable(("",), letters[kind][written]))
        elif found and kind == "sign":
            found[-1].vowel = letters[kind][written]
        elif found and kind == "end":
            found[-1].closed = letters[kind][written]
        elif found and written in _NO_VOWEL:
            found[-1].joined = True
        else:
            return []
        place += size
    return found


def _longest(word: str, place: int, letters: Letters) -> tuple[int, str]:
    for size in range(min(5, len(word) - place), 0, -1):
        written = word[place : place + size]
        for kind in ("consonant", "vowel", "sign", "end"):
            if written in letters[kind]:
                return size, kind
    return 1, ""


def _sound(syllables: list[_Syllable], script: str, number: int) -> str:
    written = ""
    before = ""
    for place, syllable in enumerate(syllables):
        if syllable.joined:
            vowel = ""
        elif syllable.vowel is not None:
            vowel = pick(syllable.vowel, number)
        else:
            sounded = _sounds_inherent(syllables, place, before, script, number)
            vowel = pick(_INHERENT[script], number) if sounded else ""
        closed = pick(syllable.closed, number)
        written += pick(syllable.onset, number) + vowel + closed
        before = "" if closed else vowel
    return written


def _sounds_inherent(
    syllables: list[_Syllable], place: int, before: str, script: str, number: int
) -> bool:
    """Hindi drops the a at the end and between an open syllable and one with a written vowel."""
    syllable = syllables[place]
    if syllable.closed != ("",) or place == 0:
        return True
    after_cluster = syllables[place - 1].joined
    if place + 1 == len(syllables):
        return after_cluster and (script == "Beng" or _is_sonorant(syllable) or number == 1)
    after = syllables[place + 1]
    dropped = before and not after_cluster and after.vowel is not None and not after.joined
    return not (dropped and _DROPS_INSIDE[script][number])


def _is_sonorant(syllable: _Syllable) -> bool:
    return syllable.onset[0][-1:] in _SOUNDED_AFTER_CLUSTER


@cache
def _load_letters(script: str) -> Letters:
    letters: Letters = {}
    for its_script, kind, written, readings in load_rows("indic"):
        if its_script == script:
            letters.setdefault(kind, {})[_plain(written)] = tuple(readings.split("|"))
    return letters


def _plain(written: str) -> str:
    """In the form that NFKC gives a text: letters with a dot below as two characters."""
    return unicodedata.normalize("NFKC", written)
