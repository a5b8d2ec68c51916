"""Readings in the form the kernel reads."""

from __future__ import annotations

from functools import cache

from ostraka.names.tokens import Reading, TokenRole

_TOKEN, _FIELD = "\x1f", "\x1d"


@cache
def _role_digits() -> dict[TokenRole, str]:
    return {role: str(position) for position, role in enumerate(TokenRole)}


def encode_reading(reading: Reading) -> bytes:
    """The prepared form that `parse_tokens` in the kernel documents."""
    digits = _role_digits()
    parts = []
    for token in reading.tokens:
        part = f"{token.text}{_FIELD}{digits[token.role]}"
        if token.groups:
            part += _FIELD + ",".join(map(str, token.groups))
        parts.append(part)
    return _TOKEN.join(parts).encode()
