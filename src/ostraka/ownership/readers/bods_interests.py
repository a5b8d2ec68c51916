"""What an interest of BODS 0.4 amounts to: kind, range of share, period."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ostraka.model.ownership import Interest
from ostraka.ownership.readers.day_text import read_day, read_last_day
from ostraka.ownership.readers.problems import Problems
from ostraka.ownership.shares import UNKNOWN, WHOLE, Range, least, most, read_percent

_POSSIBLE = "possible"
_COUNTED = {Interest.SHARES, Interest.VOTES, Interest.BOARD}


class Held(NamedTuple):
    """One interest, or several of one kind and period as one."""

    interest: Interest
    low: int
    high: int
    start: date | None
    end: date | None


def read_interests(
    interests: Sequence[Mapping[str, Any]], row: int, problems: Problems, *, components: bool
) -> Sequence[Held]:
    """The interests of a relationship. `components` says that its direct parts are there too.

    Two interests of one type are added at most; of different types that count as one kind, as
    shares and the right to profit, the larger counts.
    """
    found: dict[tuple[Interest, date | None, date | None], dict[str, Range]] = {}
    for interest in interests:
        kind = str(interest.get("type") or "unknownInterest")
        counts_as = load_kinds().get(kind)
        if counts_as is None:
            problems.add(row, "interests", f"{kind!r} is not known; counted as possible shares")
        what = Interest.SHARES if counts_as in {None, _POSSIBLE} else Interest(counts_as)
        indirect = interest.get("directOrIndirect") == "indirect"
        if indirect and components and what in _COUNTED:
            continue
        low, high = _read_share(interest, what, row, problems)
        if indirect and what in _COUNTED:
            low, high = UNKNOWN
        elif counts_as in {None, _POSSIBLE}:
            low = 0
        key = (what, *_read_period(interest, row, problems))
        ranges = found.setdefault(key, {})
        before = ranges.get(kind)
        ranges[kind] = (
            (low, high) if before is None else (max(before[0], low), min(WHOLE, before[1] + high))
        )
    return [
        Held(what, max(r[0] for r in ranges.values()), max(r[1] for r in ranges.values()), *period)
        for (what, *period), ranges in found.items()
    ]


@cache
def load_kinds() -> Mapping[str, str]:
    """What each interest type counts as."""
    text = (files("ostraka.ownership.readers") / "bods_interests.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {row["type"]: row["counts_as"] for row in csv.DictReader(lines)}


def _read_share(interest: Mapping[str, Any], what: Interest, row: int, problems: Problems) -> Range:
    share = interest.get("share") or {}
    if not share:
        return (WHOLE, WHOLE) if what is Interest.BOARD else UNKNOWN
    try:
        if share.get("exact") is not None:
            exact = _number(share["exact"])
            return least(exact), most(exact)
        low, high = _lower(share), _upper(share)
    except (ValueError, InvalidOperation) as error:
        problems.add(row, "share", f"{error}; the share counts as unknown")
        return UNKNOWN
    if low > high:
        problems.add(row, "share", "its least is more than its most; the share counts as unknown")
        return UNKNOWN
    return low, high


def _lower(share: Mapping[str, Any]) -> int:
    bounds = [0]
    if share.get("minimum") is not None:
        bounds.append(least(_number(share["minimum"])))
    if share.get("exclusiveMinimum") is not None:
        bounds.append(least(_number(share["exclusiveMinimum"]), excluded=True))
    return max(bounds)


def _upper(share: Mapping[str, Any]) -> int:
    bounds = [WHOLE]
    if share.get("maximum") is not None:
        bounds.append(most(_number(share["maximum"])))
    if share.get("exclusiveMaximum") is not None:
        bounds.append(most(_number(share["exclusiveMaximum"]), excluded=True))
    return max(0, min(bounds))


def _number(value: object) -> Decimal:
    if isinstance(value, bool):
        raise ValueError("a bound is no number")  # noqa: TRY004 - told as a problem of the row
    return read_percent(str(value))


def _read_period(
    interest: Mapping[str, Any], row: int, problems: Problems
) -> tuple[date | None, date | None]:
    days: list[date | None] = []
    for name, read in (("startDate", read_day), ("endDate", read_last_day)):
        try:
            days.append(read(str(interest.get(name) or "")))
        except ValueError:
            problems.add(row, name, "no date; the interest counts without it")
            days.append(None)
    return days[0], days[1]
