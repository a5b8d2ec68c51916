"""Shares as files write them: a figure, two with a dash, a bound, or a band of the PSC register."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ostraka.ownership.shares import UNKNOWN, WHOLE, Range, exactly, least, most, read_percent

_BAND = re.compile(r"(\d+)-(?:to-)?(\d+)(?:-percent)?")
_MORE_THAN = re.compile(r"more-than-(\d+)-percent")
_SPAN = re.compile(r"([\d.,]+)\s*%?\s*(?:-|–|\.\.|to)\s*([\d.,]+)\s*%?")
_BOUND = re.compile(r"(>=|≥|>|<=|≤|<)\s*(.+)")


@lru_cache(maxsize=100_000)
def read_share(text: str) -> Range:
    """The share that a text states; an empty text states none.

    >>> read_share("60")
    (60000000000, 60000000000)
    >>> read_share("psc25-50")
    (25000000001, 50000000000)
    >>> read_share("> 50 %")
    (50000000001, 100000000000)

    Raises:
        ValueError: It cannot be understood.
    """
    plain = text.strip()
    if not plain or plain == "?":
        return UNKNOWN
    if plain.lower().startswith("psc"):
        return read_band(plain[3:])
    if bound := _BOUND.fullmatch(plain):
        return _read_bound(bound[1], bound[2])
    if span := _SPAN.fullmatch(plain):
        return make_range(read_percent(span[1]), read_percent(span[2]))
    return exactly(read_percent(plain))


def read_band(code: str) -> Range:
    """The band of a code of the register of people with significant control.

    25 to 50 is more than 25 and up to 50, 50 to 75 more than 50 and less than 75, 75 to 100 is 75
    or more (Companies Act 2006 Sch. 1A; the register's own short descriptions).

    Raises:
        ValueError: There is no such band.
    """
    if above := _MORE_THAN.search(code):
        return least(read_percent(above[1]), excluded=True), WHOLE
    band = _BAND.search(code)
    if not band:
        raise ValueError(f"{code!r} names no band")
    low, high = read_percent(band[1]), read_percent(band[2])
    if low >= high:
        raise ValueError(f"{code!r} is no band")
    return least(low, excluded=low < 75), most(high, excluded=50 < high < 100)


def make_range(low: Decimal, high: Decimal) -> Range:
    """The range from one figure to another, both included.

    Raises:
        ValueError: The first is the larger.
    """
    found = least(low), most(high)
    if found[0] > found[1]:
        raise ValueError(f"{low} is more than {high}")
    return found


@lru_cache(maxsize=100_000)
def read_span(low: str, high: str) -> Range:
    """The range of two columns, either of which may be empty or begin with > or <.

    Raises:
        ValueError: One cannot be understood, or the first is the larger.
    """
    first = read_share(low)[0] if low.strip() else UNKNOWN[0]
    last = read_share(high)[1] if high.strip() else UNKNOWN[1]
    if first > last:
        raise ValueError(f"{low} is more than {high}")
    return first, last


def _read_bound(sign: str, text: str) -> Range:
    number = read_percent(text)
    if sign in {">=", "≥"}:
        return least(number), WHOLE
    if sign == ">":
        return least(number, excluded=True), WHOLE
    if sign == "<":
        return 0, max(0, most(number, excluded=True))
    return 0, most(number)
