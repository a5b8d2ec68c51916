"""From a name as typed to its readings: what the matcher compares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ostraka.model.party import PartyKind
from ostraka.names.descent import mark_descent
from ostraka.names.folding import fold_words, soften, split_words
from ostraka.names.former import split_former
from ostraka.names.lexicon import name_generic
from ostraka.names.numerals import in_figures
from ostraka.names.organisations import (
    cut_off_glued_form,
    is_organisation,
    organisation_token,
    organisation_tokens,
    separate_forms,
)
from ostraka.names.persons import person_token, person_tokens
from ostraka.names.tokens import Reading, Token, TokenRole
from ostraka.names.vessels import vessel_token, vessel_tokens
from ostraka.names.writing import find_script, find_syllabic_script

_WRITTEN = "as written"
_OTHERWISE = "as written, read otherwise"
_ONE_OF_TWO = "one of the names in it"
_SPELT_OUT = "spelt out"
_COMPOUNDS_JOINED = "romanised, compounds joined"
_ROMANISED = (
    "romanised",
    "second romanisation",
    "third romanisation",
    "fourth romanisation",
    "fifth romanisation",
    "sixth romanisation",
)
_OF_ORGANISATIONS = frozenset((TokenRole.LEGAL_FORM, TokenRole.GENERIC, TokenRole.TRADE))
_APART = "as written, family and given name apart"
_MOST_READINGS = 8
_READINGS_OF_COMPOUNDS = 3
_ARTICLE = "ال"
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Ø": "Oe", "Å": "Aa"}
)


def prepare(text: str, kind: PartyKind | None = None) -> tuple[Reading, ...]:
    """Every usual reading of a name: as written first, then as romanised, eight at most.

    There is at least one reading for any text with a letter or digit, none otherwise. Where
    `kind` is `None`, a legal form or a generic word makes the name one of an organisation; where
    that is in doubt, the other way to read it follows. Words of other scripts stay in their script
    in the first reading.

    >>> [str(reading) for reading in prepare("Acme Trading Company Limited")]
    ['acme trading coltd']
    >>> [str(reading) for reading in prepare("ООО Юсто")]
    ['юсто ooo', 'yusto ooo', 'iusto ooo']
    """
    found: dict[tuple[Token, ...], str] = {}
    for how, tokens in _readings(text, kind):
        if tokens:
            found.setdefault(tokens, how)
    script = "" if text.isascii() else find_syllabic_script(text)
    readings = (
        Reading(tokens, how, script if how in _ROMANISED else "") for tokens, how in found.items()
    )
    return tuple(islice(readings, _MOST_READINGS))


def _readings(text: str, kind: PartyKind | None) -> Iterator[tuple[str, tuple[Token, ...]]]:
    written = _read(text, kind)
    yield _WRITTEN, written[0]
    yield from ((_OTHERWISE, tokens) for tokens in written[1:])
    if len(names := split_former(text)) > 1:
        yield from ((_ONE_OF_TWO, _read(name, kind)[0]) for name in names)
    if text.isascii():
        return
    spelt_out = text.translate(_UMLAUTS)
    if spelt_out != text:
        yield _SPELT_OUT, _read(spelt_out, kind)[0]
    if not all(token.text.isascii() for token in written[0]):
        if find_syllabic_script(text):
            yield _APART, _compared(written[0], person=_may_be_person(kind, written[0]))
        if _ARTICLE in text:
            yield from _romanised_compounds(text, kind)
        yield from _romanised(text, kind, written[0])


def _read(text: str, kind: PartyKind | None) -> tuple[tuple[Token, ...], ...]:
    """The name in its own script, in a second way too where its words could be of either kind."""
    match kind:
        case PartyKind.PERSON:
            return (_as_person(text),)
        case PartyKind.VESSEL:
            words = fold_words(text)
            return vessel_tokens(words), vessel_tokens(in_figures(words))
        case None:
            return _of_either_kind(text)
        case _:
            return _as_organisation(_organisation_words(text))


def _of_either_kind(text: str) -> tuple[tuple[Token, ...], ...]:
    words = _organisation_words(text)
    organisations, person = _as_organisation(words), _as_person(text)
    organisation = organisations[0]
    if is_organisation(words, organisation):
        doubtful = any(token.role is TokenRole.GIVEN for token in organisation)
        return (*organisations, person) if doubtful else organisations
    texts = [token.text for token in person]
    return (person, *(o for o in organisations if [t.text for t in o] != texts))


def _as_organisation(words: list[str]) -> tuple[tuple[Token, ...], ...]:
    """The name as written and, where that differs, with its numbers in figures."""
    written, figures = organisation_tokens(words), in_figures(words)
    return (written,) if figures == words else (written, organisation_tokens(figures))


def _as_person(text: str) -> tuple[Token, ...]:
    words = fold_words(text, join_initials=False)
    return person_tokens(words, family_first="," in text)


def _organisation_words(text: str) -> list[str]:
    words = fold_words(cut_off_glued_form(text))
    return words if text.isascii() else separate_forms(words)


def _romanised(
    text: str, kind: PartyKind | None, written: tuple[Token, ...]
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The readings of a name by romanising the words that are not in Latin letters."""
    # ASCII never needs them.
    from ostraka.names.east_asian import read_names, syllabic_tokens
    from ostraka.names.romanisation import pick, romanise_words

    # What folding made one is looked up as it was: the vowel signs of a word decide its reading.
    exact = {soften(word): word for word in split_words(text)}
    words = [exact.get(token.text, token.text) for token in written]
    person = _may_be_person(kind, written)
    readings = romanise_words(words, person=person)
    named = read_names(tuple(words)) if person else {}
    for number in range(min(len(_ROMANISED), max(map(len, readings)))):
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
        yield _ROMANISED[number], mark_descent(tokens) if person else tokens


def _compared(written: tuple[Token, ...], *, person: bool) -> tuple[Token, ...]:
    """The name in its own script as names in it are compared: simplified, a person's in parts."""
    # Only these scripts need them.
    from ostraka.names.chinese import simplify
    from ostraka.names.east_asian import split_person

    tokens = tuple(replace(token, text=simplify(token.text)) for token in written)
    parts = split_person(tokens[0].text) if person and len(tokens) == 1 else ()
    return tuple(Token(part, TokenRole.WORD) for part in parts) or tokens


def _may_be_person(kind: PartyKind | None, written: tuple[Token, ...]) -> bool:
    if kind is not None:
        return kind is PartyKind.PERSON
    return all(token.role not in _OF_ORGANISATIONS for token in written)


def _romanised_compounds(
    text: str, kind: PartyKind | None
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The readings that write Abdulrahman and Sayfullah as one word."""
    from ostraka.names.semitic import join_compounds  # ASCII never needs it

    joined = join_compounds(text)
    if joined != text:
        readings = _romanised(joined, kind, _read(joined, kind)[0])
        for _, tokens in islice(readings, _READINGS_OF_COMPOUNDS):
            yield _COMPOUNDS_JOINED, tokens


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
