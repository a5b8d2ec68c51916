"""Which half a party belongs to: what is tuned on is never tested on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.names import fold

SPLITS = ("tune", "test")
_LEAST_LETTERS = 8


def split_parties(parties: Iterable[Party]) -> Mapping[str, str]:
    """The half of each party, by its id: decided by a hash, half and half.

    Parties that share a name, whatever its word order, are in one half: the same person stands on
    several lists. Names of one word or of fewer than eight letters join nobody; weak aliases
    neither.
    """
    groups = _Groups()
    for party in parties:
        groups.find(party.id)
        for key in _keys(party):
            groups.join(party.id, key)
    return {
        member: SPLITS[sha256(groups.find(member).encode()).digest()[0] % 2]
        for member in groups.parents
        if not member.startswith(" ")
    }


def _keys(party: Party) -> Iterable[str]:
    for name in party.names:
        words = sorted(fold(name.text).split())
        if name.kind is not NameKind.WEAK_ALIAS and len(words) > 1:
            key = " ".join(words)
            if len(key) >= _LEAST_LETTERS:
                yield f" {key}"  # no id begins with a space


class _Groups:
    """Sets that grow together; each is known by the smallest of its members."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}

    def find(self, member: str) -> str:
        root = member
        while (parent := self.parents.setdefault(root, root)) != root:
            root = parent
        while self.parents[member] != root:
            self.parents[member], member = root, self.parents[member]
        return root

    def join(self, first: str, second: str) -> None:
        low, high = sorted((self.find(first), self.find(second)))
        self.parents[high] = low
