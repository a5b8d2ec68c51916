"""Hangul: syllables taken apart by arithmetic, family names in their usual spellings."""

from __future__ import annotations

from functools import cache

from ostraka.names.rows import load_rows

_FIRST, _LAST = "가", "힣"
_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k",
             "t", "p", "h")  # fmt: skip
_MEDIALS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
            "we", "wi", "yu", "eu", "ui", "i")  # fmt: skip
_FINALS = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
           "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
_NORTHERN = {"eo": "o", "yeo": "yo", "eu": "u", "ui": "ui", "wo": "wo", "ae": "ae"}
_REISCHAUER = {"g": "k", "d": "t", "b": "p", "j": "ch", "r": "r"}


def romanise_hangul(word: str, *, person: bool = True) -> tuple[str, ...]:
    """The readings of a run of Hangul syllables.

    Where it may name a person, a run of two to four syllables that begins with a family name is
    read as family and given name: in Revised Romanisation, as the North writes it, as the South
    writes family names, with the hard consonants of McCune-Reischauer. Any other run is one word.

    >>> romanise_hangul("리영길")[:3]
    ('ri yeonggil', 'ri yonggil', 'lee yeonggil')
    """
    if not all(_FIRST <= char <= _LAST for char in word):
        return ()
    family = _family_length(word) if person else 0
    if family and 2 <= len(word) <= family + 3:
        return _person(word[:family], word[family:])
    joined = "".join(_revised(char) for char in word)
    return tuple(dict.fromkeys((joined, "".join(_northern(char) for char in word))))


def _person(family: str, given: str) -> tuple[str, ...]:
    revised, northern, southern = load_families()[family]
    plain = "".join(map(_revised, given))
    north = "".join(map(_northern, given))
    hard = "".join(map(_hard, given))
    readings = (
        f"{revised} {plain}",
        f"{northern} {north}",
        f"{southern} {plain}",
        f"{northern} {hard}",
    )
    return tuple(dict.fromkeys(readings))


def _family_length(word: str) -> int:
    families = load_families()
    return next((size for size in (2, 1) if len(word) > size and word[:size] in families), 0)


def _split(char: str) -> tuple[str, str, str]:
    code = ord(char) - ord(_FIRST)
    return _INITIALS[code // 588], _MEDIALS[code % 588 // 28], _FINALS[code % 28]


def _revised(char: str) -> str:
    return "".join(_split(char))


def _northern(char: str) -> str:
    initial, medial, final = _split(char)
    return initial + _NORTHERN.get(medial, medial) + final


def _hard(char: str) -> str:
    initial, medial, final = _split(char)
    return _REISCHAUER.get(initial, initial) + _NORTHERN.get(medial, medial) + final


@cache
def load_families() -> dict[str, tuple[str, str, str]]:
    """Family names with their usual spellings: by rule, in the North, in the South."""
    return {
        syllable: (revised, north, south)
        for syllable, revised, north, south in load_rows("korean_families")
    }
