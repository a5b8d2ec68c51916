"""Identifiers in the index: exact keys, found by hash and confirmed by the record's own value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ostraka.matching import _kernel


def hash_key(key: str) -> int:
    """A 64-bit hash of an identifier's normal form."""
    return _kernel.checksum(key.encode())


def find_owners(keys: memoryview, owners: memoryview, key: str) -> Iterator[int]:
    """Owners whose identifiers have this normal form. `keys` are sorted 64-bit hashes."""
    wanted = hash_key(key)
    place = bisect_left(keys, wanted)
    while place < len(keys) and keys[place] == wanted:
        yield owners[place]
        place += 1
