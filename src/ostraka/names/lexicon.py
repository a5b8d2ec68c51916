"""What single words do in names: the tables of given names and of other words, by word."""

from __future__ import annotations

from functools import cache

from ostraka.names.folding import fold_words
from ostraka.names.rows import load_rows
from ostraka.names.tokens import Token, TokenRole

_FAINT = "faint generic"
_FIRST_GENERIC_GROUP = 1_000_000  # beyond the classes of given names

Phrases = dict[str, dict[tuple[str, ...], str]]
"""Phrases by their first word, each with its class."""


@cache
def load_groups() -> dict[str, tuple[int, ...]]:
    """Ids of the classes of persons' names that each spelling belongs to."""
    groups: dict[str, tuple[int, ...]] = {}
    for number, (spellings, *_) in enumerate(load_rows("given_names"), start=1):
        for spelling in spellings.split("|"):
            groups[spelling] = (*groups.get(spelling, ()), number)
    return groups


@cache
def load_given_names() -> frozenset[str]:
    """Spellings of given names, without those of family names and single syllables."""
    return frozenset(
        spelling
        for spellings, use, *_ in load_rows("given_names")
        if use == "given"
        for spelling in spellings.split("|")
    )


@cache
def load_words(role: str) -> dict[str, str]:
    """Folded single-word spellings of the words of one role, each with its class."""
    spellings = {words[0]: name for words, name in _spellings(role) if len(words) == 1}
    return {name: name for name in spellings.values()} | spellings


@cache
def load_phrases(role: str) -> Phrases:
    """Folded spellings of two words and more of one role, by their first word."""
    phrases: Phrases = {}
    for words, name in _spellings(role):
        if len(words) > 1:
            phrases.setdefault(words[0], {})[words] = name
    return phrases


@cache
def load_evident_words() -> frozenset[str]:
    """Generic words that only organisations have in their names."""
    spellings = _load_spellings()[TokenRole.GENERIC]
    faint = {words[0] for words, _ in _load_spellings()[_FAINT] if len(words) == 1}
    return frozenset(words[0] for words, _ in spellings if len(words) == 1) - faint


def find_phrase(phrases: Phrases, words: list[str], start: int) -> tuple[int, str] | None:
    """The longest phrase that begins at `start`: how many words, and its class."""
    here = phrases.get(words[start])
    if here is None:
        return None
    found = [p for p in here if tuple(words[start : start + len(p)]) == p]
    longest = max(found, key=len, default=None)
    return (len(longest), here[longest]) if longest else None


def plain_token(word: str) -> Token:
    """The token of a word that is no title, generic word or legal form."""
    if word.isdecimal():
        return Token(word, TokenRole.NUMBER)
    groups = load_groups().get(word, ())
    if word in load_words(TokenRole.PARTICLE):
        return Token(word, TokenRole.PARTICLE, groups)
    return Token(word, TokenRole.GIVEN if word in load_given_names() else TokenRole.WORD, groups)


def generic_token(word: str, name: str) -> Token:
    """The token of a generic word of that class: as written, with the class as its group."""
    return Token(word, TokenRole.GENERIC, (_FIRST_GENERIC_GROUP + _generic_classes()[name],))


def name_generic(token: Token) -> Token:
    """The token of a generic word with the name of its class in place of its spelling."""
    name = tuple(_generic_classes())[token.groups[0] - _FIRST_GENERIC_GROUP]
    return Token(name, token.role, token.groups)


@cache
def _generic_classes() -> dict[str, int]:
    names = dict.fromkeys(name for _, name in _spellings(TokenRole.GENERIC))
    return {name: number for number, name in enumerate(names)}


def _spellings(role: str) -> list[tuple[tuple[str, ...], str]]:
    found = _load_spellings()
    return found[role] + (found[_FAINT] if role == TokenRole.GENERIC else [])


@cache
def _load_spellings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By role, the folded words of every spelling, with its class."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for spellings, canonical, role in load_rows("words"):
        for spelling in spellings.split("|"):
            words = tuple(fold_words(spelling))
            found.setdefault(role, []).append((words, canonical or words[0]))
    return found
