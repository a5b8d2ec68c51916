"""What single words do in names: particles, titles, generic words and names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ostraka.names.commonness import find_commonness
from ostraka.names.folding import fold_words
from ostraka.names.name_classes import FIRST_GENERIC, load_given_names, load_groups
from ostraka.names.rows import load_rows
from ostraka.names.tokens import Token, TokenRole

_FAINT = ("faint generic", "faint trade")
_TRADES = (TokenRole.TRADE, "faint trade")
_REGISTRATION = re.compile(r"[a-z]{1,2}\d+|\d+[a-z]{1,2}")  # P4 of an aircraft, B2 of a vessel
_LEAST_COMMON = 100  # a word of this table is known, though no ranking has it
_EVIDENT = (TokenRole.GENERIC, TokenRole.TRADE)

Phrases = dict[str, dict[tuple[str, ...], str]]
"""Phrases by their first word, each with its class."""


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
    """Words of organisations' names, generic ones and of trades, that stand in no others."""
    evident, faint = (
        {words[0] for role in roles for words, _ in _load_spellings()[role] if len(words) == 1}
        for roles in (_EVIDENT, _FAINT)
    )
    return frozenset(evident - faint)


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
    if word.isdecimal() or (not word.isalpha() and _REGISTRATION.fullmatch(word)):
        return Token(word, TokenRole.NUMBER)
    return Token(word, _plain_role(word), load_groups().get(word, ()), find_commonness(word))


def numeral_token(word: str) -> Token:
    """The token of a number that is not written in figures: II is not III, nor nearly so."""
    return Token(word, TokenRole.NUMBER)


def _plain_role(word: str) -> TokenRole:
    if word in load_words(TokenRole.PARTICLE):
        return TokenRole.PARTICLE
    return TokenRole.GIVEN if word in load_given_names() else TokenRole.WORD


def generic_token(word: str, name: str) -> Token:
    """The token of a generic word or trade of that class: as written, its class as its group."""
    role = TokenRole.TRADE if name in _trades() else TokenRole.GENERIC
    group = FIRST_GENERIC + _generic_classes()[name]
    return Token(word, role, (group,), max(find_commonness(word), _LEAST_COMMON))


def name_generic(token: Token) -> Token:
    """The token of a generic word or trade with the name of its class for its spelling."""
    name = tuple(_generic_classes())[token.groups[0] - FIRST_GENERIC]
    return replace(token, text=name)


@cache
def _generic_classes() -> dict[str, int]:
    names = dict.fromkeys(name for _, name in _spellings(TokenRole.GENERIC))
    return {name: number for number, name in enumerate(names)}


@cache
def _trades() -> frozenset[str]:
    return frozenset(name for role in _TRADES for _, name in _load_spellings()[role])


def _spellings(role: str) -> list[tuple[tuple[str, ...], str]]:
    """Of `GENERIC` those of trades too: they are found alike and differ in what they say."""
    roles = (*_EVIDENT, *_FAINT) if role == TokenRole.GENERIC else (role,)
    return [spelling for name in roles for spelling in _load_spellings()[name]]


@cache
def _load_spellings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By role, the folded words of every spelling, with its class."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for spellings, canonical, role in load_rows("words"):
        for spelling in spellings.split("|"):
            words = tuple(fold_words(spelling))
            found.setdefault(role, []).append((words, canonical or words[0]))
    return found
