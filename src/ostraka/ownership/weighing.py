"""What of one company's holdings counts under a rule, and how much that comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ostraka.ownership.shares import WHOLE
from ostraka.ownership.solving import Side, Solution
from ostraka.ownership.spreading import NEVER, Reading, is_reached
from ostraka.ownership.structure import BOARD, OFFICE, SHARES, VOTES, Structure


@dataclass(frozen=True, slots=True)
class Weight:
    """The holdings that count in one interest, and their total on one side."""

    interest: int
    holdings: tuple[int, ...]
    total: int
    enough: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """The holdings that decide, or that come nearest to it: certain and possible.

    `low` and `high` are the totals in the interest of `interest`, and `by` the reach of the listed
    parties that they were counted for.
    """

    interest: int
    low: int
    high: int
    holdings: tuple[int, ...]
    enough: bool
    by: Mapping[int, int]


def weigh(solution: Solution, company: int) -> Weighed:
    """What the company's holdings by caught parties come to, for the nearest listed party."""
    inner = _best(solution.structure, company, solution.certain, solution.structure.low)
    outer = _best(solution.structure, company, solution.possible, solution.structure.high)
    lead = inner if inner is not None and (inner[0].enough or outer is None) else outer
    if lead is None:
        return Weighed(SHARES, 0, 0, (), enough=False, by={})
    interest = lead[0].interest
    low = _total_in(solution.structure, company, solution.certain, solution.structure.low, interest)
    high = max(low, outer[0].total if outer and outer[0].interest == interest else lead[0].total)
    holdings = lead[0].holdings
    return Weighed(interest, low, max(low, min(high, WHOLE)), holdings, lead[0].enough, lead[1])


def _best(
    structure: Structure, company: int, side: Side, bound: list[int]
) -> tuple[Weight, Mapping[int, int]] | None:
    """Of every interest and every listed party the one that is enough, or else holds most."""
    found: tuple[Weight, Mapping[int, int]] | None = None
    for reached in _relevant(structure, company, side):
        for weight in _weights(structure, company, side.reading, reached, bound):
            if found is None or _rank(weight, structure) > _rank(found[0], structure):
                found = weight, reached
    return found


def _relevant(structure: Structure, company: int, side: Side) -> list[Mapping[int, int]]:
    into = structure.into.get(company, ())
    return side.reaching(structure.owner[i] for i in into) if side.spreads else []


def _rank(weight: Weight, structure: Structure) -> tuple[bool, int, int, list[str]]:
    names = sorted(structure.keys[structure.owner[i]] for i in weight.holdings)
    return weight.enough, -weight.interest, weight.total, names


def _total_in(
    structure: Structure, company: int, side: Side, bound: list[int], interest: int
) -> int:
    return max(
        (
            weight.total
            for reached in _relevant(structure, company, side)
            for weight in _weights(structure, company, side.reading, reached, bound)
            if weight.interest == interest
        ),
        default=0,
    )


def _weights(
    structure: Structure,
    company: int,
    reading: Reading,
    reached: Mapping[int, int],
    bound: list[int],
) -> list[Weight]:
    by_interest: dict[int, list[int]] = {}
    for holding in structure.into.get(company, ()):
        if _counts(structure, company, reading, reached, holding):
            by_interest.setdefault(structure.interest[holding], []).append(holding)
    return [
        _weigh_one(structure, company, reading, interest, holdings, bound)
        for interest, holdings in by_interest.items()
        if interest != OFFICE
    ]


def _weigh_one(
    structure: Structure,
    company: int,
    reading: Reading,
    interest: int,
    holdings: list[int],
    bound: list[int],
) -> Weight:
    if interest > BOARD:
        soft = reading.influence if interest == BOARD + 1 else reading.consolidation
        return Weight(interest, tuple(holdings), 0, enough=soft)
    total = sum(bound[i] for i in holdings)
    limit = reading.limits[interest]
    own = reading.outstanding and interest == SHARES
    enough = limit < NEVER and is_reached(structure, company, total, limit, own=own)
    return Weight(interest, tuple(holdings), total, enough)


def _counts(
    structure: Structure,
    company: int,
    reading: Reading,
    reached: Mapping[int, int],
    holding: int,
) -> bool:
    """Whether the owner was reached before the company, or acts jointly with one who was."""
    limit = _order(reached, company)
    group = structure.group[holding]
    owners = [structure.owner[holding]]
    if reading.joint and group:
        owners += [structure.owner[i] for i in structure.grouped[group, company]]
    return any(owner in reached and _order(reached, owner) < limit for owner in owners)


def _order(reached: Mapping[int, int], party: int) -> int:
    if party not in reached:
        return 1 << 62
    place = reached[party]
    return place if place >= 0 else -place - 1


def accounted_for(structure: Structure, company: int) -> int:
    """The shares of the company of which the holder is known, its own included; at most all."""
    held = sum(
        structure.low[i] for i in structure.into.get(company, ()) if structure.interest[i] == SHARES
    )
    return held + structure.treasury.get(company, (0, 0))[0]


def is_over(structure: Structure, company: int) -> bool:
    """Whether shares, or votes, of the company add up to more than all of them."""
    votes = sum(
        structure.low[i] for i in structure.into.get(company, ()) if structure.interest[i] == VOTES
    )
    return accounted_for(structure, company) > WHOLE or votes > WHOLE
