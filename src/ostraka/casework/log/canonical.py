"""JSON with one form only, so that a hash of it means its content (RFC 8785)."""

from __future__ import annotations

import hashlib

import rfc8785

from ostraka.model.errors import RecordRefused


def write_canonical(content: object) -> str:
    """The JSON of RFC 8785.

    >>> write_canonical({"b": 1e-7, "a": [None, True]})
    '{"a":[null,true],"b":1e-7}'

    Raises:
        RecordRefused: It holds what no such JSON can state: a number beyond 2**53, a character
            that is not whole, a value of another type.
    """
    try:
        return rfc8785.dumps(content).decode()  # type: ignore[arg-type]
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as problem:
        raise RecordRefused(
            f"this cannot be written down exactly ({type(problem).__name__})",
            where="record",
            remedy="Give text in UTF-8 and whole numbers up to 9007199254740991.",
        ) from problem


def hash_canonical(content: object) -> str:
    """SHA-256 of the canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(write_canonical(content).encode()).hexdigest()
