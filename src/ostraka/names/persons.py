"""The words of a person's name, with their roles."""

from __future__ import annotations

from functools import lru_cache

from ostraka.names.descent import mark_descent
from ostraka.names.lexicon import find_phrase, load_phrases, load_words, plain_token
from ostraka.names.name_classes import load_groups
from ostraka.names.tokens import Token, TokenRole

FIRST_GENERATION = 6_000_000
"""Ids of groups from here on are generations: Jr. is not Sr., the second is not the third."""

LEADING = "leading title"
"""The role in the tables of titles that stand before a name only."""

GENERATIONS = {
    **dict.fromkeys(("sr", "snr", "senior"), FIRST_GENERATION),
    **dict.fromkeys(("jr", "jnr", "junior"), FIRST_GENERATION + 1),
    **{roman: FIRST_GENERATION + n for n, roman in enumerate(("ii", "iii", "iv"), start=2)},
}
"""Words behind a name that tell father from son, with their groups."""


def person_tokens(words: list[str], *, family_first: bool = False) -> tuple[Token, ...]:
    """The tokens of a person's name, or of a name nothing shows to be an organisation's.

    `family_first` says that a comma stood after the first words: then the first one is no title,
    so that "KING, Martin Luther" keeps its surname.
    """
    tokens = list(map(person_token, words))
    phrases = load_phrases(TokenRole.TITLE)
    if not phrases.keys().isdisjoint(words):
        _mark_phrases(words, tokens)
    if not family_first:
        _mark_leading(words, tokens)
    _mark_generation(words, tokens)
    return mark_descent(tuple(tokens))


def _mark_generation(words: list[str], tokens: list[Token]) -> None:
    """Makes titles of "Jr." and "III" behind a name of two words or more."""
    if GENERATIONS.keys().isdisjoint(words):
        return
    for place in range(2, len(words)):
        if generation := GENERATIONS.get(words[place]):
            tokens[place] = Token(words[place], TokenRole.TITLE, (generation,))


def _mark_phrases(words: list[str], tokens: list[Token]) -> None:
    """Makes titles of all words of "prime minister", unless nothing else is left of the name."""
    for start in range(len(words)):
        found = find_phrase(load_phrases(TokenRole.TITLE), words, start)
        if found and found[0] < len(words):
            for place in range(start, start + found[0]):
                tokens[place] = Token(words[place], TokenRole.TITLE)


def _mark_leading(words: list[str], tokens: list[Token]) -> None:
    for place, word in enumerate(words[:-2]):
        if word in load_words(LEADING):
            tokens[place] = Token(word, TokenRole.TITLE)
        elif tokens[place].role is not TokenRole.TITLE:
            return


@lru_cache(maxsize=1 << 17)
def person_token(word: str) -> Token:
    """The token a folded word makes in the name of a person."""
    if len(word) == 1 and word.isascii() and word.isalpha():
        return Token(word, TokenRole.INITIAL, load_groups().get(word, ()))
    if word in load_words(TokenRole.TITLE):
        return Token(word, TokenRole.TITLE)
    return plain_token(word)
