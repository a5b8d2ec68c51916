"""Strings to comparable names: script, folding, romanisation, roles of words, identifiers."""

from ostraka.names.countries import find_country
from ostraka.names.folding import fold
from ostraka.names.identifiers import identifier_keys, is_valid_identifier
from ostraka.names.prepare import prepare
from ostraka.names.tokens import Reading, Token, TokenRole
from ostraka.names.writing import scripts

__all__ = [
    "Reading",
    "Token",
    "TokenRole",
    "find_country",
    "fold",
    "identifier_keys",
    "is_valid_identifier",
    "prepare",
    "romanise",
    "scripts",
]


def romanise(text: str) -> tuple[str, ...]:
    """The usual Latin readings of a text, as `ostraka.names.romanisation` reads it.

    >>> romanise("Владимир")
    ('vladimir', 'volodymyr')
    """
    from ostraka.names.romanisation import romanise as read  # ASCII never needs it

    return read(text)
