"""Slips of the hand: every one changes one word by one letter, but for `two_typos`.

Only words of four letters or more are touched, so that a person could undo the slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random
from string import ascii_lowercase

from benchmarks.alterations.case import ListedName
from benchmarks.alterations.tables_reading import load_pairs

_LEAST_LETTERS = 4
_VOWELS = "aeiou"
_DOUBLE = re.compile(r"([a-z])\1", re.IGNORECASE)
_WORD = re.compile(rf"[A-Za-z]{{{_LEAST_LETTERS},}}")
Slip = Callable[[str, Random], str]


def substitute_letter(name: ListedName, random: Random) -> str:
    """One letter is another, any of the alphabet."""
    return _slip(name, random, _substitute)


def hit_neighbour_key(name: ListedName, random: Random) -> str:
    """One letter is that of a key beside it (QWERTY)."""
    return _slip(name, random, _hit_neighbour)


def insert_letter(name: ListedName, random: Random) -> str:
    """One letter more, anywhere in a word."""
    return _slip(name, random, _insert)


def delete_letter(name: ListedName, random: Random) -> str:
    """One letter less."""
    return _slip(name, random, _delete)


def swap_letters(name: ListedName, random: Random) -> str:
    """Two letters that stand side by side and differ change places."""
    return _slip(name, random, _swap)


def double_letter(name: ListedName, random: Random) -> str:
    """A single letter is written twice."""
    return _slip(name, random, _double)


def make_double_single(name: ListedName, random: Random) -> str:
    """A double letter is written once."""
    return _slip(name, random, _make_single)


def replace_vowel(name: ListedName, random: Random) -> str:
    """One vowel is another."""
    return _slip(name, random, _replace_vowel)


def make_two_typos(name: ListedName, random: Random) -> str:
    """Two slips of any kind in different words; in names of sixteen letters or more."""
    if name.letters < 16:
        return ""
    spans = [found.span() for found in _WORD.finditer(name.text)]
    if len(spans) < 2:
        return ""
    text = name.text
    for start, end in sorted(random.sample(spans, 2), reverse=True):
        text = text[:start] + random.choice(_SLIPS)(text[start:end], random) + text[end:]
    return text


def _slip(name: ListedName, random: Random, slip: Slip) -> str:
    """The text with the slip in one of its words; empty where it can be made in none."""
    words = [found.span() for found in _WORD.finditer(name.text)]
    for start, end in random.sample(words, len(words)):
        word = name.text[start:end]
        if (slipped := slip(word, random)) and slipped != word:
            return name.text[:start] + slipped + name.text[end:]
    return ""


def _substitute(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return _put(word, at, random.choice(ascii_lowercase.replace(word[at].lower(), "")))


def _hit_neighbour(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return _put(word, at, random.choice(_neighbours()[word[at].lower()]))


def _insert(word: str, random: Random) -> str:
    at = random.randrange(len(word) + 1)
    letter = random.choice(ascii_lowercase)
    return word[:at] + (letter.upper() if word.isupper() else letter) + word[at:]


def _delete(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _swap(word: str, random: Random) -> str:
    places = [k for k in range(len(word) - 1) if word[k].lower() != word[k + 1].lower()]
    if not places:
        return ""
    at = random.choice(places)
    return _put(_put(word, at, word[at + 1].lower()), at + 1, word[at].lower())


def _double(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return word[: at + 1] + (word[at] if word.isupper() else word[at].lower()) + word[at + 1 :]


def _make_single(word: str, random: Random) -> str:
    places = [found.start() for found in _DOUBLE.finditer(word)]
    if not places:
        return ""
    at = random.choice(places)
    return word[: at + 1] + word[at + 2 :]


def _replace_vowel(word: str, random: Random) -> str:
    places = [k for k, letter in enumerate(word) if letter.lower() in _VOWELS]
    if not places:
        return ""
    at = random.choice(places)
    return _put(word, at, random.choice(_VOWELS.replace(word[at].lower(), "")))


def _put(word: str, at: int, letter: str) -> str:
    """The word with this lower-case letter at that place, in the case of what stood there."""
    return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]


@cache
def _neighbours() -> dict[str, str]:
    return load_pairs("keyboard")


_SLIPS: tuple[Slip, ...] = (_substitute, _hit_neighbour, _insert, _delete, _swap, _double)
