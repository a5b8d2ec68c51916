"""What a person should look at, whatever the answer: gaps and oddities of the stakes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ostraka.model.ownership import Caught, OwnershipFlag
from ostraka.ownership.answers import Answer
from ostraka.ownership.shares import UNIT
from ostraka.ownership.solving import Solution
from ostraka.ownership.structure import OFFICE, SHARES, Structure
from ostraka.ownership.weighing import Weighed, is_over

if TYPE_CHECKING:
    from ostraka.ownership.asking import Ownership

_NEAR = 45 * UNIT
_STEPS = 10_000  # a search for a way back to the company ends here, and then says nothing


def find_flags(
    asked: Ownership, solution: Solution, party: int, weighed: Weighed, answer: Answer
) -> tuple[OwnershipFlag, ...]:
    """The flags of one answer, in the order in which they are declared."""
    found = {
        *_of_stakes(asked, solution, party),
        *_of_owners(solution, party, weighed, answer),
    }
    return tuple(flag for flag in OwnershipFlag if flag in found)


def has_oddities(asked: Ownership, party: int) -> bool:
    """Whether something about the stakes in the company is remarkable, whoever holds them."""
    structure = asked.structure
    if party < 0:
        return True
    return (
        is_over(structure, party)
        or party in structure.treasury
        or party in structure.twice
        or structure.keys[party] in asked.ended
        or any(
            structure.interest[i] == OFFICE or structure.stakes[i][0].holder
            for i in structure.into.get(party, ())
        )
        or (party in structure.out and party in structure.into and holds_itself(structure, party))
    )


def _of_owners(
    solution: Solution, party: int, weighed: Weighed, answer: Answer
) -> Iterator[OwnershipFlag]:
    structure = solution.structure
    counted = [one for one in answer.because if one.caught in (Caught.YES, Caught.REVIEW)]
    if answer.caught is Caught.NO and counted:
        if weighed.enough or not answer.rule.propagates:
            yield OwnershipFlag.LISTED_OWNER
        else:
            yield OwnershipFlag.MINORITY_LISTED_OWNER
        if weighed.interest == SHARES and _NEAR <= weighed.high < 50 * UNIT:
            yield OwnershipFlag.NEAR_THRESHOLD
    if any(structure.low[i] == 0 < structure.high[i] for i in weighed.holdings):
        yield OwnershipFlag.UNKNOWN_PERCENT
    if answer.caught is not Caught.NO_DATA and not answer.rule.verified:
        yield OwnershipFlag.RULE_UNVERIFIED
    joint = any(one.caught in (Caught.NO, Caught.NO_DATA) for one in answer.because)
    if joint and answer.caught is Caught.REVIEW:
        yield OwnershipFlag.JOINT_UNPROVEN
    for i in structure.into.get(party, ()):
        if structure.interest[i] == OFFICE and structure.owner[i] in solution.listed:
            yield OwnershipFlag.LISTED_OFFICER


def _of_stakes(asked: Ownership, solution: Solution, party: int) -> Iterator[OwnershipFlag]:
    structure = solution.structure
    if is_over(structure, party):
        yield OwnershipFlag.OVER_100
    if party in structure.treasury:
        yield OwnershipFlag.TREASURY_SHARES
    if party in structure.twice:
        yield OwnershipFlag.STATED_TWICE
    if party in structure.out and party in structure.into and holds_itself(structure, party):
        yield OwnershipFlag.CYCLE
    key = structure.keys[party] if party >= 0 else ""
    for stake in asked.ended.get(key, ()):
        number = structure.number.get(stake.owner)
        if number is not None and number in solution.possible.reached:
            yield OwnershipFlag.RECENT_TRANSFER
    for i in structure.into.get(party, ()):
        holders = (structure.number.get(s.holder, -1) for s in structure.stakes[i] if s.holder)
        if any(holder in solution.listed for holder in holders):
            yield OwnershipFlag.NOMINEE_LISTED


def holds_itself(structure: Structure, party: int) -> bool:
    """Whether what the company holds leads back to itself."""
    seen, waiting = {party}, [party]
    while waiting and len(seen) < _STEPS:
        for i in structure.out.get(waiting.pop(), ()):
            company = structure.owned[i]
            if company == party and structure.high[i] > 0:
                return True
            if company not in seen and structure.high[i] > 0:
                seen.add(company)
                waiting.append(company)
    return False
