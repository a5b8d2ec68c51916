"""Alphabets and syllabaries that are romanised letter by letter, from a table of rules."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from ostraka.names.rows import load_rows

_VOWELS = frozenset("аеёиоуыэюяіїєўә" + "αεηιουω" + "աեէըիոօ")
_BASE = {"uk": "ru", "be": "ru", "sr": "ru", "bg": "ru"}
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}

Rules = dict[str, dict[str, tuple[str, ...]]]
"""For each group of letters, its readings by the place in the word."""


@lru_cache(maxsize=1 << 15)
def romanise_alphabetic(word: str, language: str) -> tuple[str, ...]:
    """The readings of a lower-case word by the rules of one language, the usual one first.

    Letters without a rule are left out.

    >>> romanise_alphabetic("юсто", "ru")
    ('yusto', 'iusto')
    """
    word = _plain(word, language)
    parts = _match(word, load_rules(language))
    count = max((len(part) for part in parts), default=1)
    readings = ("".join(p[min(i, len(p) - 1)] for p in parts) for i in range(count))
    return tuple(dict.fromkeys(filter(None, readings)))


def find_cyrillic_language(text: str) -> str:
    """The language whose rules read Cyrillic words, as far as their letters tell; else "ru"."""
    letters = set(text)
    if letters & set("ђјљњћџѓќѕ"):
        return "sr"
    if "ў" in letters or ("і" in letters and letters & set("ыэё")):
        return "be"
    if any(ending in text for ending in ("ськ", "цьк", "зьк")):
        return "uk"
    if letters & set("іїєґ") and not letters & set("әғқңөұүһ"):
        return "uk"
    return "bg" if _has_vowel_hard_sign(text) else "ru"


def _has_vowel_hard_sign(word: str) -> bool:
    """Russian has ъ only before е, ё, ю, я; in Bulgarian it is a vowel."""
    return any(c == "ъ" and after not in "еёюя" for c, after in pairwise(word))


def _plain(word: str, language: str) -> str:
    if language == "ja":
        return word.translate(_HIRAGANA)
    if language == "el":
        bare = unicodedata.normalize("NFD", word)
        return "".join(c for c in bare if not unicodedata.combining(c))
    return word


def _match(word: str, rules: Rules) -> list[tuple[str, ...]]:
    parts: list[tuple[str, ...]] = []
    place = 0
    while place < len(word):
        size, readings = _longest(word, place, rules)
        if word[place] == "ッ":  # the small tsu doubles the consonant that follows
            _, after = _longest(word, place + 1, rules)
            readings = tuple(reading[:1].replace("c", "t") for reading in after)
        parts.append(readings)
        place += size
    return parts


def _longest(word: str, place: int, rules: Rules) -> tuple[int, tuple[str, ...]]:
    for size in (3, 2, 1):
        end = place + size
        by_place = rules.get(word[place:end]) if end <= len(word) else None
        if by_place is not None:
            found = _at(by_place, word, place, end)
            if found is not None:
                return size, found
    return 1, ("",)


def _at(
    by_place: dict[str, tuple[str, ...]], word: str, place: int, end: int
) -> tuple[str, ...] | None:
    if "end" in by_place and end == len(word):
        return by_place["end"]
    if "start" in by_place and place == 0:
        return by_place["start"]
    if "vowel" in by_place and (place == 0 or word[place - 1] in _VOWELS):
        return by_place["vowel"]
    return by_place.get("any")


@cache
def load_rules(language: str) -> Rules:
    """The rules of one language over those it is based on."""
    base = load_rules(_BASE[language]) if language in _BASE else {}
    rules: Rules = {letters: dict(by_place) for letters, by_place in base.items()}
    for its_language, letters, place, readings in load_rows("alphabets"):
        if its_language == language:
            rules.setdefault(letters, {})[place] = tuple(readings.split("|"))
    return rules
