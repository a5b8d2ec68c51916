"""Rows of a United Kingdom list into parties: all rows of one id are one designation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.relation import Relation
from ostraka.sources.entry import Entry
from ostraka.sources.gb.designation import KINDS, Designation, Row


@dataclass(slots=True)
class Gathering:
    """The designations of a list while its rows are read, with tallies and what was new."""

    source: str
    tallies: Counter[str] = field(default_factory=Counter)
    odd: Counter[str] = field(default_factory=Counter)
    _held: dict[str, Designation] = field(default_factory=dict)

    def take(self, key: str, rows: Iterable[Row]) -> None:
        """Adds rows to the designation of that id."""
        for row in rows:
            designation = self._held.get(key)
            if designation is None:
                designation = self._held[key] = self._make(key, row.get("kind", ""))
            designation.take(row)

    def finish(self, published: date | None) -> tuple[Party, ...]:
        """The parties of a list of that day, in the order they came.

        Those they are tied to are found by name in the list, where only one bears it.
        """
        found: list[Party] = []
        for designation in self._held.values():
            party = designation.make_party(published)
            if party:
                found.append(party)
            else:
                self.tallies["designations without a name"] += 1
        self.tallies["designations"] = len(self._held)
        holders: dict[str, set[str]] = {}
        for party in found:
            for name in party.names:
                holders.setdefault(name.text.casefold(), set()).add(party.id)
        return tuple(_tied(party, holders) for party in found)

    def warnings(self) -> tuple[str, ...]:
        """What was new, with how often it came."""
        return tuple(f"{what} ({count})" for what, count in sorted(self.odd.items()))

    def _make(self, key: str, word: str) -> Designation:
        kind = KINDS.get(word.strip().casefold())
        if kind is None:
            self.odd[f"kind {word!r} is new; the party is kept without one"] += 1
        entry = Entry(self.source, key, kind, Origin(self.source, key))
        return Designation(entry, self.odd)


def _tied(party: Party, holders: dict[str, set[str]]) -> Party:
    if not party.relations:
        return party
    return replace(party, relations=tuple(_resolve(r, party.id, holders) for r in party.relations))


def _resolve(relation: Relation, own: str, holders: dict[str, set[str]]) -> Relation:
    ids = holders.get(relation.other_name.casefold(), set()) - {own}
    return replace(relation, other=next(iter(ids))) if len(ids) == 1 else relation
