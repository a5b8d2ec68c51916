"""Who holds what on one day: the stakes of all files, laid together and numbered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ostraka.model.ownership import Interest
from ostraka.ownership.shares import WHOLE
from ostraka.ownership.stakes import Stake, stake_order

SHARES, VOTES, BOARD, OTHER, CONSOLIDATION, OFFICE = range(6)
INTERESTS = tuple(Interest)
_NUMBER = {interest: number for number, interest in enumerate(INTERESTS)}


@dataclass(slots=True)
class Structure:
    """Holdings on one day, as columns. Written once, by `lay_out`, and then only read.

    A holding is what one owner has of one company in one interest: `owner`, `owned` (numbers of
    parties), `interest`, `low` and `high`, the `group` it acts with, and the `stakes` it is made
    of. `out` and `into` are the holdings of an owner and of a company. A company's holdings of its
    own shares are in `treasury`, made of `own_stakes`, and nowhere else. `twice` are companies of
    which a stake is stated more than once.
    """

    keys: list[str]
    number: dict[str, int]
    owner: list[int]
    owned: list[int]
    interest: list[int]
    low: list[int]
    high: list[int]
    group: list[str]
    stakes: list[tuple[Stake, ...]]
    out: dict[int, list[int]]
    into: dict[int, list[int]]
    grouped: Mapping[tuple[str, int], Sequence[int]]
    treasury: Mapping[int, tuple[int, int]]
    own_stakes: Mapping[int, tuple[Stake, ...]]
    twice: frozenset[int]


def lay_out(stakes: Iterable[Stake], day: date, also: Iterable[str] = ()) -> Structure:
    """The holdings on that day; the parties of `also` get a number whether they hold or not.

    The order of the stakes changes nothing but numbers. A stake on the day of its end may be over:
    its least is nothing.
    """
    numbers: dict[str, int] = {}
    gathered: dict[tuple[int, int, Interest, str], Stake | list[Stake]] = {}
    for stake in stakes:
        if (stake.start and stake.start > day) or (stake.end and stake.end < day):
            continue
        owner = numbers.setdefault(stake.owner, len(numbers))
        owned = numbers.setdefault(stake.owned, len(numbers))
        key = (owner, owned, stake.interest, stake.group)
        there = gathered.get(key)
        if there is None:
            gathered[key] = stake
        elif isinstance(there, list):
            there.append(stake)
        else:
            gathered[key] = [there, stake]
    for party in also:
        numbers.setdefault(party, len(numbers))
    return _fill(numbers, gathered, day)


def _fill(
    numbers: dict[str, int],
    gathered: Mapping[tuple[int, int, Interest, str], Stake | list[Stake]],
    day: date,
) -> Structure:
    made = Structure(
        list(numbers), numbers, [], [], [], [], [], [], [], defaultdict(list), defaultdict(list),
        {}, {}, {}, frozenset(),
    )  # fmt: skip
    treasury: dict[int, tuple[int, int]] = {}
    own: dict[int, tuple[Stake, ...]] = {}
    twice: set[int] = set()
    for (owner, owned, interest, group), there in gathered.items():
        if isinstance(there, list):
            low, high = _add_up(there, day)
            parts = tuple(sorted(there, key=stake_order))
            if high > sum(part.low for part in parts) or len({p.file for p in parts}) > 1:
                twice.add(owned)
        else:
            parts = (there,)
            low, high = (0 if there.end == day else there.low), there.high
        if owner == owned:
            if interest is Interest.SHARES:
                before = treasury.get(owned, (0, 0))
                treasury[owned] = before[0] + low, before[1] + high
                own[owned] = (*own.get(owned, ()), *parts)
            continue
        _append(made, (owner, owned, _NUMBER[interest], low, high, group), parts)
    made.treasury, made.own_stakes = treasury, own
    made.twice = frozenset(twice)
    _assume_votes(made)
    made.grouped = _find_groups(made)
    made.out, made.into = dict(made.out), dict(made.into)
    return made


def _append(
    made: Structure, holding: tuple[int, int, int, int, int, str], parts: tuple[Stake, ...]
) -> None:
    owner, owned, interest, low, high, group = holding
    place = len(made.owner)
    made.owner.append(owner)
    made.owned.append(owned)
    made.interest.append(interest)
    made.low.append(low)
    made.high.append(high)
    made.group.append(group)
    made.stakes.append(parts)
    made.out[owner].append(place)
    made.into[owned].append(place)


def _add_up(stakes: Sequence[Stake], day: date) -> tuple[int, int]:
    """The total of stakes of one owner in one company.

    Rows of one file are added; a row that says the same as another one may be the same stake, and
    so may what another file states: then the least counts them once, and the most adds them.
    """
    lows: dict[str, int] = {}
    highs: dict[str, int] = {}
    for file in {stake.file for stake in stakes}:
        rows = [(s.low, s.high, s.start, s.end) for s in stakes if s.file == file]
        lows[file] = sum(0 if row[3] == day else row[0] for row in set(rows))
        highs[file] = sum(row[1] for row in rows)
    if len(lows) > 1 and len({(lows[file], highs[file]) for file in lows}) == 1:
        return next(zip(lows.values(), highs.values(), strict=True))
    return max(lows.values()), max(*lows.values(), min(WHOLE, sum(highs.values())))


def _assume_votes(made: Structure) -> None:
    """Where votes of a company are stated, shares without stated votes may carry as many."""
    told = {made.owned[i] for i, kind in enumerate(made.interest) if kind == VOTES}
    for owned in told:
        voters = {made.owner[i] for i in made.into[owned] if made.interest[i] == VOTES}
        for i in list(made.into[owned]):
            if made.interest[i] == SHARES and made.owner[i] not in voters:
                holding = (made.owner[i], owned, VOTES, 0, made.high[i], made.group[i])
                _append(made, holding, made.stakes[i])


def _find_groups(made: Structure) -> Mapping[tuple[str, int], Sequence[int]]:
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, group in enumerate(made.group):
        if group:
            found[group, made.owned[i]].append(i)
    return dict(found)
