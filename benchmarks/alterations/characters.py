"""The same name in other characters: look-alikes, accents, lost letters, spaces, punctuation."""

from __future__ import annotations

import unicodedata
from functools import cache
from random import Random

from benchmarks.alterations.case import ListedName
from benchmarks.alterations.tables_reading import load_pairs

_SPACES = tuple("\u00a0\u2003\u2009\u202f\u3000\t")
_INVISIBLE = "\u200b\u00ad\ufeff"


def use_homoglyphs(name: ListedName, random: Random) -> str:
    """One to three Latin letters replaced by Cyrillic or Greek letters of the same look."""
    text = list(name.text)
    places = [k for k, letter in enumerate(text) if letter in _alikes()]
    if not places:
        return ""
    for at in random.sample(places, min(len(places), random.randint(1, 3))):
        text[at] = random.choice(_alikes()[text[at]])
    return "".join(text)


def drop_diacritics(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Without accents; letters that have no plain part (ø, ß, ł) as usual in English."""
    plain = "".join(_plain_letters().get(letter, letter) for letter in name.text)
    parts = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def add_diacritics(name: ListedName, random: Random) -> str:
    """With an accent on one or two letters that take one in some language."""
    text = list(name.text)
    places = [k for k, letter in enumerate(text) if letter.lower() in _accented()]
    if not places:
        return ""
    for at in random.sample(places, min(len(places), random.randint(1, 2))):
        letter = random.choice(_accented()[text[at].lower()])
        text[at] = letter.upper() if text[at].isupper() else letter
    return "".join(text)


def lose_letters(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Every letter outside ASCII is a question mark, as a wrong encoding leaves it."""
    lost = "".join(letter if letter.isascii() else "?" for letter in name.text)
    return lost if lost.count("?") * 6 <= name.letters else ""


def use_odd_spaces(name: ListedName, random: Random) -> str:
    """Other white space between the words, or an invisible character inside one."""
    if random.random() < 0.3:
        at = random.randrange(1, len(name.text))
        return name.text[:at] + random.choice(_INVISIBLE) + name.text[at:]
    return random.choice((*_SPACES, "  ")).join(name.words)


def add_punctuation(name: ListedName, random: Random) -> str:
    """With a point, a comma or quotes that the list does not have."""
    words = list(name.words)
    at = random.randrange(len(words))
    shapes = ("{}.", "{},", '"{}"', "({})", "'{}'", "{};", "*{}")
    words[at] = random.choice(shapes).format(words[at])
    return " ".join(words)


def change_case(name: ListedName, random: Random) -> str:
    """All capitals, all small, every word capitalised, or capitals and small changed."""
    text = name.text
    return random.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


@cache
def _alikes() -> dict[str, str]:
    return load_pairs("homoglyphs")


@cache
def _accented() -> dict[str, str]:
    return load_pairs("accents")


@cache
def _plain_letters() -> dict[str, str]:
    small = load_pairs("plain_letters")
    capitals = {a.upper(): b.capitalize() for a, b in small.items() if len(a.upper()) == 1}
    return small | capitals
