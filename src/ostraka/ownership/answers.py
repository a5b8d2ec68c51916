"""The answer for one party under one regime, with everything it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ostraka.model.ownership import Caught, Interest, OpenQuestion, OwnershipFlag, Regime
from ostraka.ownership.rules import Rule
from ostraka.ownership.stakes import Listed, Stake


@dataclass(frozen=True, slots=True)
class Because:
    """One owner that counts: what it holds, whether it is caught itself, and in whose name."""

    owner: str
    low: int
    high: int
    interest: Interest
    caught: Caught
    listed: bool
    holder: str = ""
    known: bool = True
    """Whether a figure was stated: influence and a bare right over the board have none."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """The answer under one reading of a question that the law leaves open."""

    question: OpenQuestion
    reading: str
    caught: Caught


@dataclass(frozen=True, slots=True)
class Facts:
    """The smallest set that carries an answer: stakes and listings; the rule always belongs to it.

    With these alone the answer is the same, and without any one of them it is another.
    """

    stakes: Sequence[Stake] = ()
    listings: Sequence[Listed] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of an answer; `None` where it has no such end."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether a party is caught under a regime on a day, and why.

    `low` and `high` are what caught owners hold of it together, in billionths of a per cent, `None`
    where nothing is known; `accounted` is how much of its shares has a known holder. `facts`,
    `period` and `alternatives` are `None` where they were not asked for.
    """

    party: str
    name: str
    regime: Regime
    day: date
    caught: Caught
    listed_directly: bool
    low: int | None
    high: int | None
    accounted: int
    because: Sequence[Because]
    rule: Rule
    why: str
    flags: Sequence[OwnershipFlag] = ()
    notes: Sequence[str] = ()
    facts: Facts | None = None
    period: Period | None = None
    alternatives: Sequence[Alternative] | None = None


STRICTNESS: Mapping[Caught, int] = {
    Caught.YES: 0,
    Caught.REVIEW: 1,
    Caught.NO: 2,
    Caught.NO_DATA: 3,
}
"""Which of two answers a person should see first."""
