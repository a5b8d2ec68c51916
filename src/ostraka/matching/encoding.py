"""Readings in the form the kernel reads."""

from __future__ import annotations

from functools import cache, lru_cache

from ostraka.model.party import PartyKind
from ostraka.names import prepare
from ostraka.names.acronyms import find_acronym
from ostraka.names.tokens import Reading, Token, TokenRole

_TOKEN, _FIELD, _ORIGIN = "\x1f", "\x1d", "\x1e"
_ORIGINS = {"Hani": 1, "Hang": 2, "Kana": 3}
_OF_ORGANISATIONS = frozenset({TokenRole.LEGAL_FORM, TokenRole.GENERIC, TokenRole.TRADE})
_KNOWN, _SYLLABIC, _VOWELLESS, _DESCENT = 1, 2, 4, 8


@cache
def _role_letters() -> dict[TokenRole, str]:
    return {role: chr(ord("A") + position) for position, role in enumerate(TokenRole)}


def encode_reading(reading: Reading) -> bytes:
    """The prepared form that `Prepared` in the kernel documents."""
    origin = f"{_ORIGINS[reading.script]}{_ORIGIN}" if reading.script else ""
    return (origin + _TOKEN.join(map(_encode_token, reading.tokens))).encode()


def encode_with_acronym(text: str, kind: PartyKind | None) -> list[bytes]:
    """Every reading of a name, and that of an organisation's by its first letters."""
    readings = prepare(text, kind)
    found = [encode_reading(reading) for reading in readings]
    if readings and kind in {None, PartyKind.ORGANISATION}:
        short = find_acronym(readings[0]) if kind or is_organisation(readings[0]) else None
        found += [encode_reading(short)] if short else []
    return found


def is_organisation(reading: Reading) -> bool:
    """Whether the words look like an organisation's name."""
    return any(token.role in _OF_ORGANISATIONS for token in reading.tokens)


@lru_cache(maxsize=1 << 17)
def _encode_token(token: Token) -> str:
    fields = [token.text, _role_letters()[token.role], ",".join(map(str, token.groups))]
    traits = _traits(token)
    if token.commonness or traits:
        fields.append(str(token.commonness))
    if traits:
        fields.append(str(traits))
    return _FIELD.join(fields).rstrip(_FIELD)


def _traits(token: Token) -> int:
    known = token.commonness > 0 or token.role is TokenRole.GIVEN
    return (
        _KNOWN * known
        + _SYLLABIC * token.syllabic
        + _VOWELLESS * token.vowelless
        + _DESCENT * token.descent
    )
