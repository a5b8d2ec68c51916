"""Han: Mandarin syllables, joined as names are: family name apart, given name together."""

from __future__ import annotations

from functools import cache, lru_cache

from ostraka.names.lexicon import load_words
from ostraka.names.rows import load_rows
from ostraka.names.tokens import TokenRole
from ostraka.names.writing import find_script

_LONGEST_WORD = 6
_LONGEST_GIVEN = 2


@lru_cache(maxsize=1 << 14)
def romanise_han(run: str) -> tuple[str, ...]:
    """The readings of a run of Han characters that is not read as a person's name.

    Places and generic words stand in their Latin and English forms and the rest is joined. Where
    the run is longer than a given name, a second reading gives every syllable; in a short one
    syllables apart would be names that millions bear.

    >>> romanise_han("雪克来提")
    ('xuekelaiti', 'xue ke lai ti')
    """
    syllables = [read_syllable(char) for char in run]
    if not all(syllables):
        return ()
    apart = [" ".join(syllables)] if len(run) > _LONGEST_GIVEN else []
    return tuple(dict.fromkeys((_with_known_words(run), *apart)))


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
            rest += read_syllable(run[start])
        start += size or 1
    return " ".join(filter(None, (*parts, rest)))


@cache
def _known_words() -> dict[str, str]:
    words = {**load_words(TokenRole.GENERIC), **load_words(TokenRole.TRADE)}.items()
    generic = {w: name for w, name in words if len(w) > 1 and find_script(w[0]) == "Hani"}
    return load_places() | generic


@lru_cache(maxsize=1 << 13)
def read_syllable(char: str) -> str:
    """The Mandarin syllable of a character, empty where none is known."""
    from anyascii import anyascii  # only names in other scripts need it

    syllable = str(anyascii(char)).strip().lower()
    return syllable if syllable.isalpha() else ""


@cache
def load_places() -> dict[str, str]:
    """Places and fixed phrases in the names of organisations, with their Latin names."""
    rows = load_rows("chinese_places")
    return {char: name for written, name in rows for char in written.split("|")}
