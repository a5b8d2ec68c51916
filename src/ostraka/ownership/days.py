"""The first and the last day on which an answer holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ostraka.model.ownership import Caught, Regime
from ostraka.ownership.answers import Period
from ostraka.ownership.asking import is_listed
from ostraka.ownership.deciding import find_caught
from ostraka.ownership.rules import get_rule, load_rules
from ostraka.ownership.stakes import Listed, Stake

_DAY = timedelta(days=1)


def find_period(
    stakes: Sequence[Stake],
    listings: Sequence[Listed],
    regime: Regime,
    domestic: frozenset[str],
    day: date,
    party: str,
) -> Period:
    """The unbroken period around the day in which the answer is the same.

    It changes only on days on which a stake, a listing or a rule begins or ends; each of them is
    asked in turn, away from the day, until the answer is another.
    """

    def ask(when: date) -> Caught:
        standing = [entry for entry in listings if is_listed(entry, when)]
        rule = get_rule(regime, when)
        return find_caught(stakes, standing, rule, domestic, when, party=party)

    answer = ask(day)
    turns = _find_turns(stakes, listings, regime)
    first = last = None
    for turn in (turn for turn in turns if turn > day):
        if ask(turn) is not answer:
            last = turn - _DAY
            break
    for turn in (turn for turn in reversed(turns) if turn <= day):
        if turn > date.min and ask(turn - _DAY) is not answer:
            first = turn
            break
    return Period(first, last)


def _find_turns(
    stakes: Sequence[Stake], listings: Sequence[Listed], regime: Regime
) -> Sequence[date]:
    turns: set[date] = set()
    for stake in stakes:
        if stake.start:
            turns.add(stake.start)
        if stake.end:
            turns.update({stake.end, _after(stake.end)})
    for entry in listings:
        turns.update(day for day in (entry.start, entry.end) if day)
    for rule in load_rules()[regime]:
        turns.update(day for day in (rule.since,) if day)
    return sorted(turns)


def _after(day: date | None) -> date:
    return day + _DAY if day and day < date.max else date.max
