"""Whose child a person's name says its bearer is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ostraka.names.rows import load_rows
from ostraka.names.tokens import Token, TokenRole

_SHORTEST = 6  # letters; shorter words in -ich are names of their own
_PATRONYMIC = (
    "ovich",
    "evich",
    "ovitch",
    "evitch",
    "ovych",
    "yovych",
    "avich",
    "ovna",
    "evna",
    "ivna",
)


def mark_descent(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with the father's name marked: behind "bin", in front of "ogly".

    So are patronymics in -ovich and -ovna. The first word is a name and no such word: Ben Affleck
    is nobody's son by it.

    >>> words = ("salman", "bin", "saud")
    >>> [t.descent for t in mark_descent(tuple(Token(w, TokenRole.WORD) for w in words))]
    [False, False, True]
    """
    fathers = {n for n, token in enumerate(tokens) if n and is_patronymic(token.text)}
    if not load_descent().keys().isdisjoint(token.text for token in tokens):
        fathers.update(_fathers(tokens))
    if not fathers:
        return tokens
    return tuple(replace(t, descent=True) if n in fathers else t for n, t in enumerate(tokens))


def is_patronymic(word: str) -> bool:
    """Whether a folded word is a Russian, Ukrainian or Belarusian patronymic by its ending.

    >>> is_patronymic("valeryevich"), is_patronymic("ivanovna"), is_patronymic("petrov")
    (True, True, False)
    """
    return len(word) > _SHORTEST and word.endswith(_PATRONYMIC)


def _fathers(tokens: tuple[Token, ...]) -> Iterator[int]:
    for place, token in enumerate(tokens[1:], start=1):
        stands = load_descent().get(token.text)
        if stands == "behind":
            yield place - 1
        elif stands == "before":
            behind = range(place + 1, len(tokens))
            yield from [n for n in behind if tokens[n].role is not TokenRole.PARTICLE][:1]


@cache
def load_descent() -> dict[str, str]:
    """Words beside a father's name, and on which side of them it stands."""
    rows = load_rows("descent")
    return {word: stands for spellings, stands in rows for word in spellings.split("|")}
