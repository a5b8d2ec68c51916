"""Slips of the pen in legal forms and generic words: LIMITED LIABILITY COKMPANY, Com pany.

These words are long, the same in thousands of names and tell nothing; a slip in one would make it
a rare word that tells much.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from ostraka.names.commonness import find_commonness
from ostraka.names.legal_forms import is_legal_form, load_legal_forms
from ostraka.names.lexicon import load_words
from ostraka.names.name_classes import load_groups
from ostraka.names.tokens import TokenRole

_LEAST_FORM = 5
_LEAST_ALONE = 6
_LEAST_GENERIC = 8  # shorter ones are one letter from names of firms: trader, Tradex
_KNOWN_ROLES = (TokenRole.GENERIC, TokenRole.PARTICLE, TokenRole.TITLE)


def mend(words: list[str]) -> list[str]:
    """The words of an organisation's name without slips in its legal form and generic words.

    A word that no table knows is read as the one such word it is one edit from, or the two it
    joins; two words as the one they were split from. A shorter word of a form needs another beside
    it, and a generic word is mended only where another word is left to carry the name.

    >>> mend(["limited", "liability", "cokmpany", "gas"]), mend(["joint", "stock", "com", "pany"])
    (['limited', 'liability', 'company', 'gas'], ['joint', 'stock', 'company'])
    """
    long = load_long_words()
    split = [place for place, (a, b) in enumerate(pairwise(words)) if a + b in long]
    if split:
        words = _join_split(words, split)
    intended = [find_intended(word) for word in words]
    if len(words) < 2 or not any(intended):
        return words
    return [
        part
        for place, found in enumerate(intended)
        for part in (found if found and _is_sure(words, place, found) else words[place : place + 1])
    ]


def _join_split(words: list[str], split: list[int]) -> list[str]:
    """The words with the parts at these places joined, where neither is whole itself."""
    joined = list(words)
    for place in reversed(split):
        if load_long_words().isdisjoint(joined[place : place + 2]):
            joined[place : place + 2] = ["".join(joined[place : place + 2])]
    return joined


def _is_sure(words: list[str], place: int, intended: tuple[str, ...]) -> bool:
    """Whether the other words bear out that a slip was made there."""
    if len(intended) > 1:
        return True
    if intended[0] not in _form_words():
        return not all(_says_little(word) for n, word in enumerate(words) if n != place)
    beside = (*words[max(place - 1, 0) : place], *words[place + 1 : place + 2])
    return len(intended[0]) >= _LEAST_ALONE or not _form_words().isdisjoint(beside)


@lru_cache(maxsize=1 << 15)
def _says_little(word: str) -> bool:
    if word in _form_words() or is_legal_form(word) or not word.isalpha():
        return True
    return any(word in load_words(role) for role in (TokenRole.GENERIC, TokenRole.PARTICLE))


@lru_cache(maxsize=1 << 16)
def find_intended(word: str) -> tuple[str, ...]:
    """The words a slip was made in; the word is known or unlike all of them where none."""
    if len(word) < _LEAST_FORM - 1 or not word.isalpha() or _is_known(word):
        return ()
    if word in _joined():
        return _joined()[word]
    near = {w for part in (word, *_shorter(word)) for w in _by_deletion().get(part, ())}
    near = {w for w in near if _is_one_edit(word, w)}
    classes = {load_words(TokenRole.GENERIC).get(w, w) for w in near}
    return (min(near, key=lambda w: (abs(len(w) - len(word)), w)),) if len(classes) == 1 else ()


def _is_known(word: str) -> bool:
    if find_commonness(word) or word in load_groups() or word in _form_words():
        return True
    return any(word in load_words(role) for role in _KNOWN_ROLES)


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter put in, left out or replaced, or two neighbours swapped, tell them apart.

    Both share a deletion already, so that only their ends need to be looked at.
    """
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 99)
    left, right = one[start:], other[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped


def _shorter(word: str) -> Iterator[str]:
    return (word[:n] + word[n + 1 :] for n in range(len(word)))


@cache
def _form_words() -> frozenset[str]:
    """Words of legal forms that are long enough to be known with a slip."""
    return frozenset(
        word for form in load_legal_forms() for word in form.words if len(word) >= _LEAST_FORM
    )


@cache
def load_long_words() -> frozenset[str]:
    """Words that are long enough to be known when they are split in two."""
    long_generic = {w for w in load_words(TokenRole.GENERIC) if len(w) >= _LEAST_GENERIC}
    return frozenset(w for w in _form_words() | long_generic if len(w) >= _LEAST_ALONE)


@cache
def _joined() -> dict[str, tuple[str, ...]]:
    """Two words of a form in one: jointstock, limitedliability."""
    pairs = {pair for form in load_legal_forms() for pair in pairwise(form.words)}
    return {"".join(pair): pair for pair in sorted(pairs) if len("".join(pair)) > _LEAST_GENERIC}


@cache
def _by_deletion() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word in _form_words() | load_long_words():
        for part in (word, *_shorter(word)):
            found.setdefault(part, set()).add(word)
    return {part: frozenset(words) for part, words in found.items()}
