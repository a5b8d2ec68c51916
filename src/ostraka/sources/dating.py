"""Partial dates from parts a list separates: a day, a year, a span of years."""

from __future__ import annotations

import re
from datetime import date

from ostraka.model.dates import PartialDate, Precision

_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:?\d{2})?")
_YEAR = re.compile(r"\d{4}")


def find_day(text: str) -> date | None:
    """The day of an ISO date, with or without a time and a zone; `None` for anything else.

    >>> find_day("2015-04-07-04:00")
    datetime.date(2015, 4, 7)
    """
    found = _ISO_DAY.fullmatch(text.strip())
    if not found:
        return None
    try:
        return date.fromisoformat(found.group(1))
    except ValueError:
        return None


def find_year(text: str) -> int | None:
    """A year of four digits, from 1000; `None` for anything else."""
    found = _YEAR.fullmatch(text.strip())
    return int(text) if found and int(text) >= 1000 else None


def make_day(day: date, raw: str, *, circa: bool = False) -> PartialDate:
    """A date known to the day."""
    return PartialDate(day, day, Precision.DAY, circa, raw)


def make_year(year: int, raw: str, *, circa: bool = False) -> PartialDate:
    """A date known to the year."""
    return PartialDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, circa, raw)


def make_years(first: int, last: int, raw: str, *, circa: bool = False) -> PartialDate:
    """A date between two years, both included, in either order."""
    low, high = sorted((first, last))
    if low == high:
        return make_year(low, raw, circa=circa)
    return PartialDate(date(low, 1, 1), date(high, 12, 31), Precision.RANGE, circa, raw)
