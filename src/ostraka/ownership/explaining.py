"""An answer with what carries it: facts, period, and the readings that the law leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ostraka.model.ownership import PROPAGATING, Caught, Regime
from ostraka.ownership.alternatives import find_alternatives
from ostraka.ownership.ancestry import Ancestry
from ostraka.ownership.answers import Answer
from ostraka.ownership.asking import Ownership
from ostraka.ownership.days import find_period
from ostraka.ownership.deciding import find_facts, in_regime
from ostraka.ownership.stakes import Stakes


def explain(
    asked: Ownership, parties: Sequence[str], regimes: Sequence[Regime] = PROPAGATING
) -> Iterator[Answer]:
    """The answers for these parties and regimes, each with its facts, period and readings.

    Each party is asked of the stakes above it alone, so that the cost is that of its own structure.
    """
    ancestry = Ancestry(asked.stakes.stakes)
    for party in parties:
        stakes = ancestry.above(party)
        above = {party, *(s.owner for s in stakes), *(s.holder for s in stakes)}
        listings = [entry for entry in asked.listed if entry.party in above]
        part = Stakes(stakes, asked.stakes.names, _only(asked.stakes.countries, above))
        own = Ownership(part, listings, asked.day, [party])
        for regime in regimes:
            yield _explain(own, party, regime)


def _explain(own: Ownership, party: str, regime: Regime) -> Answer:
    solution = own.solution(regime)
    number = own.structure.number[party]
    domestic = frozenset(own.structure.keys[i] for i in own.domestic)
    stakes, listings = own.stakes.stakes, in_regime(own.listed, regime)
    standing = list(own.entries(regime).values())
    answer = own.answer(party, regime)
    readings = () if answer.caught is Caught.NO_DATA else find_alternatives(solution, number)
    return replace(
        answer,
        facts=find_facts(solution, party, standing, domestic, own.day),
        period=find_period(stakes, listings, regime, domestic, own.day, party),
        alternatives=readings,
    )


def _only(countries: Mapping[str, str], keys: set[str]) -> dict[str, str]:
    return {key: countries[key] for key in keys if key in countries}
