"""Which scripts a text is written in."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache

from ostraka.names.rows import load_rows

_SYLLABIC = frozenset(("Hani", "Hang", "Kana"))


def scripts(text: str) -> tuple[str, ...]:
    """The ISO 15924 codes of the scripts of the letters of a text, in order of appearance.

    Hiragana and katakana are one script here, "Kana". Letters of scripts without a rule are
    "Zyyy".

    >>> scripts("ООО Acme")
    ('Cyrl', 'Latn')
    """
    return tuple(dict.fromkeys(find_script(char) for char in text if char.isalpha()))


def find_syllabic_script(text: str) -> str:
    """The script of syllables (Hani, Hang, Kana) all letters of a text are of, empty where none.

    Kana beside kanji is "Kana": the whole name is Japanese.
    """
    found = set(scripts(text)) - {"Latn"}
    if not found or not found <= _SYLLABIC:
        return ""
    return next(script for script in ("Kana", "Hang", "Hani") if script in found)


@lru_cache(maxsize=1 << 14)
def find_script(char: str) -> str:
    """The ISO 15924 code of the script of one character, "Zyyy" where no range holds it."""
    starts, ranges = _ranges()
    place = bisect_right(starts, ord(char)) - 1
    last, script = ranges[place]
    return script if place >= 0 and ord(char) <= last else "Zyyy"


@cache
def _ranges() -> tuple[list[int], list[tuple[int, str]]]:
    rows = [(int(first, 16), int(last, 16), script) for first, last, script in load_rows("scripts")]
    return [first for first, _, _ in rows], [(last, script) for _, last, script in rows]
