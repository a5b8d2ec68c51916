"""Latin names of persons as another habit of romanising writes them: Abd al-Rahman, Chieh-shih."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ostraka.names.chinese import load_families
from ostraka.names.folding import fold_words
from ostraka.names.name_classes import load_groups
from ostraka.names.persons import person_tokens
from ostraka.names.rows import load_rows
from ostraka.names.tokens import Token
from ostraka.names.wade_giles import to_wade_giles

SERVANTS = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abdus"))
"""What begins the names that are written as one word or as three: Abd al-Rahman."""

_ARTICLES = frozenset(("al", "el", "ul", "ol", "ar", "ur", "er", "as", "us", "es", "an", "ad"))
_WADE_GILES = re.compile(r"(?P<family>[a-z]{1,6}),? (?P<given>[a-z]{1,6}-[a-z]{1,6})", re.ASCII)
_GIVEN_FIRST = re.compile(r"(?P<given>[a-z]{1,6}-[a-z]{1,6}) (?P<family>[a-z]{1,6})", re.ASCII)
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`")
_ASPIRATED = ("ch", "q", "t", "p", "k", "c")
_USUAL_ASPIRATED = frozenset(("ping", "pei", "peng", "tao", "ting", "tian", "tai", "kang", "kai"))
_LEAST_NAME = 3
_CHOICES = 2


def read_by_habit(text: str) -> Iterator[tuple[Token, ...]]:
    """Further readings of a person's name in Latin letters, mostly none.

    >>> [" ".join(t.text for t in tokens) for tokens in read_by_habit("Chiang Chieh-shih")]
    ['jiang jieshi', 'jiang qieshi']
    >>> [" ".join(t.text for t in tokens) for tokens in read_by_habit("Abd-er-Rahman Ali")]
    ['abdulrahman ali']
    """
    if "bd" in text or "BD" in text:
        words = fold_words(text, join_initials=False)
        joined = _join_servants(words)
        if joined != words:
            yield person_tokens(joined, family_first="," in text)
    if "-" in text:
        yield from (person_tokens(words) for words in from_wade_giles(text))


def _join_servants(words: list[str]) -> list[str]:
    """The words with Abd, its article and the name behind it as one, as Abdulrahman is known."""
    joined: list[str] = []
    place = 0
    while place < len(words):
        article = place + 1 < len(words) and words[place + 1] in _ARTICLES
        behind = place + 1 + article
        if words[place] in SERVANTS and len("".join(words[behind : behind + 1])) >= _LEAST_NAME:
            joined.append(_join(words[place : behind + 1]))
            place = behind
        else:
            joined.append(words[place])
        place += 1
    return joined


def _join(parts: list[str]) -> str:
    usual = "abdul" + parts[-1]
    return next((word for word in (usual, "".join(parts)) if word in load_groups()), usual)


def from_wade_giles(text: str) -> list[list[str]]:
    """The name in pinyin, where all its syllables are in Wade-Giles and not all of them in pinyin.

    Lists leave out the apostrophes, so that a syllable may have been two; the likelier comes first.
    """
    plain = text.translate(_APOSTROPHES).lower().strip()
    found = _WADE_GILES.fullmatch(plain) or _GIVEN_FIRST.fullmatch(plain)
    if found is None:
        return []
    written = [found.group("family"), *found.group("given").split("-")]
    if all(syllable in _load_pinyin() for syllable in written):
        return []
    given = [_syllables().get(syllable, ()) for syllable in written[1:]]
    choices = [_families().get(written[0], ()), *given]
    if not all(choices):
        return []
    named = {(choices[0][0], "".join(_pick(choices[1:], n))): None for n in range(_CHOICES)}
    return [list(words) for words in named]


def _pick(choices: list[tuple[str, ...]], number: int) -> list[str]:
    return [found[min(number, len(found) - 1)] for found in choices]


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Chinese family names in pinyin by their Wade-Giles, the commonest first."""
    return _by_wade_giles(load_families().values())


@cache
def _syllables() -> dict[str, tuple[str, ...]]:
    """Syllables in pinyin by their Wade-Giles, first the one that more given names have."""
    return _by_wade_giles(sorted(_load_pinyin(), key=_rank))


def _rank(syllable: str) -> tuple[bool, bool, str]:
    """Those that have an apostrophe in Wade-Giles come last, but for a few; jun before zhun."""
    aspirated = syllable.startswith(_ASPIRATED) and syllable not in _USUAL_ASPIRATED
    return aspirated, syllable.startswith("zh"), syllable


def _by_wade_giles(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys(names):
        written = to_wade_giles(name)
        found[written] = (*found.get(written, ()), name)
    return found


@cache
def _load_pinyin() -> frozenset[str]:
    return frozenset(syllable for (syllable,) in load_rows("mandarin_syllables"))
