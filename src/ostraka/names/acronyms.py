"""The initials of an organisation's name, by which newspapers and customers call it."""

from __future__ import annotations

from ostraka.names.tokens import Reading, Token, TokenRole

ACRONYM = "acronym"
_CERTAINTY = 0.5
_SKIPPED = frozenset({TokenRole.PARTICLE, TokenRole.TITLE, TokenRole.LEGAL_FORM, TokenRole.NUMBER})
_FEWEST_WORDS = 3


def find_acronym(reading: Reading) -> Reading | None:
    """The reading of an organisation's name by the initials of its words, if it has three or more.

    Particles and legal forms give no letter. Half as certain as a name: four letters stand for
    many organisations.

    >>> words = ("people's", "liberation", "army")
    >>> str(find_acronym(Reading(tuple(Token(w, TokenRole.WORD) for w in words), "as written")))
    'pla'
    """
    words = [token.text for token in reading.tokens if token.role not in _SKIPPED]
    if len(words) < _FEWEST_WORDS or not all(word[0].isalpha() for word in words):
        return None
    initials = "".join(word[0] for word in words)
    return Reading((Token(initials, TokenRole.WORD),), ACRONYM, certainty=_CERTAINTY)
