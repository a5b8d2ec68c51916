"""Hits that are one party: a person on ten lists is looked at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ostraka.casework.log.canonical import hash_canonical
from ostraka.model.hit import Hit


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits on linked entries, the best first, and the ids of all entries that are the party."""

    hits: tuple[Hit, ...]
    parties: frozenset[str]

    @property
    def lead(self) -> Hit:
        """The best hit."""
        return self.hits[0]

    @property
    def pattern(self) -> str:
        """Equal where the same party was met for the same reasons, whatever the subject."""
        lead = self.lead
        findings = sorted(f"{reason.feature} {reason.finding}" for reason in lead.reasons)
        return hash_canonical([sorted(self.parties), lead.closeness.value, findings])


def group_hits(hits: Sequence[Hit]) -> tuple[HitGroup, ...]:
    """The hits by party, the group of the best hit first."""
    groups: list[HitGroup] = []
    for hit in sorted(hits, key=lambda hit: (-hit.score, hit.party)):
        own = frozenset({hit.party, *hit.linked})
        meeting = [group for group in groups if group.parties & own]
        groups = [group for group in groups if not group.parties & own]
        joined = [*(h for group in meeting for h in group.hits), hit]
        joined.sort(key=lambda hit: (-hit.score, hit.party))
        groups.append(HitGroup(tuple(joined), own.union(*(g.parties for g in meeting))))
    return tuple(sorted(groups, key=lambda group: (-group.lead.score, group.lead.party)))
