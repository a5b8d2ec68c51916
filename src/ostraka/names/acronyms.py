"""The initials of an organisation's name, by which newspapers and customers call it."""

from __future__ import annotations

from ostraka.names.commonness import find_commonness
from ostraka.names.legal_forms import is_legal_form
from ostraka.names.tokens import Reading, Token, TokenRole

ACRONYM = "acronym"
_SILENT = frozenset({TokenRole.PARTICLE, TokenRole.TITLE, TokenRole.LEGAL_FORM, TokenRole.NUMBER})
_LENGTHS = range(3, 8)
_LEAST_WORDS = 4  # three and their acronym


def mark_repeated(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, with an acronym a title that only repeats the other words by their initials.

    >>> words = ("islamic", "jihad", "group", "ijg")
    >>> [str(t.role) for t in mark_repeated(tuple(Token(w, TokenRole.WORD) for w in words))]
    ['word', 'word', 'word', 'title']
    """
    if len(tokens) < _LEAST_WORDS:
        return tokens
    initials = "".join([token.text[0] for token in tokens])
    for place, token in enumerate(tokens):
        # What nothing is left of has no other letter than the initials.
        if not token.text.strip(initials) and len(token.text) in _LENGTHS:
            before, behind = tokens[:place], tokens[place + 1 :]
            if any(token.text in _find_initials(part) for part in (before, behind)):
                return (*before, Token(token.text, TokenRole.TITLE), *behind)
    return tokens


def _find_initials(tokens: tuple[Token, ...]) -> set[str]:
    """First letters of all words, without forms, without particles, without "Company" behind."""
    named = [token for token in tokens if token.role is not TokenRole.LEGAL_FORM]
    bare = [token for token in named if token.role is not TokenRole.PARTICLE]
    short = bare[:-1] if bare and bare[-1].role is TokenRole.GENERIC else bare
    return {"".join([token.text[0] for token in part]) for part in (tokens, named, bare, short)}


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
