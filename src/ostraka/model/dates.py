"""Dates as lists state them: a day, a month, a year, a span, sometimes only "about"."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ostraka.model.origin import Origin
from ostraka.model.terms import Term


class Precision(Term):
    """How much of a date the list states. Nothing finer is ever invented."""

    DAY = "day", "The list states one day."
    MONTH = "month", "The list states a month; the day is unknown."
    YEAR = "year", "The list states a year, or a span that is exactly one calendar year."
    RANGE = "range", "The list states a first and a last possible day."


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to lie between `first` and `last`, both included.

    `circa` is true where the list says "circa" or "approximately": then even the bounds are soft.
    `raw` is the text as the list has it, `origin` where the list states it; a date of a subject has
    none, and two dates are the same date wherever they are stated.
    """

    first: date
    last: date
    precision: Precision
    circa: bool = False
    raw: str = ""
    origin: Origin | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a date cannot end ({self.last}) before it begins ({self.first})")

    def __str__(self) -> str:
        return ("circa " if self.circa else "") + self._bounds()

    def _bounds(self) -> str:
        match self.precision:
            case Precision.DAY:
                return self.first.isoformat()
            case Precision.MONTH:
                return self.first.strftime("%Y-%m")
            case Precision.YEAR:
                return f"{self.first.year:04d}"
            case _:
                return f"{self.first.isoformat()} to {self.last.isoformat()}"
