"""Identifiers in the index: exact keys, found by hash and confirmed by the record's own value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ostraka.matching import _kernel
from ostraka.model.identifier import Identifier, Scheme
from ostraka.names import find_country, identifier_keys, is_valid_identifier

_SHORTEST_DECIDING = 6  # letters and digits; shorter numbers are borne by many
_REPEATING = frozenset(
    {Scheme.OTHER, Scheme.TICKER, Scheme.CALL_SIGN, Scheme.SERIAL_NUMBER, Scheme.LIST_REFERENCE}
)


@dataclass(frozen=True, slots=True)
class KnownIdentifier:
    """An identifier as the index knows it: its forms, how to show it, whether it decides alone.

    It decides where its scheme gives a number to one party only and it is long enough. A number
    whose check digits are wrong on the list decides all the same, because equal is equal; the text
    says that the list may have mistyped it.
    """

    keys: tuple[str, ...]
    text: str
    decides: bool
    scheme: Scheme
    country: str = ""

    def encode(self) -> list[object]:
        """The values in order, as a record holds them."""
        return [self.keys, self.text, self.decides, self.scheme.value, self.country]


def know_identifier(identifier: Identifier) -> KnownIdentifier:
    """The identifier of a listed party in the forms under which equal ones meet."""
    keys = identifier_keys(identifier.value, identifier.scheme)
    decides = (
        identifier.scheme not in _REPEATING and max(map(len, keys), default=0) >= _SHORTEST_DECIDING
    )
    text = f"{identifier.label or identifier.scheme.value} {identifier.value}"
    if is_valid_identifier(identifier.value, identifier.scheme) is False:
        text += " (its check digit is wrong on the list)"
    issuer = find_country(identifier.country) if identifier.country else None
    return KnownIdentifier(keys, text, decides, identifier.scheme, issuer or "")


def hash_key(key: str) -> int:
    """A 64-bit hash of an identifier's normal form."""
    return _kernel.checksum(key.encode())


def find_owners(keys: memoryview, owners: memoryview, key: str) -> Iterator[int]:
    """Owners whose identifiers may have this normal form. `keys` are sorted 64-bit hashes."""
    wanted = hash_key(key)
    place = bisect_left(keys, wanted)
    while place < len(keys) and keys[place] == wanted:
        yield owners[place]
        place += 1
