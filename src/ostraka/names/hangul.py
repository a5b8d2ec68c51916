"""Hangul: syllables taken apart by arithmetic, names in the spellings people use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice, product

from ostraka.names.rows import load_rows

MOST_READINGS = 6
_LONGEST_GIVEN = 3
_LONGEST_WORD = 4
_FIRST, _LAST = "가", "힣"
_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k",
             "t", "p", "h")  # fmt: skip
_MEDIALS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
            "we", "wi", "yu", "eu", "ui", "i")  # fmt: skip
_FINALS = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
           "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
_NORTHERN = {"eo": "o", "yeo": "yo", "eu": "u", "ui": "ui", "wo": "wo", "ae": "ae"}


def romanise_hangul(word: str) -> tuple[str, ...]:
    """The readings of a run of Hangul that is not read as a person's name.

    Words, places and brands of organisations stand in their Latin forms, the rest is joined.

    >>> romanise_hangul("하나은행")
    ('hana bank', 'hanaunhaeng')
    """
    if not all(_FIRST <= char <= _LAST for char in word):
        return ()
    return tuple(dict.fromkeys((_with_known_words(word), "".join(map(_northern, word)))))


def _with_known_words(run: str) -> str:
    known = _load_words()
    parts: list[str] = [""]
    start = 0
    while start < len(run):
        size = next((n for n in range(_LONGEST_WORD, 1, -1) if run[start : start + n] in known), 0)
        if size:
            parts += [known[run[start : start + size]], ""]
        else:
            parts[-1] += _revised(run[start])
        start += size or 1
    return " ".join(filter(None, parts))


def read_korean(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The readings of a whole name, a spelling for each of its words; none where it is no name.

    First all in Revised Romanisation, joined and with the syllables apart (each in the class of its
    spellings), then all as the North writes, then all as the South often does, then mixed, because
    people choose the spelling of each syllable of their name.

    >>> read_korean(["리영길"])[:4]
    [('ri yeonggil',), ('ri yeong gil',), ('ri yonggil',), ('lee younggil',)]
    """
    if any(word[-2:] in _load_words() for word in words if len(word) > _LONGEST_GIVEN):
        return []
    if len(words) == 1:
        size = find_korean_family(words[0])
        pair = (words[0][:size], words[0][size:])
        return [(" ".join(found),) for found in _read_parts(pair, 0)] if size else []
    # Written apart, the family name stands last as often as first.
    places = [place for place in (len(words) - 1, 0) if words[place] in load_families()]
    return _read_parts(words, places[0]) if places else []


def _read_parts(words: Sequence[str], family: int) -> list[tuple[str, ...]]:
    """The readings of a name in parts of which that one is the family name."""
    given = [word for place, word in enumerate(words) if place != family]
    if any(len(word) > _LONGEST_GIVEN for word in given):
        return []
    spelt = [
        load_families()[word] if place == family else _spell_given(word)
        for place, word in enumerate(words)
    ]
    count = max(map(len, spelt))
    return [tuple(ways[min(n, len(ways) - 1)] for ways in spelt) for n in range(count)]


def find_korean_family(run: str) -> int:
    """How many syllables of a name in one run are its family name; 0 where it is no name."""
    families = load_families()
    found = (n for n in (2, 1) if run[:n] in families and 0 < len(run) - n <= _LONGEST_GIVEN)
    return next(found, 0)


def _spell_given(word: str) -> tuple[str, ...]:
    """The spellings of a given name: its syllables by one system each, then mixed."""
    choices = [spell_syllable(char) for char in word]
    systems = ["".join(ways[min(n, len(ways) - 1)] for ways in choices) for n in range(3)]
    systems.insert(1, " ".join(ways[0] for ways in choices))
    ranked = sorted(product(*(enumerate(ways) for ways in choices)), key=_rank)
    mixed = ("".join(text for _, text in combination) for combination in ranked)
    return tuple(islice(dict.fromkeys((*systems, *mixed)), MOST_READINGS))


def _rank(combination: Sequence[tuple[int, str]]) -> tuple[int, tuple[int, ...]]:
    places = tuple(place for place, _ in combination)
    return sum(places), places


@cache
def spell_syllable(char: str) -> tuple[str, ...]:
    """The spellings of a syllable in given names: Revised, northern, southern, others."""
    found = _load_syllables().get(char)
    return found or (_revised(char), _northern(char))


def _split(char: str) -> tuple[str, str, str]:
    code = ord(char) - ord(_FIRST)
    return _INITIALS[code // 588], _MEDIALS[code % 588 // 28], _FINALS[code % 28]


def _revised(char: str) -> str:
    return "".join(_split(char))


def _northern(char: str) -> str:
    initial, medial, final = _split(char)
    return initial + _NORTHERN.get(medial, medial) + final


@cache
def load_families() -> dict[str, tuple[str, ...]]:
    """Family names with their usual spellings: by rule, in the North, in the South."""
    # The second reading of a given name has its syllables apart and is by rule as the first.
    rows = load_rows("korean_families")
    return {row[0]: (row[1], *row[1:]) for row in rows}


@cache
def _load_syllables() -> dict[str, tuple[str, ...]]:
    return {char: tuple(spellings.split("|")) for char, spellings in load_rows("korean_syllables")}


@cache
def _load_words() -> dict[str, str]:
    rows = load_rows("korean_words")
    return {form: latin for written, latin in rows for form in written.split("|")}
