"""Pairs of two people: a name against itself with one word taken from another, nearest name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_JOINING = {"abu", "abd", "abdul", "abdel", "abdal", "ibn", "bin", "ben", "bint", "al", "el", "ul"}
_JOINING |= {"ud", "ad", "as", "ash", "an", "ar", "at", "az", "umm", "um", "ould", "uld", "din"}
_JOINING |= {"allah"}

Pair = tuple[str, str]

SPELLINGS_OF_ONE_NAME = 0.75
"""Words more alike than this may be two spellings of one name, so they make no pair."""

_SOUNDS = str.maketrans({"q": "k", "c": "k", "w": "v", "f": "v", "z": "s", "g": "j", "d": "t"})


def make_near_names(pairs: Sequence[Pair], wanted: int) -> list[Pair]:
    """At most `wanted` pairs of native names with Latin names of nobody, the same every time.

    The word exchanged is the first, the second ... in turn; what stands in its place is the most
    similar word at that place in another pair, short of a spelling of the same name.
    """
    made = (near for number, pair in enumerate(pairs) if (near := _near(number, pair, pairs)))
    return [pair for pair, _ in zip(made, range(wanted), strict=False)]


def _near(number: int, pair: Pair, pairs: Sequence[Pair]) -> Pair | None:
    native, latin = pair
    words = latin.split()
    places = [place for place, word in enumerate(words) if carries_name(word)]
    if not places:
        return None
    place = places[number % len(places)]
    own = {word.lower() for word in words}
    others = sorted(
        word
        for word in _words_at(place, len(words), pairs)
        if word.lower() not in own and not _may_be_one(word, words[place])
    )
    if not others:
        return None
    words[place] = max(others, key=lambda word: _likeness(word, latin.split()[place]))
    return native, " ".join(words)


def _words_at(place: int, count: int, pairs: Sequence[Pair]) -> Iterator[str]:
    for _, latin in pairs:
        words = latin.split()
        if len(words) == count and carries_name(words[place]):
            yield words[place]


def carries_name(word: str) -> bool:
    """False for what only joins words, so that no pair turns on "Abu" against "Abd"."""
    return len(word) > 1 and word.lower() not in _JOINING


def _may_be_one(left: str, right: str) -> bool:
    if _likeness(left, right) > SPELLINGS_OF_ONE_NAME:
        return True
    sounds = _consonants(left), _consonants(right)
    return sounds[0] == sounds[1] or _likeness(*sounds) > SPELLINGS_OF_ONE_NAME


def _consonants(word: str) -> str:
    plain = re.sub(r"[aeiouyh'\-]", "", word.lower()).translate(_SOUNDS)
    return re.sub(r"(.)\1+", r"\1", plain)


def _likeness(left: str, right: str) -> float:
    return SequenceMatcher(None, left.lower(), right.lower(), autojunk=False).ratio()
