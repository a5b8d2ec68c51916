"""From a name as typed to its readings: what the matcher compares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ostraka.model.party import PartyKind
from ostraka.names.former import split_former
from ostraka.names.latin_habits import read_by_habit
from ostraka.names.other_scripts import (
    ROMANISED,
    compared,
    may_be_person,
    romanise_tokens,
    romanised_compounds,
)
from ostraka.names.plain import read_plainly
from ostraka.names.tokens import Reading, Token
from ostraka.names.writing import find_syllabic_script
from ostraka.names.written import read_written

_WRITTEN = "as written"
_OTHERWISE = "as written, read otherwise"
_ONE_OF_TWO = "one of the names in it"
_BY_HABIT = "by another habit of romanising"
_SPELT_OUT = "spelt out"
_TWO_IN_ONE = "words apart that capitals show"
_APART = "as written, family and given name apart"
_MOST_READINGS = 8
_ARTICLE = "ال"
_TWO_WORDS = re.compile(r"(?<=[a-z]{3})(?=[A-Z][A-Za-z]{2})")
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
    if kind is None or kind is PartyKind.PERSON:
        plain = read_plainly(text, kind)
        if plain is not None:
            return (Reading(plain, _WRITTEN),)
    return prepare_at_length(text, kind)


def prepare_at_length(text: str, kind: PartyKind | None) -> tuple[Reading, ...]:
    """The same by every rule, whatever the words: what the short way must not differ from."""
    found: dict[tuple[Token, ...], str] = {}
    for how, tokens in _readings(text, kind):
        if tokens:
            found.setdefault(tokens, how)
    script = "" if text.isascii() else find_syllabic_script(text)
    readings = (
        Reading(tokens, how, script if how in ROMANISED else "") for tokens, how in found.items()
    )
    return tuple(islice(readings, _MOST_READINGS))


def _readings(text: str, kind: PartyKind | None) -> Iterator[tuple[str, tuple[Token, ...]]]:
    written = read_written(text, kind)
    yield _WRITTEN, written[0]
    yield from ((_OTHERWISE, tokens) for tokens in written[1:])
    if len(names := split_former(text)) > 1:
        yield from ((_ONE_OF_TWO, read_written(name, kind)[0]) for name in names)
    apart = _TWO_WORDS.sub(" ", text)
    if apart != text:
        yield _TWO_IN_ONE, read_written(apart, kind)[0]
    if kind is None or kind is PartyKind.PERSON:
        yield from ((_BY_HABIT, tokens) for tokens in read_by_habit(text))
    if text.isascii():
        return
    spelt_out = text.translate(_UMLAUTS)
    if spelt_out != text:
        yield _SPELT_OUT, read_written(spelt_out, kind)[0]
    if not all(token.text.isascii() for token in written[0]):
        if find_syllabic_script(text):
            yield _APART, compared(written[0], person=may_be_person(kind, written[0]))
        if _ARTICLE in text:
            yield from romanised_compounds(text, kind)
        yield from romanise_tokens(text, kind, written[0])
