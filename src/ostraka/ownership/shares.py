"""Percentages as whole numbers, so that 50 % is 50 % and "more than 25" is not 25.

A share is counted in billionths of a per cent. Figures are kept to the millionth of a per cent, and
a range to the outside of it; the three digits below are for bounds that are excluded: "more than
25 %" is 25 % and one billionth. Sums and comparisons are then exact.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation

UNIT = 1_000_000_000
"""One per cent."""
WHOLE = 100 * UNIT
_GRAIN = 1_000
_HALF_GRAIN = _GRAIN // 2

Range = tuple[int, int]
"""The least and the most of a share, in billionths of a per cent, both included."""

UNKNOWN: Range = (0, WHOLE)


def read_percent(text: str) -> Decimal:
    """The number of a percentage as a person writes it, with or without its sign.

    >>> read_percent("49,9 %")
    Decimal('49.9')

    Raises:
        ValueError: It is no number, or not from 0 to 100.
    """
    plain = text.strip().removesuffix("%").strip()
    if "," in plain and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise ValueError(f"{text!r} is not a number") from error
    if not number.is_finite() or not 0 <= number <= 100:
        raise ValueError(f"{text!r} is not a percentage from 0 to 100")
    return number


def least(number: Decimal, *, excluded: bool = False) -> int:
    """The lower bound of a share; one that is excluded lies just above."""
    return _to_grains(number, ROUND_FLOOR) + (1 if excluded else 0)


def most(number: Decimal, *, excluded: bool = False) -> int:
    """The upper bound of a share; one that is excluded lies just below."""
    return _to_grains(number, ROUND_CEILING) - (1 if excluded else 0)


def exactly(number: Decimal) -> Range:
    """The range of one figure."""
    return least(number), most(number)


def to_percent(share: int) -> float:
    """The share as a number from 0, an excluded bound as the number it excludes.

    >>> to_percent(least(Decimal(25), excluded=True))
    25.0
    """
    return round((share + _HALF_GRAIN) // _GRAIN / 1_000_000, 6)


def describe(low: int, high: int) -> str:
    """A range in words.

    >>> describe(*exactly(Decimal("49.9")))
    '49.9 %'
    >>> describe(least(Decimal(50), excluded=True), most(Decimal(75), excluded=True))
    'more than 50 % and less than 75 %'
    """
    if low <= 0 and high >= WHOLE:
        return "an unknown share"
    if low == high:
        return f"{show(low)} %"
    lower = _bound(low, "more than", "at least", lambda bound: bound % _GRAIN > 0)
    upper = _bound(high, "less than", "at most", lambda bound: bound % _GRAIN > 0)
    if low <= 0:
        return upper
    return lower if high >= WHOLE else f"{lower} and {upper}"


def show(share: int) -> str:
    """The number of a share without needless digits."""
    return f"{to_percent(share):.6f}".rstrip("0").rstrip(".")


def _bound(share: int, excluded: str, included: str, is_open: Callable[[int], bool]) -> str:
    return f"{excluded if is_open(share) else included} {show(share)} %"


def _to_grains(number: Decimal, rounding: str) -> int:
    grains = (number * 1_000_000).to_integral_value(rounding=rounding)
    return int(grains) * _GRAIN
