"""How far a listing reaches: the least set of companies that is closed under a rule.

Start from the listed parties; a company whose holdings by parties in the set reach the limit joins
the set, and its own holdings count from then on in full. Percentages along a chain are never
multiplied (OFAC FAQ 401). The set grows only, and every holding is added once, so that cycles and
cross-holdings end, and the order does not matter: the least fixpoint is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ostraka.model.ownership import Interest, OpenQuestion
from ostraka.ownership.rules import Rule
from ostraka.ownership.shares import WHOLE
from ostraka.ownership.structure import (
    BOARD,
    CONSOLIDATION,
    OTHER,
    SHARES,
    VOTES,
    Structure,
)

NEVER = 1 << 80
_NUMBERED = ((SHARES, Interest.SHARES), (VOTES, Interest.VOTES), (BOARD, Interest.BOARD))


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule with the open questions decided: what counts, and what is enough."""

    limits: tuple[int, int, int]
    together: bool
    joint: bool
    influence: bool
    consolidation: bool
    outstanding: bool
    foreign_only: bool
    through_us: bool


_NOTHING = Reading(
    (NEVER, NEVER, NEVER),
    together=True,
    joint=False,
    influence=False,
    consolidation=False,
    outstanding=False,
    foreign_only=False,
    through_us=False,
)


def make_reading(rule: Rule, adopted: Collection[OpenQuestion]) -> Reading:
    """The rule with these questions answered in favour of reaching further."""
    if not rule.propagates:
        return _NOTHING
    extra = rule.open_limits if OpenQuestion.VOTES in adopted else {}
    limits = {**extra, **rule.limits}
    control = OpenQuestion.CONTROL in adopted
    first, second, third = (limits.get(interest, NEVER) for _, interest in _NUMBERED)
    return Reading(
        limits=(first, second, third),
        together=rule.several == "together"
        or (rule.several == "open" and OpenQuestion.SEVERAL in adopted),
        joint=rule.concert == "counts"
        or (rule.concert == "open" and OpenQuestion.CONCERT in adopted),
        influence=rule.influence and control,
        consolidation=rule.consolidation and control,
        outstanding=OpenQuestion.TREASURY in adopted,
        foreign_only=rule.foreign_only,
        through_us=OpenQuestion.US_CONDUIT in adopted,
    )


def spread(
    structure: Structure,
    seeds: Iterable[int],
    bound: list[int],
    reading: Reading,
    domestic: Collection[int] = (),
) -> dict[int, int]:
    """Who is reached from the seeds, each with its place in the order of being reached.

    `bound` is `structure.low` or `structure.high`. Companies of `domestic` are organised in the
    United States; those that only pass ownership on have a place below zero.
    """
    reached = {seed: place for place, seed in enumerate(seeds)}
    waiting = list(reached)
    totals: dict[int, int] = {}
    counted: set[int] = set()
    owned, out = structure.owned, structure.out
    barred = domestic if reading.foreign_only else ()
    for party in waiting:  # grows while it is read
        for first in out.get(party, ()):
            if owned[first] in reached and not (reading.joint and structure.group[first]):
                continue
            for holding in _acting_together(structure, first, counted, joint=reading.joint):
                company = owned[holding]
                if company in reached or not _adds(structure, holding, bound, reading, totals):
                    continue
                if company in barred:
                    if not reading.through_us:
                        continue
                    reached[company] = -len(reached) - 1
                else:
                    reached[company] = len(reached)
                waiting.append(company)
    return reached


def is_reached(structure: Structure, company: int, total: int, limit: int, *, own: bool) -> bool:
    """Whether a total is enough, of all shares or, with `own`, of those the company does not hold.

    45 of 100 shares, of which 20 are the company's own, are 45 of 80.
    """
    if total >= limit:
        return True
    if not own or company not in structure.treasury or limit >= NEVER:
        return False
    rest = max(0, WHOLE - structure.treasury[company][1])
    return total > 0 and total * WHOLE >= limit * rest


def _adds(
    structure: Structure,
    holding: int,
    bound: list[int],
    reading: Reading,
    totals: dict[int, int],
) -> bool:
    """Counts one more holding; true where its company is reached by that."""
    kind = structure.interest[holding]
    if kind > BOARD:
        soft = (kind == OTHER and reading.influence) or (
            kind == CONSOLIDATION and reading.consolidation
        )
        return soft and structure.high[holding] > 0
    limit = reading.limits[kind]
    if limit >= NEVER:
        return False
    company = structure.owned[holding]
    place = company * 3 + kind
    total = totals.get(place, 0) + bound[holding]
    totals[place] = total
    if total >= limit:
        return True
    own = reading.outstanding and kind == SHARES
    return own and is_reached(structure, company, total, limit, own=True)


def _acting_together(
    structure: Structure, holding: int, counted: set[int], *, joint: bool
) -> Iterable[int]:
    """The holding, with those of its group in the same company where they count; each once."""
    group = structure.group[holding]
    if not (joint and group):
        return (holding,)
    members = structure.grouped[group, structure.owned[holding]]
    fresh = [member for member in members if member not in counted]
    counted.update(fresh)
    return fresh
