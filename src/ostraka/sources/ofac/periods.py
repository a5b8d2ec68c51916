"""Periods of the XML shapes in the words OFAC's other shapes have for them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def word_period(first: date, last: date, *, circa: bool = False) -> str:
    """The period as the remarks would write it, so that one rule reads all shapes.

    >>> word_period(date(1962, 1, 1), date(1962, 12, 31))
    '1962'
    >>> word_period(date(1966, 7, 1), date(1966, 7, 31), circa=True)
    'circa Jul 1966'
    >>> word_period(date(1950, 1, 1), date(1955, 12, 31))
    '1950 to 1955'
    """
    return ("circa " if circa else "") + _bare(first, last)


def _bare(first: date, last: date) -> str:
    if first == last:
        return f"{first:%d %b %Y}"
    starts_year = (first.month, first.day) == (1, 1)
    ends_year = (last.month, last.day) == (12, 31)
    if starts_year and ends_year:
        same = first.year == last.year
        return f"{first:%Y}" if same else f"{first:%Y} to {last:%Y}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        same = (first.year, first.month) == (last.year, last.month)
        return f"{first:%b %Y}" if same else f"{first:%b %Y} to {last:%b %Y}"
    return f"{first:%d %b %Y} to {last:%d %b %Y}"
