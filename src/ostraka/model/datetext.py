"""Dates as lists and users write them, read without inventing what they do not say.

The shapes come from the lists themselves: OFAC ("circa 1951", "01 Jan 1955 to 31 Dec 1955"), the
United Kingdom ("00/00/1975", "dd/mm/1975"), the European Union and the United Nations (ISO with a
timezone tail, "between 1963 and 1968"), Japan ("1955年頃"), and customers' tables.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from ostraka.model.dates import PartialDate, Precision

_FIRST_YEAR, _LAST_YEAR = 1500, 2199
"""Years outside are another calendar (Hijri 1402, Buddhist 2512) or a slip, never a birth."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janvier januar jänner enero gennaio ene gen",
            "feb february février fevrier fev februar febrero febbraio febr",
            "mar march mars märz marz marzo mär",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag",
            "jun june juin juni junio giugno giu",
            "jul july juillet juil juli julio luglio lug",
            "aug august août aout agosto ago",
            "sep sept september septembre septiembre settembre set",
            "oct october octobre okt oktober octubre ottobre ott",
            "nov november novembre noviembre",
            "dec december décembre decembre dez dezember diciembre dic dicembre",
        ),
        start=1,
    )
    for name in names.split()
}

_CIRCA = re.compile(
    r"^(?:circa|c\.|c(?=\d)|ca\.?|approximately|approx\.?|about|around|abt\.?|estimated|est\.?|probably"
    r"|possibly)\s*(?=[\w(])|\s*(?:頃|\((?:circa|approx\.?|approximate(?:ly)?|estimated)\)|\?)$"
)
_LEAD = re.compile(r"^(?:(?:born|d\.?o\.?b\.?|in|on|the|year|of|date|birth)\b[\s:.]*)+")
_OTHER_CALENDAR = re.compile(r"hijri|hijra|shamsi|jalali|lunar|solar|persian|buddhist|juche|heisei")
_BETWEEN = re.compile(r"^(?:between\s+(.+?)\s+and|from\s+(.+?)\s+(?:to|until|till))\s+(.+)$")
_SPAN = re.compile(r"\s+(?:to|until|till|through|[-–—~])\s+")
_ALTERNATIVE = re.compile(r"\s+or\s+|\s*;\s*")
_YEARS = re.compile(r"^(\d{4})\s*[-–—/~]\s*(\d{4}|\d\d)$")
_DECADE = re.compile(r"^(early|mid|late)?[\s-]*(?:the\s+)?(\d{3})0'?s$")
_VAGUE_YEAR = re.compile(r"^(?:[\dd]{1,2}[/.-][\dm]{1,2}[/.-])?(\d\d)(\d|[yx?])[yx?]$")
_CLOCK = re.compile(
    r"(?<=\d)(?:[t\s]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)?\s*(?:z|utc|[+-]\d\d:?\d\d)?$"
)
_NUMERIC = re.compile(
    r"^(\d{1,4}|d{1,2})\s*[-/.]\s*(\d{1,2}|m{1,2}|\d{4})(?:\s*[-/.]\s*(\d{1,4}))?\.?$"
)
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_EAST_ASIAN = re.compile(r"^(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?$")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_EARLY_MID_LATE = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}


def parse_date(text: str, *, month_first: bool = False) -> PartialDate | None:
    """The date a text states, or `None` where it is not understood.

    Nothing finer than the text is ever invented: a missing day gives a month, a missing month a
    year, alternatives the span of all. A span that is exactly one calendar year or month has that
    precision. Of day and month in figures the day comes first, unless only the other order is
    possible or `month_first` is set.

    >>> str(parse_date("01 Jan 1955 to 31 Dec 1955"))
    '1955'
    >>> str(parse_date("circa Mar 1969"))
    'circa 1969-03'
    """
    found = _parse(text, month_first)
    if found is None:
        return None
    return PartialDate(found.first, found.last, found.precision, found.circa, text)


def parse_excel_serial(text: str) -> PartialDate | None:
    """The day an Excel serial number (1900 system) stands for, `None` where it is not one.

    Only for cells known to hold dates: a bare "1955" is a year everywhere else.

    >>> str(parse_excel_serial("31801"))
    '1987-01-24'
    """
    whole = text.strip().partition(".")[0]
    if not (whole.isascii() and whole.isdecimal() and 1 <= len(whole) <= 6):
        return None
    number = int(whole)
    if not 1 <= number <= 109_574 or number == 60:
        return None  # 60 is 29 February 1900, a day Excel has and the calendar has not
    day = date(1899, 12, 30) + timedelta(number + (number < 60))
    return PartialDate(day, day, Precision.DAY, raw=text)


@lru_cache(maxsize=1 << 16)
def _parse(text: str, month_first: bool) -> PartialDate | None:
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".,;")
    if not plain or len(plain) > 120 or _OTHER_CALENDAR.search(plain):
        return None
    circa = False
    for _ in range(3):
        shorter = _LEAD.sub("", plain)
        bare = _CIRCA.sub("", shorter).strip()
        circa = circa or bare != shorter
        if bare == plain:
            break
        plain = bare
    found = _parse_alternatives(plain, month_first)
    return _soften(found) if found and circa else found


def _soften(found: PartialDate) -> PartialDate:
    return PartialDate(found.first, found.last, found.precision, circa=True)


def _parse_alternatives(text: str, month_first: bool) -> PartialDate | None:
    parts = _ALTERNATIVE.split(text)
    if len(parts) == 1:
        return _parse_span(text, month_first)
    return _join([_parse(part, month_first) for part in parts])


def _parse_span(text: str, month_first: bool) -> PartialDate | None:
    if between := _BETWEEN.match(text):
        first, other, last = between.groups()
        return _join_ordered(_parse(first or other, month_first), _parse(last, month_first))
    parts = _SPAN.split(text)
    if len(parts) == 2:
        return _join_ordered(_parse(parts[0], month_first), _parse(parts[1], month_first))
    return _parse_years(text) or _parse_day(text, month_first)


def _parse_years(text: str) -> PartialDate | None:
    """Spans written as years: 1950-1955, 1950-55, 1960s, early 1970s, 19yy."""
    if years := _YEARS.match(text):
        first, last = years.groups()
        if len(last) == 2 and int(last) <= 12:
            return None  # 1950-11 is a month
        return _join_ordered(_make(int(first)), _make(int(first[: 4 - len(last)] + last)))
    if decade := _DECADE.match(text):
        part, start = decade[1] or "", int(decade[2]) * 10
        early, late = _EARLY_MID_LATE[part]
        span = _join_ordered(_make(start + early), _make(start + late))
        return _soften(span) if span and part else span
    if vague := _VAGUE_YEAR.match(text):
        century, digit = vague.groups()
        low, high = (digit, digit) if digit.isdecimal() else ("0", "9")
        return _join_ordered(_make(int(century + low + "0")), _make(int(century + high + "9")))
    return None


def _parse_day(text: str, month_first: bool) -> PartialDate | None:
    """One day, month or year, with or without a time of day and a timezone behind it."""
    if east := _EAST_ASIAN.match(text):
        return _make(*(int(part or 0) for part in east.groups()))
    if text.isascii() and text.isdecimal():
        compact = _COMPACT.match(text)
        return _make(*map(int, compact.groups())) if compact else _parse_year(text)
    return _parse_figures(text, month_first) or _parse_words(text)


def _parse_year(text: str) -> PartialDate | None:
    return _make(int(text)) if len(text) == 4 else None


def _parse_figures(text: str, month_first: bool) -> PartialDate | None:
    match = _NUMERIC.match(text) or _NUMERIC.match(_CLOCK.sub("", text))
    if match is None:
        return None
    one, two, three = (re.sub("[dm]", "0", part or "") for part in match.groups())
    if len(one) == 4:
        return _make(int(one), int(two), int(three or 0)) if len(three) < 3 else None
    if not three and len(two) == 4:
        return _make(int(two), int(one))
    if len(three) != 4:
        return None  # a year of two digits could be of either century
    day, month = int(one), int(two)
    if month > 12 or (month_first and day <= 12):
        day, month = month, day
    return _make(int(three), month, day)


def _parse_words(text: str) -> PartialDate | None:
    """Dates with the month in letters, in any order: 1 Jan 1955; Jan 1, 1955; 1955 Jan."""
    words = [w for w in _WORDS.findall(_CLOCK.sub("", text)) if w not in _ORDINALS]
    months = [w for w in words if w in _MONTHS]
    numbers = [w for w in words if w.isascii() and w.isdecimal()]
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(days) + 2 != len(words):
        return None
    return _make(int(years[0]), _MONTHS[months[0]], int(days[0]) if days else 0)


_ORDINALS = frozenset(("st", "nd", "rd", "th", "of", "de", "the"))


def _make(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """The date of these parts, where 0 stands for a part that is not known."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR or month > 12:
        return None
    if month == 0:
        known = day <= 31
        return _span(date(year, 1, 1), date(year, 12, 31)) if known else None
    days = calendar.monthrange(year, month)[1]
    if day > days:
        return None
    return _span(date(year, month, day or 1), date(year, month, day or days))


def _join_ordered(start: PartialDate | None, end: PartialDate | None) -> PartialDate | None:
    in_order = start and end and start.first <= end.last
    return _join([start, end]) if in_order else None


def _join(parts: list[PartialDate | None]) -> PartialDate | None:
    """The span that holds all parts; `None` where one of them was not understood."""
    known = [part for part in parts if part]
    if len(known) < len(parts):
        return None
    joined = _span(min(p.first for p in known), max(p.last for p in known))
    return _soften(joined) if any(p.circa for p in known) else joined


def _span(first: date, last: date) -> PartialDate:
    return PartialDate(first, last, _precision(first, last))


def _precision(first: date, last: date) -> Precision:
    if first == last:
        return Precision.DAY
    if first.day != 1 or (last + timedelta(1)).day != 1 or first.year != last.year:
        return Precision.RANGE
    if first.month == last.month:
        return Precision.MONTH
    return Precision.YEAR if (first.month, last.month) == (1, 12) else Precision.RANGE
