"""The words of a name in its own script, with their roles, by what the name may be of."""

from __future__ import annotations

from ostraka.model.party import PartyKind
from ostraka.names.acronyms import mark_repeated
from ostraka.names.folding import fold_words
from ostraka.names.numerals import in_figures
from ostraka.names.organisations import is_organisation, organisation_tokens, organisation_words
from ostraka.names.persons import person_tokens
from ostraka.names.slips import mend
from ostraka.names.tokens import Token, TokenRole
from ostraka.names.vessels import PERSONAL_PREFIXES, has_prefix, vessel_tokens

Ways = tuple[tuple[Token, ...], ...]
"""The ways to read one name, the most likely first."""


def read_written(text: str, kind: PartyKind | None) -> Ways:
    """The name in its own script, in a second way too where its words could be of either kind."""
    match kind:
        case PartyKind.PERSON:
            return (_as_person(text),)
        case PartyKind.VESSEL:
            return _as_vessel(fold_words(text))
        case None:
            return _of_any_kind(text)
        case _:
            return _as_organisation(mend(organisation_words(text)))


def _of_any_kind(text: str) -> Ways:
    words = organisation_words(text)
    ways = _of_either_kind(text, words)
    if not has_prefix(words):
        return ways
    # Ms Maria and the motor ship Maria begin alike; nobody else begins with M/T.
    vessel = _as_vessel(words)
    return (*ways, *vessel) if words[0] in PERSONAL_PREFIXES else (*vessel, *ways)


def _of_either_kind(text: str, words: list[str]) -> Ways:
    mended = mend(words)
    organisations = _as_organisation(mended)
    if is_organisation(words, organisations[0]):
        doubtful = any(token.role is TokenRole.GIVEN for token in organisations[0])
        return (*organisations, _as_person(text)) if doubtful else organisations
    person = _as_person(text)
    if mended != words:
        organisations = _as_organisation(words)
    texts = [token.text for token in person]
    others = (o for o in organisations if [t.text for t in o] != texts)
    return (mark_repeated(person), *others)


def _as_organisation(words: list[str]) -> Ways:
    """The name as written and, where that differs, with its numbers in figures."""
    written, figures = mark_repeated(organisation_tokens(words)), in_figures(words)
    return (written,) if figures == words else (written, organisation_tokens(figures))


def _as_vessel(words: list[str]) -> Ways:
    figures = in_figures(words)
    written = vessel_tokens(words)
    return (written,) if figures == words else (written, vessel_tokens(figures))


def _as_person(text: str) -> tuple[Token, ...]:
    words = fold_words(text, join_initials=False)
    return person_tokens(words, family_first="," in text)
