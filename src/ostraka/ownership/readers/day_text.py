"""Days as files of stakes write them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ostraka.ownership.readers.problems import Problems


@lru_cache(maxsize=100_000)
def read_day(text: str) -> date | None:
    """The day of an ISO 8601 text; of a month or a year its first day; `None` of an empty text.

    Raises:
        ValueError: It is no date.
    """
    plain = text.strip()[:10]
    if not plain:
        return None
    rest = {4: "-01-01", 7: "-01"}.get(len(plain), "")
    return date.fromisoformat(plain + rest)


@lru_cache(maxsize=100_000)
def read_last_day(text: str) -> date | None:
    """The same, of a month or a year its last day.

    Raises:
        ValueError: It is no date.
    """
    plain = text.strip()[:10]
    first = read_day(text)
    if first is None or len(plain) == 10:
        return first
    following = (
        date(first.year + 1, 1, 1)
        if len(plain) == 4 or first.month == 12
        else date(first.year, first.month + 1, 1)
    )
    return date.fromordinal(following.toordinal() - 1)


def read_day_or_tell(text: str, place: tuple[int, str], problems: Problems) -> date | None:
    """The same as `read_day`; what is no date is told of that row and field, and counts as none."""
    try:
        return read_day(text)
    except ValueError:
        problems.add(*place, f"{text[:40]!r} is no date; the stake counts without it")
        return None
