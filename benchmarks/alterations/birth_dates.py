"""Slips in a date of birth, text to text: ISO days in, ISO days out; empty where not possible."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random


def swap_day_and_month(born: str, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """The day read as the month and the other way round; only where both read as either.

    >>> swap_day_and_month("1968-03-07", Random(1)), swap_day_and_month("1968-03-17", Random(1))
    ('1968-07-03', '')
    """
    day = _read(born)
    if not day or day.day > 12 or day.day == day.month:
        return ""
    return date(day.year, day.day, day.month).isoformat()


def move_year(born: str, random: Random) -> str:
    """The year before or after; the day and month stay. Also where only the year is stated."""
    step = random.choice((-1, 1))
    if born.isdigit() and len(born) == 4:
        return str(int(born) + step)
    day = _read(born)
    if not day or (day.month, day.day) == (2, 29):
        return ""
    return day.replace(year=day.year + step).isoformat()


def keep_year(born: str, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """The year alone, of a full date."""
    return born[:4] if _read(born) else ""


def move_month(born: str, random: Random) -> str:
    """The month before or after in the same year."""
    day = _read(born)
    if not day or day.day > 28:
        return ""
    months = [m for m in (day.month - 1, day.month + 1) if 1 <= m <= 12]
    return day.replace(month=random.choice(months)).isoformat()


def move_day(born: str, random: Random) -> str:
    """The day before or after."""
    day = _read(born)
    return (day + timedelta(days=random.choice((-1, 1)))).isoformat() if day else ""


def _read(born: str) -> date | None:
    if len(born) != 10 or not born[:4].isdigit():
        return None
    return date.fromisoformat(born)
