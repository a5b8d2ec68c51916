"""Folding: the same letters whatever their case, width, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ostraka.names.characters import (
    ACCENT_RANGES,
    APOSTROPHES,
    CYRILLIC_ALIKES,
    INTERCHANGED,
    LOOK_ALIKES,
    LOST_LETTERS,
    PLAIN_LETTERS,
)

_DOTTED_INITIALS = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b")
_MIXED_WORD = re.compile(r"[^\W\d_]+")
_INTERCHANGED = str.maketrans(INTERCHANGED)
_NO_APOSTROPHE = dict.fromkeys(map(ord, APOSTROPHES))


def fold(text: str) -> str:
    """The text as words of lower-case letters and digits, one space between them.

    Latin letters lose their diacritics, Arabic and Hebrew their vowel points. Apostrophes join,
    a "?" that stands for a lost letter drops out,
    hyphens and all other signs split, dotted initials become one word, "&" becomes "and". Words
    in other scripts keep their script.

    >>> fold("Yo'ng-kil & Søns, S.A.")
    'yong kil and sons sa'
    """
    return " ".join(fold_words(text))


def fold_words(text: str, *, join_initials: bool = True) -> list[str]:
    """The folded words of a text; "J.R." is one word or two, as `join_initials` says."""
    if text.isascii() and text.isalpha():
        return [text.lower()]  # most of what tables hold and names are split into
    words = split_words(text, join_initials=join_initials)
    return words if text.isascii() else [soften(word) for word in words]


def split_words(text: str, *, join_initials: bool = True) -> list[str]:
    """The words of a text, folded but for the letters that `soften` makes one.

    Romanisation needs these letters apart: Russian ё is not е, Arabic ta marbuta is not ha.
    """
    text = text.lower() if text.isascii() else _compose(text)
    if join_initials and "." in text:
        text = _DOTTED_INITIALS.sub(_without_dots, text)
    words = text.translate(_letters()).split()
    return words if text.isascii() else _tidy(words)


def soften(word: str) -> str:
    """A word with the letters made one that writers use one for the other."""
    return word if word.isascii() else word.translate(_INTERCHANGED)


def _without_dots(found: re.Match[str]) -> str:
    return found.group().replace(".", "")


def _compose(text: str) -> str:
    """The text in NFKC, apostrophes dropped first because NFKC would split words at some."""
    plain = unicodedata.normalize("NFKC", text.translate(_NO_APOSTROPHE)).translate(_NO_APOSTROPHE)
    plain = _MIXED_WORD.sub(_in_one_script, plain)
    return unicodedata.normalize("NFKC", plain.casefold())


def _in_one_script(found: re.Match[str]) -> str:
    """A word with a few look-alike letters of another script, in the script of its majority."""
    word = found.group()
    latin = sum(c.isascii() for c in word)
    other = sum("\u0370" <= c <= "\u052f" for c in word)
    if not latin or not other:
        return word
    alike = LOOK_ALIKES if latin >= other else CYRILLIC_ALIKES
    strays = [c for c in word if c.isascii() is (latin < other)]
    if not all(c in alike for c in strays if c.isascii() or "\u0370" <= c <= "\u052f"):
        return word
    return "".join(alike.get(c, c) for c in word)


def _tidy(words: list[str]) -> list[str]:
    # Once more in one script: a letter may show its look-alike only without its accent.
    words = [_MIXED_WORD.sub(_in_one_script, word) for word in words]
    return [word for word in words if any(map(str.isalnum, word))]


@cache
def _letters() -> _Letters:
    return _Letters()


class _Letters(dict[int, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(char: str) -> str:
    if (
        char in APOSTROPHES
        or char in LOST_LETTERS
        or any(first <= char <= last for first, last in ACCENT_RANGES)
    ):
        return ""
    if char in PLAIN_LETTERS:
        return PLAIN_LETTERS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Cf":
        return ""
    if category[0] == "M":
        return char
    return _without_accents(char) if char.isalnum() else " "


def _without_accents(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    takes_accents = base.isascii() or "\u0370" <= base <= "\u03ff"
    return base if takes_accents else char
