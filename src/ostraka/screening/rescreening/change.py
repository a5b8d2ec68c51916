"""What is different between two states of the lists, party by party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ostraka.matching.record import Record, decode_record
from ostraka.screening.screener import Screener


@dataclass(frozen=True, slots=True)
class ListChange:
    """Two states of the lists, and the parties that are not the same in both.

    `removed` and `added` are what the index held and holds of them; a changed party is in both.
    `removed_at` and `added_at` are their numbers in the index before and the one after.
    """

    before: Screener
    after: Screener
    removed: tuple[Record, ...]
    added: tuple[Record, ...]
    removed_at: tuple[int, ...]
    added_at: tuple[int, ...]

    def narrow(self) -> tuple[Screener, Screener]:
        """The two states, looking by name for the parties that changed and hardly any other."""
        return self.before.narrow(self.removed_at), self.after.narrow(self.added_at)

    @property
    def is_any(self) -> bool:
        """Whether a full run may differ at all: by a party, or by what is open about a day."""
        sides = [side.engine for side in (self.before, self.after)]
        marks = [(side.reconstructed, side.as_of if side.reconstructed else None) for side in sides]
        return bool(self.parties) or marks[0] != marks[1]

    @property
    def parties(self) -> frozenset[str]:
        """The ids of the parties that came, went or changed."""
        return frozenset(record.id for record in (*self.removed, *self.added))

    def count(self) -> dict[str, int]:
        """How many parties were added, removed and changed."""
        old, new = ({record.id for record in side} for side in (self.removed, self.added))
        return {"added": len(new - old), "removed": len(old - new), "changed": len(old & new)}


def find_change(before: Screener, after: Screener) -> ListChange:
    """How the lists of `after` differ from those of `before`.

    Everything counts that a hit is weighed by or shows, also what `ostraka diff` leaves out
    because one of the two files could not state it: a full run would differ by that, too.
    """
    old, new = (
        {record: at for at, record in enumerate(side.index.encoded_records())}
        for side in (before, after)
    )
    removed, added = old.keys() - new.keys(), new.keys() - old.keys()
    return ListChange(
        before,
        after,
        removed=_decode(removed),
        added=_decode(added),
        removed_at=tuple(sorted(map(old.__getitem__, removed))),
        added_at=tuple(sorted(map(new.__getitem__, added))),
    )


def _decode(encoded: Iterable[bytes]) -> tuple[Record, ...]:
    return tuple(sorted(map(decode_record, encoded), key=lambda record: record.id))
