"""Kana: syllables by rule, and the ways people write the long vowels of Japanese."""

from __future__ import annotations

import re
from functools import lru_cache

from ostraka.names.alphabets import romanise_alphabetic

WAYS = 5
"""In how many ways a reading is spelt: plain, as typed, with h, Kunrei, with m before lips."""

_PLAIN = str.maketrans("āīūēō", "aiueo")
_TYPED = str.maketrans({"ā": "a", "ī": "ii", "ū": "u", "ē": "e", "ō": "ou"})
_LONG = (("ou", "ō"), ("oo", "ō"), ("uu", "ū"), ("aa", "ā"), ("ii", "ii"))
_KUNREI = (
    ("shi", "si"), ("sh", "sy"), ("chi", "ti"), ("ch", "ty"), ("tsu", "tu"), ("fu", "hu"),
    ("ji", "zi"), ("j", "zy"),
)  # fmt: skip
_SILENT = re.compile("ō(?=[^hō]|$)")


def romanise_kana(word: str) -> tuple[str, ...]:
    """The spellings of a word in hiragana or katakana.

    >>> romanise_kana("さとう")
    ('sato', 'satou', 'satoh')
    """
    found = romanise_alphabetic(word, "ja")
    return tuple(dict.fromkeys(spell(mark_long(found[0])))) if found and found[0] else ()


def mark_long(typed: str) -> str:
    """A reading as it is typed, with its long vowels under a macron: "satou" is "satō"."""
    for pair, vowel in _LONG:
        typed = typed.replace(pair, vowel)
    return typed


@lru_cache(maxsize=1 << 13)
def spell(reading: str) -> tuple[str, ...]:
    """The spellings of a reading with macrons, one for each of the ways, though they be equal.

    >>> spell("ōno")
    ('ono', 'oono', 'ohno', 'ono', 'ono')
    """
    plain = reading.translate(_PLAIN)
    typed = reading.replace("ō", "oo", 1) if reading.startswith("ō") else reading
    return (plain, typed.translate(_TYPED), _with_h(reading), _kunrei(plain), _with_m(plain))


def _with_h(reading: str) -> str:
    """Satoh, Ohno: an h for a long o, but none before another h."""
    return _SILENT.sub("oh", reading).translate(_PLAIN)


def _kunrei(plain: str) -> str:
    for hepburn, kunrei in _KUNREI:
        plain = plain.replace(hepburn, kunrei)
    return plain


def _with_m(plain: str) -> str:
    """Namba, Jumpei: older Hepburn writes m before b, m and p."""
    for lip in "bmp":
        plain = plain.replace(f"n{lip}", f"m{lip}")
    return plain
