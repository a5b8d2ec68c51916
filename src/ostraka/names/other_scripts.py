"""Names in other scripts in Latin letters, and in the parts by which they are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ostraka.model.party import PartyKind
from ostraka.names.descent import mark_descent
from ostraka.names.folding import soften, split_words
from ostraka.names.lexicon import name_generic
from ostraka.names.organisations import is_organisation, organisation_token
from ostraka.names.persons import person_token
from ostraka.names.tokens import Token, TokenRole
from ostraka.names.vessels import vessel_token
from ostraka.names.writing import find_script
from ostraka.names.written import read_written

COMPOUNDS_JOINED = "romanised, compounds joined"
ROMANISED = (
    "romanised",
    "second romanisation",
    "third romanisation",
    "fourth romanisation",
    "fifth romanisation",
    "sixth romanisation",
)
_OF_ORGANISATIONS = frozenset((TokenRole.LEGAL_FORM, TokenRole.GENERIC, TokenRole.TRADE))
_READINGS_OF_COMPOUNDS = 3


def romanise_tokens(
    text: str, kind: PartyKind | None, written: tuple[Token, ...]
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The readings of a name by romanising the words that are not in Latin letters."""
    # ASCII never needs them.
    from ostraka.names.east_asian import read_names, syllabic_tokens
    from ostraka.names.romanisation import pick, romanise_words

    # What folding made one is looked up as it was: the vowel signs of a word decide its reading.
    exact = {soften(word): word for word in split_words(text)}
    words = [exact.get(token.text, token.text) for token in written]
    person = may_be_person(kind, written)
    readings = romanise_words(words, person=person)
    named = read_names(tuple(words)) if person else {}
    for number in range(min(len(ROMANISED), max(map(len, readings)))):
        latin = [pick(found, number) for found in readings]
        make = _token_maker(kind, latin)
        tokens = tuple(
            piece
            for token, word in zip(written, latin, strict=True)
            for piece in (
                syllabic_tokens(token.text, word)
                if token.text in named
                else _in_latin(token, word, make)
            )
        )
        yield ROMANISED[number], mark_descent(tokens) if person else tokens


def compared(written: tuple[Token, ...], *, person: bool) -> tuple[Token, ...]:
    """The name in its own script as names in it are compared: simplified, a person's in parts."""
    # Only these scripts need them.
    from ostraka.names.chinese import simplify
    from ostraka.names.east_asian import split_person

    tokens = tuple(replace(token, text=simplify(token.text)) for token in written)
    parts = split_person(tokens[0].text) if person and len(tokens) == 1 else ()
    return tuple(Token(part, TokenRole.WORD) for part in parts) or tokens


def may_be_person(kind: PartyKind | None, written: tuple[Token, ...]) -> bool:
    """Whether the kind or, where there is none, the words leave it open that it is a person's."""
    if kind is not None:
        return kind is PartyKind.PERSON
    return all(token.role not in _OF_ORGANISATIONS for token in written)


def romanised_compounds(
    text: str, kind: PartyKind | None
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The readings that write Abdulrahman and Sayfullah as one word."""
    from ostraka.names.semitic import join_compounds  # ASCII never needs it

    joined = join_compounds(text)
    if joined != text:
        readings = romanise_tokens(joined, kind, read_written(joined, kind)[0])
        for _, tokens in islice(readings, _READINGS_OF_COMPOUNDS):
            yield COMPOUNDS_JOINED, tokens


def _in_latin(token: Token, word: str, make: Callable[[str], Token]) -> Iterable[Token]:
    """The tokens of a romanised word; a generic word is named by its class, which is Latin."""
    if token.role in {TokenRole.GENERIC, TokenRole.TRADE}:
        return (name_generic(token),)
    if not word:
        return (token,)
    pieces = map(make, word.split())
    if find_script(token.text[0]) == "Mymr":
        return (replace(piece, syllabic=True) for piece in pieces)
    if _only_consonants_certain(token.text):
        return (replace(piece, vowelless=piece.role is not TokenRole.PARTICLE) for piece in pieces)
    return pieces


def _only_consonants_certain(word: str) -> bool:
    from ostraka.names.semitic import is_vowelless  # ASCII never needs it

    return is_vowelless(word)


def _token_maker(kind: PartyKind | None, words: list[str]) -> Callable[[str], Token]:
    if kind is PartyKind.PERSON:
        return person_token
    if kind is PartyKind.VESSEL:
        return vessel_token
    if kind is not None:
        return organisation_token
    apart = " ".join(words).split()
    return organisation_token if is_organisation(apart, ()) else person_token
