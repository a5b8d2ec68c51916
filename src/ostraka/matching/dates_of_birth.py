"""Dates of birth held against each other, each as fine as it is stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ostraka.model.dates import PartialDate, Precision

_NEAR_YEARS, _APART_YEARS = 1, 4

BORN_WORDS = {
    "born_same_day": "born on the same day",
    "born_agrees": "agrees with",
    "born_swapped": "day and month may be swapped in",
    "born_anniversary": "the same day and month, one year from",
    "born_near": "one year from",
    "born_other_day": "the same year, another day than",
    "born_apart": "years apart from",
    "born_far": "far apart from",
}
"""What each finding says of a date asked for and a listed one."""


def compare_born(
    asked: PartialDate, listed: Sequence[PartialDate], weigh: Callable[[str], float]
) -> tuple[str, PartialDate]:
    """The finding that speaks most for a match among several listed dates, and that date."""
    found = ((_compare(asked, one), one) for one in listed)
    return max(found, key=lambda pair: weigh(pair[0]))


def describe_born(finding: str, asked: PartialDate, listed: PartialDate) -> str:
    """The finding in an analyst's words.

    >>> from ostraka.model.datetext import parse_date
    >>> describe_born("born_agrees", parse_date("1953"), parse_date("Aug 1953"))
    'born 1953 agrees with Aug 1953'
    """
    if finding == "born_same_day":
        return BORN_WORDS[finding]
    return f"born {_write(asked)} {BORN_WORDS[finding]} {_write(listed)}"


def _write(day: PartialDate) -> str:
    if day.precision is Precision.MONTH:
        return ("circa " if day.circa else "") + day.first.strftime("%b %Y")
    return str(day)


def _compare(asked: PartialDate, listed: PartialDate) -> str:
    """The row of the table of evidence that fits two dates of birth."""
    if asked.precision is listed.precision is Precision.DAY and asked.first == listed.first:
        return "born_agrees" if _is_new_year(asked) else "born_same_day"
    asked, listed = _loosen(asked), _loosen(listed)
    if asked.first <= listed.last and listed.first <= asked.last:
        return "born_agrees"
    if _is_swapped(asked, listed):
        return "born_swapped"
    return _judge_distance(asked, listed)


def _judge_distance(asked: PartialDate, listed: PartialDate) -> str:
    apart = _years_apart(asked, listed)
    if apart == 0:
        return "born_other_day"
    slack = 1 if asked.circa or listed.circa else 0
    if apart <= _NEAR_YEARS + slack:
        return "born_anniversary" if _is_anniversary(asked, listed) else "born_near"
    return "born_apart" if apart <= _APART_YEARS + slack else "born_far"


def _loosen(day: PartialDate) -> PartialDate:
    """The first of January is how registers write a year of which nobody knew the day."""
    if not _is_new_year(day):
        return day
    return replace(day, last=date(day.first.year, 12, 31), precision=Precision.YEAR)


def _is_new_year(day: PartialDate) -> bool:
    return day.precision is Precision.DAY and (day.first.month, day.first.day) == (1, 1)


def _is_swapped(asked: PartialDate, listed: PartialDate) -> bool:
    one, other = asked.first, listed.first
    return _are_days(asked, listed) and (one.year, one.month, one.day) == (
        other.year,
        other.day,
        other.month,
    )


def _is_anniversary(asked: PartialDate, listed: PartialDate) -> bool:
    one, other = asked.first, listed.first
    return _are_days(asked, listed) and (one.month, one.day) == (other.month, other.day)


def _are_days(asked: PartialDate, listed: PartialDate) -> bool:
    return asked.precision is listed.precision is Precision.DAY


def _years_apart(asked: PartialDate, listed: PartialDate) -> int:
    if asked.first > listed.last:
        return asked.first.year - listed.last.year
    return listed.first.year - asked.last.year
