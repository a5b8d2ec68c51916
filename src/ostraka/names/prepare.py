"""From a name as typed to its readings: what the matcher compares."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ostraka.model.party import PartyKind
from ostraka.names.folding import fold_words, soften, split_words
from ostraka.names.organisations import (
    is_organisation,
    organisation_token,
    organisation_tokens,
    separate_forms,
)
from ostraka.names.persons import person_token, person_tokens
from ostraka.names.tokens import Reading, Token

_WRITTEN = "as written"
_SPELT_OUT = "spelt out"
_ROMANISED = (
    "romanised",
    "second romanisation",
    "third romanisation",
    "fourth romanisation",
)
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Ø": "Oe", "Å": "Aa"}
)


def prepare(text: str, kind: PartyKind | None = None) -> tuple[Reading, ...]:
    """Every usual reading of a name: as written first, then as romanised, five at most.

    There is at least one reading for any text with a letter or digit, none otherwise. Where
    `kind` is `None`, a legal form or a generic word makes the name one of an organisation. Words
    of other scripts stay in their script in the first reading.

    >>> [str(reading) for reading in prepare("Acme Trading Company Limited")]
    ['acme trading coltd']
    >>> [str(reading) for reading in prepare("ООО Юсто")]
    ['юсто ooo', 'yusto ooo', 'iusto ooo']
    """
    written = _read(text, kind)
    if not written:
        return ()
    if text.isascii():
        return (Reading(written, _WRITTEN),)
    found: dict[tuple[Token, ...], str] = {written: _WRITTEN}
    for how, tokens in _other_readings(text, kind, written):
        found.setdefault(tokens, how)
    return tuple(Reading(tokens, how) for tokens, how in found.items())


def _read(text: str, kind: PartyKind | None) -> tuple[Token, ...]:
    if kind is not PartyKind.PERSON:
        words = fold_words(text)
        if not text.isascii():
            words = separate_forms(words)
        tokens = organisation_tokens(words) if words else ()
        if kind is not None or not words or is_organisation(words, tokens):
            return tokens
    words = fold_words(text, join_initials=False)
    return person_tokens(words, family_first="," in text)


def _other_readings(
    text: str, kind: PartyKind | None, written: tuple[Token, ...]
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    spelt_out = text.translate(_UMLAUTS)
    if spelt_out != text:
        yield _SPELT_OUT, _read(spelt_out, kind)
    if not all(token.text.isascii() for token in written):
        yield from _romanised(text, kind, written)


def _romanised(
    text: str, kind: PartyKind | None, written: tuple[Token, ...]
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The readings of a name by romanising the words that are not in Latin letters."""
    from ostraka.names.romanisation import pick, romanise_words  # noqa: PLC0415 - ASCII never needs it

    # What folding made one is looked up as it was: the vowel signs of a word decide its reading.
    exact = {soften(word): word for word in split_words(text)}
    readings = romanise_words([exact.get(token.text, token.text) for token in written])
    for number in range(min(len(_ROMANISED), max(map(len, readings)))):
        words = [pick(found, number) for found in readings]
        make = _token_maker(kind, words)
        yield (
            _ROMANISED[number],
            tuple(
                piece
                for token, word in zip(written, words, strict=True)
                for piece in (map(make, word.split()) if word else (token,))
            ),
        )


def _token_maker(kind: PartyKind | None, words: list[str]) -> Callable[[str], Token]:
    if kind is PartyKind.PERSON:
        return person_token
    if kind is not None:
        return organisation_token
    apart = " ".join(words).split()
    return organisation_token if is_organisation(apart, ()) else person_token
