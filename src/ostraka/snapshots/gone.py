"""Which listings of a party a list held once and holds no longer, read from its publications."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from ostraka.snapshots.folder import SnapshotFolder
from ostraka.snapshots.state import Entry

Key = tuple[str, str]
"""Legal list and programme: what makes a listing of a party the same one in two snapshots."""


def find_gone(
    entries: Sequence[Entry], open_entry: Callable[[Entry], SnapshotFolder], party: str
) -> Iterator[tuple[Key, int, int]]:
    """The listings of a party that the last publication does not hold, the latest gone first.

    Of several publications of one day the last counts.

    Yields:
        The key of the listing, the position of the last publication that held it, and of the next.
    """
    days = [entry.published for entry in entries]
    at = [i for i, (day, next_day) in enumerate(pairwise([*days, None])) if day != next_day]
    read = _Reader(party)
    known: set[Key] = set()
    later: int | None = None
    for position in reversed(at):
        held = read.keys_of(open_entry(entries[position]))
        if later is not None:
            yield from ((key, position, later) for key in sorted(held - known))
        known |= held
        later = position


class _Reader:
    """Reads which listings a party has in many snapshots, a base of several of them once."""

    def __init__(self, party: str) -> None:
        self._party = party
        self._read: dict[Path, frozenset[Key]] = {}

    def keys_of(self, folder: SnapshotFolder) -> frozenset[Key]:
        """The keys of the party's listings in a snapshot."""
        if folder.path not in self._read:
            self._read[folder.path] = self._find(folder)
        return self._read[folder.path]

    def _find(self, folder: SnapshotFolder) -> frozenset[Key]:
        own = folder.load_own_presence(self._party)
        if own or folder.base is None or self._party in folder.manifest.gone:
            return frozenset(own)
        return self.keys_of(folder.base)
