"""The smallest set of facts that carries an answer.

First the holdings by which the party was reached are followed back to the listings, the largest
first; then every fact is left out once, and stays out where the answer is the same without it. So
no fact of the set can be spared. The order of trying is that of size and name, not of the files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ostraka.model.ownership import Caught, Regime
from ostraka.ownership.answers import Facts
from ostraka.ownership.rules import Rule
from ostraka.ownership.solving import ALL_OPEN, Side, Solution, solve
from ostraka.ownership.spreading import is_reached
from ostraka.ownership.stakes import Listed, Stake, stake_order
from ostraka.ownership.structure import BOARD, SHARES, Structure, lay_out

_PRUNED_AT_MOST = 300  # facts; a larger set is given as it was followed, without leaving out


def find_facts(
    solution: Solution, party: str, listings: Sequence[Listed], domestic: frozenset[str], day: date
) -> Facts:
    """The facts that carry `yes` or `review`; nothing for other answers, which rest on absence."""
    number = solution.structure.number.get(party)
    if number is None:
        return Facts()
    caught = solution.caught(number)
    if caught not in (Caught.YES, Caught.REVIEW):
        return Facts()
    own = [entry for entry in listings if entry.party == party]
    if own and number in solution.listed:
        return Facts(listings=own[:1])
    certain = caught is Caught.YES
    side = solution.certain if certain else solution.possible
    stakes = _follow(solution, number, side, certain=certain)
    held = _Case(party, solution.rule, domestic, day, caught)
    owners = {stake.owner for stake in stakes}
    needed = sorted((e for e in listings if e.party in owners), key=lambda e: e.party)
    return held.spare(sorted(stakes, key=_small_first), needed)


class _Case:
    """One answer, asked again of fewer facts."""

    def __init__(
        self, party: str, rule: Rule, domestic: frozenset[str], day: date, caught: Caught
    ) -> None:
        self._party, self._rule, self._domestic = party, rule, domestic
        self._day, self._caught = day, caught

    def spare(self, stakes: list[Stake], listings: list[Listed]) -> Facts:
        """What is left when nothing more can be left out."""
        if len(stakes) + len(listings) <= _PRUNED_AT_MOST and self._holds(stakes, listings):
            for entry in list(listings):
                fewer = [other for other in listings if other is not entry]
                if self._holds(stakes, fewer):
                    listings = fewer
            for stake in list(stakes):
                left = [other for other in stakes if other is not stake]
                if self._holds(left, listings):
                    stakes = left
        return Facts(stakes=tuple(reversed(stakes)), listings=tuple(listings))

    def _holds(self, stakes: Sequence[Stake], listings: Sequence[Listed]) -> bool:
        answer = find_caught(
            stakes, listings, self._rule, self._domestic, self._day, party=self._party
        )
        return answer is self._caught


def find_caught(
    stakes: Sequence[Stake],
    listings: Sequence[Listed],
    rule: Rule,
    domestic: frozenset[str],
    day: date,
    *,
    party: str,
) -> Caught:
    """The bare answer for one party on these stakes and listings, which stand on the day."""
    structure = lay_out(stakes, day, [party, *(entry.party for entry in listings)])
    listed: dict[int, bool] = {}
    for entry in listings:
        number = structure.number[entry.party]
        listed[number] = listed.get(number, False) or entry.sure
    barred = [structure.number[key] for key in domestic if key in structure.number]
    return solve(structure, rule, listed, barred, open_questions=ALL_OPEN).caught(
        structure.number[party]
    )


def in_regime(listings: Sequence[Listed], regime: Regime) -> list[Listed]:
    """The listings of one regime."""
    return [entry for entry in listings if entry.regime is regime]


def _follow(solution: Solution, party: int, side: Side, *, certain: bool) -> list[Stake]:
    """Stakes that suffice for the party to be reached, found from it up to the listings."""
    structure = solution.structure
    bound = structure.low if certain else structure.high
    reaches = [found for found in side.spreads if party in found]
    reached = min(reaches, key=lambda found: (abs(found[party]), len(found)))
    found: list[Stake] = []
    seen, waiting = {party}, [party]
    while waiting:
        company = waiting.pop()
        if company in solution.listed:
            continue
        for holding in _enough(structure, side, reached, company, bound):
            found.extend(structure.stakes[holding])
            owner = structure.owner[holding]
            if owner in reached and owner not in seen:
                seen.add(owner)
                waiting.append(owner)
        if company in structure.treasury and not certain:
            found.extend(structure.own_stakes[company])
    return list(dict.fromkeys(found))


def _enough(
    structure: Structure, side: Side, reached: Mapping[int, int], company: int, bound: list[int]
) -> list[int]:
    """Holdings in one interest that are enough, the largest first, of owners reached earlier."""
    early = _place(reached, company)
    by_interest: dict[int, list[int]] = {}
    for i in structure.into.get(company, ()):
        group = (
            structure.grouped.get((structure.group[i], company), ()) if structure.group[i] else ()
        )
        owners = [structure.owner[i], *(structure.owner[j] for j in group if side.reading.joint)]
        if any(owner in reached and _place(reached, owner) < early for owner in owners):
            by_interest.setdefault(structure.interest[i], []).append(i)
    for interest, holdings in sorted(by_interest.items()):
        holdings.sort(key=lambda i: (-bound[i], structure.keys[structure.owner[i]]))
        if interest > BOARD:
            soft = side.reading.influence if interest == BOARD + 1 else side.reading.consolidation
            if soft:
                return holdings[:1]
            continue
        taken = _take(structure, side, company, interest, holdings, bound)
        if taken:
            return taken
    return []


def _take(
    structure: Structure,
    side: Side,
    company: int,
    interest: int,
    holdings: list[int],
    bound: list[int],
) -> list[int]:
    total, own = 0, side.reading.outstanding and interest == SHARES
    for count, holding in enumerate(holdings, start=1):
        total += bound[holding]
        limit = side.reading.limits[interest]
        if is_reached(structure, company, total, limit, own=own):
            joint = {structure.group[i] for i in holdings[:count]} - {""}
            rest = [i for i in holdings[count:] if structure.group[i] in joint]
            return holdings[:count] + rest
    return []


def _place(reached: Mapping[int, int], party: int) -> int:
    place = reached.get(party, 1 << 62)
    return place if place >= 0 else -place - 1


def _small_first(stake: Stake) -> tuple[object, ...]:
    names = stake.owner, stake.owned, stake.interest.value
    return stake.low, stake.high, *names, *stake_order(stake)
