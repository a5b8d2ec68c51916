"""Who is caught under one regime on one day: for certain, possibly, or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ostraka.model.ownership import Caught, OpenQuestion
from ostraka.ownership.rules import Rule
from ostraka.ownership.spreading import Reading, make_reading, spread
from ostraka.ownership.structure import Structure

ALL_OPEN = frozenset(OpenQuestion)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the answer: the companies reached, and how far each listed party reaches alone.

    `reached` holds everybody reached, `spreads` the reach of each set of seeds: one for all where
    holdings are added together, else one for each listed party that holds anything. `places`
    says in which of them a party is.
    """

    reading: Reading
    reached: frozenset[int]
    spreads: Sequence[Mapping[int, int]]
    places: Mapping[int, Sequence[int]]

    def reaching(self, parties: Iterable[int]) -> list[Mapping[int, int]]:
        """The spreads that hold one of the parties, in their order."""
        found = {place for party in parties for place in self.places.get(party, ())}
        return [self.spreads[place] for place in sorted(found)]


@dataclass(frozen=True, slots=True)
class Solution:
    """A regime's answer for every party of a structure.

    `certain` rests on the least of every range and on what the law says, `possible` on the most and
    on every open question answered in favour of reaching further. `listed` says of each party that
    the regime lists whether that is sure.
    """

    structure: Structure
    rule: Rule
    listed: Mapping[int, bool]
    domestic: frozenset[int]
    certain: Side
    possible: Side
    adopted: frozenset[OpenQuestion] = field(default_factory=frozenset)

    def caught(self, party: int) -> Caught:
        """The answer for one party, `no_data` where nobody is known to hold it."""
        if party in self.certain.reached:
            return Caught.YES
        if party in self.possible.reached:
            return Caught.REVIEW
        known = party in self.structure.into or party in self.structure.treasury
        return Caught.NO if known else Caught.NO_DATA


def solve(
    structure: Structure,
    rule: Rule,
    listed: Mapping[int, bool],
    domestic: Collection[int] = (),
    *,
    adopted: frozenset[OpenQuestion] = frozenset(),
    open_questions: frozenset[OpenQuestion] = ALL_OPEN,
) -> Solution:
    """Both sides of the answer.

    `adopted` are open questions taken as answered in favour of reaching further, `open_questions`
    those that may be; what is not among them is taken as answered the other way.
    """
    sure = sorted(party for party, certain in listed.items() if certain)
    barred = frozenset(domestic)
    inner = _make_side(structure, rule, sure, structure.low, barred, adopted)
    outer = _make_side(
        structure, rule, sorted(listed), structure.high, barred, adopted | open_questions
    )
    return Solution(structure, rule, listed, barred, inner, outer, adopted)


def _make_side(
    structure: Structure,
    rule: Rule,
    seeds: Sequence[int],
    bound: list[int],
    domestic: frozenset[int],
    adopted: frozenset[OpenQuestion],
) -> Side:
    reading = make_reading(rule, adopted)
    if not rule.propagates:
        alone = [{seed: place for place, seed in enumerate(seeds)}] if seeds else []
        return Side(reading, frozenset(seeds), alone, dict.fromkeys(seeds, (0,)))
    holders = [seed for seed in seeds if seed in structure.out]
    groups = [holders] if reading.together else [[seed] for seed in holders]
    spreads = [spread(structure, group, bound, reading, domestic) for group in groups if group]
    reached = set(seeds)
    for found in spreads:
        reached.update(
            [party for party, place in found.items() if place >= 0]
            if reading.foreign_only
            else found
        )
    places: dict[int, list[int]] = defaultdict(list)
    for place, found in enumerate(spreads):
        for party in found:
            places[party].append(place)
    return Side(reading, frozenset(reached), spreads, dict(places))
