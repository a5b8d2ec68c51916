"""Citations of the Federal Register, and days as US agencies write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ostraka.model.dates import Precision
from ostraka.model.datetext import parse_date

_CITATION = re.compile(
    r"(?P<volume>\d{1,3})\s*F\.?\s?R\.?\s*(?P<page>\d[\d,]*\d|\d)"
    r"(?:(?:\s+preview citation details)?\s*[,(]?\s*(?P<day>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)))?"
)
_SHORT_YEAR = re.compile(r"/(\d\d)$")
_FIRST_REGISTER = 1936
_LAST_YEAR = 2100
_REGISTER_TURN = 36
"""The Federal Register began in 1936, so that a year of two digits below is of this century."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One notice in the Federal Register: `84 FR 54002`, and its day where stated."""

    text: str
    on: date | None


def find_citations(text: str) -> tuple[Citation, ...]:
    """The notices a text cites, each once, also where nothing stands between them.

    >>> [c.text for c in find_citations("67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02")]
    ['67 FR 56530', '67 FR 10890']
    """
    found: dict[str, Citation] = {}
    for match in _CITATION.finditer(text):
        name = f"{match['volume']} FR {match['page'].replace(',', '')}"
        found.setdefault(name, Citation(name, find_us_day(match["day"] or "")))
    return tuple(found.values())


def find_us_day(text: str) -> date | None:
    """The day of `11/28/2023`, `10/9/19`, `June 21, 2022` or an ISO date; `None` otherwise.

    A day outside the years 1936 to 2100 is a slip of the keyboard (the list of 2023 has 3033).
    """
    whole = _SHORT_YEAR.sub(_lengthen, text.strip())
    found = parse_date(whole, month_first=True) if whole else None
    if found is None or found.precision is not Precision.DAY or found.circa:
        return None
    return found.first if _FIRST_REGISTER <= found.first.year <= _LAST_YEAR else None


def _lengthen(match: re.Match[str]) -> str:
    year = int(match.group(1))
    return f"/{(2000 if year < _REGISTER_TURN else 1900) + year}"
