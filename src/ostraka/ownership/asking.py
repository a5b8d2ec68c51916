"""Stakes, listed parties and a day; what comes back are answers, party by party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ostraka.model.ownership import (
    PROPAGATING,
    Caught,
    OpenQuestion,
    OwnershipFlag,
    Regime,
)
from ostraka.ownership.answers import Answer, Because
from ostraka.ownership.flags import find_flags
from ostraka.ownership.rules import Rule, get_rule
from ostraka.ownership.shares import WHOLE
from ostraka.ownership.solving import Solution, solve
from ostraka.ownership.spreading import NEVER
from ostraka.ownership.stakes import Listed, Stake, Stakes
from ostraka.ownership.structure import BOARD, INTERESTS, Structure, lay_out
from ostraka.ownership.weighing import Weighed, accounted_for, weigh
from ostraka.ownership.wording import (
    say_accounted,
    say_caught,
    say_listed,
    say_not_caught,
    say_not_propagating,
    say_nothing_known,
    say_open,
)

_UNITED_STATES = {"US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA"}


class Ownership:
    """Everything known of who holds whom, asked about one day.

    The answers are a function of the stakes, the listings and the day; the order of the stakes and
    what the parties are called change nothing.
    """

    def __init__(
        self, stakes: Stakes, listed: Iterable[Listed], day: date, also: Iterable[str] = ()
    ) -> None:
        self.stakes = stakes
        self.day = day
        self.listed = tuple(sorted(listed, key=_entry_order))
        self._rules: dict[Regime, Rule] = {}
        self._solutions: dict[Regime, Solution] = {}
        wanted = [*also, *(entry.party for entry in self.listed)]
        self.structure: Structure = lay_out(stakes.stakes, day, wanted)
        self.domestic = frozenset(
            self.structure.number[key]
            for key, country in stakes.countries.items()
            if country.upper() in _UNITED_STATES and key in self.structure.number
        )
        self._on_other_days = {stake.owned for stake in stakes.stakes if stake.end or stake.start}
        self.ended: dict[str, list[Stake]] = {}
        for stake in stakes.stakes:
            if stake.end and stake.end < day:
                self.ended.setdefault(stake.owned, []).append(stake)

    def solution(self, regime: Regime) -> Solution:
        """Who is caught under that regime, found once."""
        if regime not in self._solutions:
            listed = {self.structure.number[k]: e.sure for k, e in self.entries(regime).items()}
            rule = self.rule(regime)
            self._solutions[regime] = solve(self.structure, rule, listed, self.domestic)
        return self._solutions[regime]

    def rule(self, regime: Regime) -> Rule:
        """The row of the day."""
        if regime not in self._rules:
            self._rules[regime] = get_rule(regime, self.day)
        return self._rules[regime]

    def entries(self, regime: Regime) -> Mapping[str, Listed]:
        """The listing of each party that the regime lists on the day; a sure one counts."""
        found: dict[str, Listed] = {}
        for entry in self.listed:
            if entry.regime is regime and is_listed(entry, self.day):
                before = found.get(entry.party)
                if before is None or (entry.sure and not before.sure):
                    found[entry.party] = entry
        return found

    def parties(self) -> list[str]:
        """Every party of the stakes of that day and of other days, sorted by key."""
        known = {stake.owner for stake in self.stakes.stakes}
        known.update(stake.owned for stake in self.stakes.stakes)
        return sorted(known)

    def answers(
        self, parties: Sequence[str], regimes: Sequence[Regime] = PROPAGATING
    ) -> Iterator[Answer]:
        """One answer for each party and regime, in that order, without facts and periods."""
        solved = [(self.solution(regime), self.entries(regime)) for regime in regimes]
        for key in parties:
            for solution, entries in solved:
                yield self.answer_with(key, solution, entries.get(key))

    def answer(self, party: str, regime: Regime) -> Answer:
        """One answer."""
        return next(self.answers([party], [regime]))

    def has_other_days(self, key: str) -> bool:
        """Whether dated stakes in the company are known, on this day or on others."""
        return key in self._on_other_days

    def answer_with(self, key: str, solution: Solution, listing: Listed | None) -> Answer:
        """One answer from a solution at hand, with the party's own listing where it has one."""
        number = self.structure.number.get(key, -1)
        caught = Caught.NO_DATA if number < 0 else solution.caught(number)
        weighed = weigh(solution, number)
        because = self._because(solution, weighed)
        known = accounted_for(self.structure, number)
        rule = solution.rule
        figures = number in self.structure.into or number in self.structure.treasury
        bare = Answer(
            party=key,
            name=self.stakes.name(key),
            regime=solution.rule.regime,
            day=self.day,
            caught=caught,
            listed_directly=listing is not None,
            low=weighed.low if figures else None,
            high=weighed.high if figures else None,
            accounted=min(known, WHOLE),
            because=because,
            rule=rule,
            why="",
        )
        flags = find_flags(self, solution, number, weighed, bare)
        return replace(
            bare,
            why=self._why(bare, weighed, listing, flags),
            flags=flags,
            notes=_choose_notes(bare, flags),
        )

    def _why(
        self,
        answer: Answer,
        weighed: Weighed,
        listing: Listed | None,
        flags: Sequence[OwnershipFlag],
    ) -> str:
        if listing is not None and (listing.sure or answer.caught is Caught.REVIEW):
            return say_listed(
                answer.name, answer.regime, sure=listing.sure, identity=listing.identity
            )
        if answer.caught is Caught.NO_DATA:
            return say_nothing_known(answer.name, any_day=answer.party in self._on_other_days)
        rule, because = answer.rule, answer.because
        if answer.caught is Caught.NO and not rule.propagates:
            tail = say_accounted(answer.accounted).removeprefix(": ").capitalize()
            return say_not_propagating(rule, because) + (f" {tail}." if tail else "")
        number = self.structure.number[answer.party]
        if answer.caught is Caught.NO and number in self.domestic and weighed.enough:
            return (
                f"{answer.name} is organised in the United States; the rule reaches foreign "
                f"affiliates only{say_accounted(answer.accounted)}."
            )
        total, limit = (weighed.low, weighed.high), _find_limit(rule, weighed.interest)
        if answer.caught is Caught.YES:
            return say_caught(rule, because, total, limit)
        if answer.caught is Caught.REVIEW:
            return say_open(rule, because, total, limit, find_reasons(answer, flags))
        return say_not_caught(rule, because, total, limit, answer.accounted)

    def _because(self, solution: Solution, weighed: Weighed) -> tuple[Because, ...]:
        structure = self.structure
        made = []
        for i in weighed.holdings:
            owner = structure.owner[i]
            interest = INTERESTS[structure.interest[i]]
            holders = {s.holder for s in structure.stakes[i] if s.holder}
            made.append(
                Because(
                    owner=self.stakes.name(structure.keys[owner]),
                    low=structure.low[i],
                    high=structure.high[i],
                    interest=interest,
                    caught=solution.caught(owner),
                    listed=owner in solution.listed,
                    holder=", ".join(sorted(self.stakes.name(holder) for holder in holders)),
                    known=structure.interest[i] < BOARD or structure.low[i] < WHOLE,
                )
            )
        return tuple(sorted(made, key=lambda one: (-one.low, -one.high, one.owner)))


def _entry_order(entry: Listed) -> tuple[str, ...]:
    days = f"{entry.start} {entry.end}"
    return entry.party, entry.regime.value, str(not entry.sure), days, entry.identity


def is_listed(entry: Listed, day: date) -> bool:
    """Whether the listing stands on that day; from the day of its end it does not."""
    return (entry.start is None or entry.start <= day) and (entry.end is None or day < entry.end)


def find_reasons(answer: Answer, flags: Sequence[OwnershipFlag]) -> list[str]:
    """What an open answer turns on, as far as flags and owners tell."""
    reasons = []
    if OwnershipFlag.UNKNOWN_PERCENT in flags:
        reasons.append("the share is not known")
    if OwnershipFlag.TREASURY_SHARES in flags:
        reasons.append(_first(OpenQuestion.TREASURY))
    if OwnershipFlag.JOINT_UNPROVEN in flags:
        reasons.append(_first(OpenQuestion.CONCERT))
    if len(answer.because) > 1 and OpenQuestion.SEVERAL in answer.rule.open_questions:
        reasons.append(_first(OpenQuestion.SEVERAL))
    if any(one.caught is Caught.REVIEW and not one.listed for one in answer.because):
        reasons.append("whether an owner is caught")
    if any(one.caught is Caught.REVIEW and one.listed for one in answer.because):
        reasons.append("whether an owner is the listed party")
    return reasons


def _first(question: OpenQuestion) -> str:
    meaning = question.meaning.rstrip(".")
    return meaning[0].lower() + meaning[1:]


def _find_limit(rule: Rule, interest: int) -> int | None:
    if interest > BOARD:
        return None
    limits = {**rule.open_limits, **rule.limits}
    limit = limits.get(INTERESTS[interest], NEVER)
    return None if limit >= NEVER else limit


def _choose_notes(answer: Answer, flags: Sequence[OwnershipFlag]) -> tuple[str, ...]:
    told = [flag.meaning for flag in flags]
    reached = answer.caught in (Caught.YES, Caught.REVIEW) and not answer.listed_directly
    if reached or answer.because:
        told += answer.rule.notes
    return tuple(told)
