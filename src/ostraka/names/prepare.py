"""From a name as typed to its readings: what the matcher compares."""

from __future__ import annotations

from ostraka.model.party import PartyKind
from ostraka.names.folding import fold_words
from ostraka.names.organisations import is_organisation, organisation_tokens
from ostraka.names.persons import person_tokens
from ostraka.names.tokens import Reading, Token

_WRITTEN = "as written"


def prepare(text: str, kind: PartyKind | None = None) -> tuple[Reading, ...]:
    """Every usual reading of a name, first as written, then as romanised.

    There is at least one reading for any text with a letter or digit, none otherwise. Where
    `kind` is `None`, a legal form or a generic word makes the name one of an organisation.

    >>> [str(reading) for reading in prepare("Acme Trading Company Limited")]
    ['acme trading coltd']
    """
    tokens = _read(text, kind)
    return (Reading(tokens, _WRITTEN),) if tokens else ()


def _read(text: str, kind: PartyKind | None) -> tuple[Token, ...]:
    if kind is not PartyKind.PERSON:
        words = fold_words(text)
        tokens = organisation_tokens(words) if words else ()
        if kind is not None or not words or is_organisation(words, tokens):
            return tokens
    words = fold_words(text, join_initials=False)
    return person_tokens(words, family_first="," in text)
