"""Names of persons in Han, Kana and Hangul: read whole, because their words tell of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from ostraka.names.chinese import find_chinese_family, read_chinese
from ostraka.names.chinese import load_families as load_chinese_families
from ostraka.names.commonness import find_commonness
from ostraka.names.hangul import find_korean_family, read_korean
from ostraka.names.hangul import load_families as load_korean_families
from ostraka.names.japanese import read_japanese, split_japanese
from ostraka.names.name_classes import load_family_groups, load_syllable_groups
from ostraka.names.tokens import Token, TokenRole
from ostraka.names.writing import find_script

_SCRIPTS = frozenset(("Hani", "Hang", "Kana"))
_CHINESE_READINGS = 2
"""Of a name that may be Chinese or Japanese."""


@lru_cache(maxsize=1 << 14)
def read_names(words: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """For each word of a name in these scripts its readings, those of one number going together.

    Empty where the words are no name that a table knows.
    """
    native = [word for word in words if word and is_syllabic(word)]
    if not native:
        return {}
    if all(find_script(char) == "Hang" for word in native for char in word):
        readings = read_korean(native)
    else:
        readings = _read_han(native)
    if not readings:
        return {}
    return {word: tuple(column) for word, *column in zip(native, *readings, strict=True)}


def _read_han(words: Sequence[str]) -> list[tuple[str, ...]]:
    japanese = read_japanese(words)
    if len(words) == 1 == len(words[0]) and words[0] in load_chinese_families():
        # A single character says of no language; more people are called Lin than Hayashi.
        return [(load_chinese_families()[words[0]],), *japanese]
    if any(find_script(char) == "Kana" for word in words for char in word):
        return japanese
    chinese = read_chinese(words)
    return japanese + chinese[:_CHINESE_READINGS] if japanese else chinese


def is_syllabic(word: str) -> bool:
    """Whether all letters of a word are of a script that writes syllables."""
    return all(find_script(char) in _SCRIPTS for char in word)


def split_person(word: str) -> tuple[str, ...]:
    """Family and given name of a name in one run; none where nothing tells."""
    if not is_syllabic(word):
        return ()
    size = find_korean_family(word) or find_chinese_family(word)
    parts = split_japanese(word)
    if parts and not (size and parts[0] == word[:size]):
        return parts
    return (word[:size], word[size:]) if size else ()


def syllabic_tokens(word: str, reading: str) -> list[Token]:
    """The tokens of one reading of a word, each in the class of what was written.

    A class by Latin spelling would make 张 Chang what 常 Chang is. Given names in Hangul have a
    class where their syllables stand apart; other given names have none.
    """
    first, *others = reading.split()
    family = next((part for part in (word[:2], word[:1]) if family_groups(part)), "")
    if not family or (not others and family != word):
        return _given_tokens(word, [first, *others])
    named = syllabic_token(first, family_groups(family))
    return [named, *_given_tokens(word[len(family) :], others)]


def _given_tokens(given: str, pieces: list[str]) -> list[Token]:
    classes = load_syllable_groups()
    if len(given) != len(pieces):
        return [syllabic_token(piece) for piece in pieces]
    return [
        syllabic_token(piece, (classes[char],) if char in classes else ())
        for char, piece in zip(given, pieces, strict=True)
    ]


def syllabic_token(text: str, groups: tuple[int, ...] = ()) -> Token:
    """A word that was read from syllables: another syllable is another name."""
    return Token(text, TokenRole.WORD, groups, find_commonness(text), syllabic=True)


def family_groups(written: str) -> tuple[int, ...]:
    """The class of a Chinese or Korean family name by its character, not by its spelling."""
    if written in load_korean_families():
        return load_family_groups("korean", load_korean_families()[written])
    if written in load_chinese_families():
        return load_family_groups("chinese", (load_chinese_families()[written],))
    return ()
