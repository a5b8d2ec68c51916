"""Whether the dates of a table in figures stand day first or month first.

6/7/1942 alone tells nothing. 25/7/1942 in the same column tells that the day comes first there,
and 7/25/1942 that the month does: one table is written by one program or one office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date

# Points between the figures are written where the day comes first, and only there.
_FIGURES = re.compile(r"\s*(\d{1,2})\s*[-/]\s*(\d{1,2})\s*[-/]\s*\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How the dates of one table are read.

    `settled` says that some of its dates have one reading only, all of them the same order. Where
    none or both orders are found, the day comes first and `settled` is false.
    """

    month_first: bool = False
    settled: bool = False

    def read(self, text: str) -> PartialDate | str:
        """The date as this order has it; the text itself where the usual reading is the same."""
        if self.month_first and _FIGURES.match(text):
            return parse_date(text, month_first=True) or text
        return text

    def leaves_open(self, text: str) -> bool:
        """Whether the text has two readings and the table does not tell which is meant."""
        return not self.settled and _judge(text) == "either"

    def __str__(self) -> str:
        """The order in words."""
        return "month first" if self.month_first else "day first"


def find_date_order(texts: Iterable[str]) -> DateOrder:
    """The order that the texts of one column of dates have.

    >>> str(find_date_order(["6/7/1942", "7/25/1950"])), str(find_date_order(["6/7/1942"]))
    ('month first', 'day first')
    """
    found = {_judge(text) for text in texts if text}
    months, days = "month" in found, "day" in found
    return DateOrder(month_first=months and not days, settled=months != days)


@lru_cache(maxsize=65_536)
def _judge(text: str) -> str:
    """What must come first in the text: `day`, `month`, `either`, or nothing to be said."""
    match = _FIGURES.match(text)
    if match is None:
        return ""
    one, two = map(int, match.groups())
    if one == two or not (one and two) or max(one, two) > 31 or min(one, two) > 12:
        return ""
    if max(one, two) <= 12:
        return "either"
    return "day" if one > 12 else "month"
