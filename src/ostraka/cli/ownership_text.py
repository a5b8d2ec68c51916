"""Answers of ownership as text: the structure drawn, then each regime with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ostraka.cli.writing import visible

if TYPE_CHECKING:
    from ostraka.model.ownership import Regime
    from ostraka.ownership import Answer, Ownership, Stakes
    from ostraka.screening.owners.listed import ListsUsed

_CAUGHT = {"yes": "caught", "no": "not caught", "review": "review", "no_data": "no data"}


def write_answers(
    asked: Ownership,
    answers: Iterable[tuple[str | None, Answer]],
    regimes: Sequence[Regime],
    used: ListsUsed,
) -> Iterator[str]:
    """Every party with its structure, its answers, and what they rest on."""
    from ostraka.ownership.structure_text import draw_text

    yield f"On {asked.day.isoformat()}. {used.describe()}"
    for party, group in groupby(answers, key=lambda pair: pair[1].party):
        yield ""
        for line in draw_text(asked, party, regimes):
            yield visible(line)
        for _, answer in group:
            yield from write_answer(answer, asked.stakes)


def write_answer(answer: Answer, stakes: Stakes) -> Iterator[str]:
    """One regime with its rule, the facts it rests on, and the readings where it is open."""
    verdict = _CAUGHT[answer.caught.value]
    yield f"  {answer.regime.value:<5} {verdict}: {visible(answer.why)}"
    yield f"        Rule: {answer.rule.citation}{_days(answer)}"
    if answer.facts and answer.facts.stakes:
        count = len(answer.facts.stakes) + len(answer.facts.listings)
        yield f"        Rests on {count} facts: {visible(_facts(answer, stakes))}"
    for reading in answer.alternatives or ():
        yield f"        If {visible(reading.reading).rstrip('.')}: {_CAUGHT[reading.caught.value]}"
    for note in answer.notes:
        yield f"        Note: {visible(note)}"


def _facts(answer: Answer, stakes: Stakes) -> str:
    from ostraka.ownership import Facts
    from ostraka.ownership.shares import describe

    facts = answer.facts or Facts()
    held = [
        f"{stakes.name(s.owner)} holds {describe(s.low, s.high)} of {stakes.name(s.owned)}"
        if s.interest.value == "shares"
        else f"{stakes.name(s.owner)} over {stakes.name(s.owned)}: {s.interest.value}"
        for s in facts.stakes
    ]
    listed = [f"{stakes.name(entry.party)} is listed" for entry in facts.listings]
    return "; ".join([*held, *listed])


def _days(answer: Answer) -> str:
    period = answer.period
    if period is None or (period.first is None and period.last is None):
        return ""
    first = f" from {period.first.isoformat()}" if period.first else ""
    last = f" until {period.last.isoformat()}" if period.last else ""
    return f". The answer holds{first}{last}"
