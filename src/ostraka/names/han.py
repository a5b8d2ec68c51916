"""Han: Mandarin syllables, joined as names are: family name apart, given name together."""

from __future__ import annotations

from functools import cache, lru_cache

from ostraka.names.lexicon import load_words
from ostraka.names.rows import load_rows
from ostraka.names.tokens import TokenRole
from ostraka.names.writing import find_script

_LONGEST_WORD = 6
_NAME_LENGTHS = {1: (2, 3), 2: (3, 4)}


@lru_cache(maxsize=1 << 14)
def romanise_han(run: str, *, person: bool = True) -> tuple[str, ...]:
    """The readings of a run of Han characters.

    Where it may name a person, a run as long as a name that begins with a family name is read as
    one: "chen quanguo", never syllable by syllable, because single syllables are borne by millions.
    In others, places and generic words stand in their Latin and English forms and the rest is
    joined; a second reading gives every syllable.

    >>> romanise_han("陈全国")[0]
    'chen quanguo'
    """
    syllables = [_syllable(char) for char in run]
    if not all(syllables):
        return ()
    family = _family_length(run) if person else 0
    if family:
        given = syllables[family:]
        name = _family(run[:family])
        return (f"{name} {''.join(given)}",)
    return tuple(dict.fromkeys((_with_known_words(run), " ".join(syllables))))


def _family(written: str) -> str:
    """A family name as it is read, which is not always as the character is (单 shan, 仇 qiu)."""
    return load_families()[written]


def _family_length(run: str) -> int:
    families = load_families()
    return next(
        (n for n in (2, 1) if run[:n] in families and len(run) in _NAME_LENGTHS[n]),
        0,
    )


def _with_known_words(run: str) -> str:
    known = _known_words()
    parts: list[str] = []
    rest = ""
    start = 0
    while start < len(run):
        size = next((n for n in range(_LONGEST_WORD, 1, -1) if run[start : start + n] in known), 0)
        if size:
            parts += [rest, known[run[start : start + size]]]
            rest = ""
        else:
            rest += _syllable(run[start])
        start += size or 1
    return " ".join(filter(None, (*parts, rest)))


@cache
def _known_words() -> dict[str, str]:
    words = load_words(TokenRole.GENERIC).items()
    generic = {w: name for w, name in words if len(w) > 1 and find_script(w[0]) == "Hani"}
    return load_places() | generic


@lru_cache(maxsize=1 << 13)
def _syllable(char: str) -> str:
    """The Mandarin syllable of a character, empty where none is known."""
    from anyascii import anyascii  # only names in other scripts need it

    syllable = str(anyascii(char)).strip().lower()
    return syllable if syllable.isalpha() else ""


@cache
def load_families() -> dict[str, str]:
    """Family names, simplified and traditional, with their syllables."""
    rows = load_rows("chinese_families")
    return {char: syllable for written, syllable in rows for char in written.split("|")}


@cache
def load_places() -> dict[str, str]:
    """Places and fixed phrases in the names of organisations, with their Latin names."""
    rows = load_rows("chinese_places")
    return {char: name for written, name in rows for char in written.split("|")}
