"""Texts as the lists of the United Kingdom pack them: numbered values, days, births."""

from __future__ import annotations

import html
import re
from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date, parse_excel_serial
from ostraka.sources.dating import find_day
from ostraka.sources.text import tidy

_MARK = re.compile(r"(?:^|(?<=[\s.;,)]))\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s*")
_BRACKETED = re.compile(r"(?:^|(?<=[\s.;,)]))\((\d{1,2})\)\s*")
_NOTHING = {"", "-", "na", "n/a", "none", "unknown", "not applicable"}
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_SERIAL = re.compile(r"\d{5}")


def clean(text: str) -> str:
    """The text tidied, its HTML entities read once, a text that says nothing made empty.

    >>> clean("Smith &amp; Sons "), clean(" - ")
    ('Smith & Sons', '')
    """
    if not text:
        return ""
    plain = tidy(html.unescape(text) if "&" in text else text)
    return "" if plain.strip(" .").casefold() in _NOTHING else plain


def split_numbered(text: str) -> list[str]:
    """The values of "(1) A (2) B", "a) A b) B"; one value where nothing is numbered.

    A value that says nothing ("-") keeps its place as empty text.

    >>> split_numbered("(1) Qatar (2) - (3) Syria"), split_numbered("Russia")
    (['Qatar', '', 'Syria'], ['Russia'])
    """
    plain = clean(text)
    if ")" not in plain:
        return [plain] if plain else []
    for pattern in (_BRACKETED, _MARK):
        marks = list(pattern.finditer(plain))
        if len(marks) > 1 and marks[0].start() == 0:
            ends = [*(m.start() for m in marks[1:]), len(plain)]
            return [
                clean(plain[m.end() : e].strip(" ;,")) for m, e in zip(marks, ends, strict=True)
            ]
    return [plain] if plain else []


def find_uk_day(text: str) -> date | None:
    """The day of "31/12/2020", of an ISO date, or of a cell that a workbook holds as a date.

    >>> find_uk_day("31/12/2020")
    datetime.date(2020, 12, 31)
    """
    plain = text.strip().lstrip("'")
    if _SERIAL.fullmatch(plain):
        serial = parse_excel_serial(plain)
        return serial.first if serial else None
    found = _DAY.match(plain)
    return find_day("-".join(reversed(found.groups())) if found else plain[:10])


def read_birth(text: str) -> PartialDate | None:
    """A date of birth; letters and zeros stand for what is not known.

    >>> str(read_birth("'00/00/1975")), str(read_birth("15/08/19yy"))
    ('1975', '1900-01-01 to 1999-12-31')
    """
    plain = clean(text).lstrip("'")
    if _SERIAL.fullmatch(plain):
        return parse_excel_serial(plain)
    return parse_date(plain)
