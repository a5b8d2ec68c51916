"""What a listing means for a security that is held: buying more, holding it, selling it in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ostraka.effects.answer import find_timeline
from ostraka.effects.timeline import Stretch
from ostraka.model.effect import Activity, Verdict
from ostraka.model.hit import Hit
from ostraka.screening.consequences.asking import OPEN
from ostraka.screening.consequences.hits import Entailed, Entailing

_WORDS = {
    Activity.SECURITIES_BUY: "buying",
    Activity.SECURITIES_HOLD: "holding",
    Activity.SECURITIES_DIVEST: "selling to divest",
}


@dataclass(frozen=True, slots=True)
class Position:
    """What may follow for the securities of one hit on one day.

    `sell_by` is the last day on which nothing restricts selling to divest, where rules restrict
    buying first and divesting later; `None` where they leave no such time, or none ends.
    """

    buy: Entailed
    hold: Entailed
    divest: Entailed
    sell_by: date | None

    def describe(self) -> str:
        """The three verdicts with the rules behind them and their days, and the last day to sell.

        A hit that is only near says so.
        """
        parts = [_describe(one) for one in (self.buy, self.hold, self.divest)]
        if self.sell_by:
            parts.append(f"last day to divest: {self.sell_by}")
        return "; ".join(parts)


def find_position(entailing: Entailing, hit: Hit) -> Position:
    """What the rules say of the securities of the party of a hit, on the day of the screening."""
    asked = [replace(entailing.question, activity=activity) for activity in _WORDS]
    buy, hold, divest = (entailing.entail(hit, question) for question in asked)
    buying, _, divesting = (
        find_timeline(*entailing.make_cases(hit, question), entailing.signed) for question in asked
    )
    return Position(buy, hold, divest, _find_sell_by(buying, divesting, entailing.day))


def _find_sell_by(
    buying: Sequence[Stretch], divesting: Sequence[Stretch], day: date
) -> date | None:
    """The last day open for divesting before it is restricted on or after `day`, or before it.

    Only where some day of that time was closed for buying: else nothing is a time to divest.
    """
    ends = [s.last for s in divesting if s.verdict in OPEN and s.last]
    left = [last for last in ends if last >= day] or ends[-1:]
    last = left[0] if left else None
    if last is None:
        return None
    bought = next(s for s in buying if s.last is None or s.last >= last)
    return last if bought.verdict not in OPEN else None


def _describe(one: Entailed) -> str:
    consequence = one.consequence
    said = f"{_WORDS[consequence.question.activity]}: {one.verdict}"
    if one.verdict is not consequence.verdict:
        said += f" (if it is meant: {consequence.verdict})"
    rules = [p.row.id for p in consequence.pieces if p.row and p.verdict is consequence.verdict]
    if rules:
        said += f" by {', '.join(dict.fromkeys(rules))}"
    if consequence.verdict is not Verdict.NONE_FOUND and consequence.stretch.first:
        said += f" from {consequence.stretch.first}"
    return said
