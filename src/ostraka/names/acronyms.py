"""The initials of an organisation's name, by which newspapers and customers call it."""

from __future__ import annotations

from ostraka.names.commonness import find_commonness
from ostraka.names.legal_forms import is_legal_form
from ostraka.names.tokens import Reading, Token, TokenRole

ACRONYM = "acronym"
_SILENT = frozenset({TokenRole.PARTICLE, TokenRole.TITLE, TokenRole.LEGAL_FORM, TokenRole.NUMBER})
_LENGTHS = range(3, 8)


def find_acronym(reading: Reading) -> Reading | None:
    """The reading of an organisation's name by the initials of its words, if they make an acronym.

    Particles and legal forms give no letter. There are three letters to seven, and together they
    are no name of their own: an "Ana" is a person. Two names with one acronym are not one party,
    so an acronym is compared with what the other side says, never with its acronym.

    >>> words = ("peoples", "liberation", "army")
    >>> str(find_acronym(Reading(tuple(Token(w, TokenRole.WORD) for w in words), "as written")))
    'pla'
    """
    words = [token.text for token in reading.tokens if token.role not in _SILENT]
    initials = "".join(word[0] for word in words)
    if len(words) not in _LENGTHS or not initials.isalpha():
        return None
    if find_commonness(initials) or is_legal_form(initials):
        return None
    return Reading((Token(initials, TokenRole.ACRONYM),), ACRONYM)
