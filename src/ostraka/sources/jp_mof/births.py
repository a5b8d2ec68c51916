"""Dates of birth as Japanese writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.sources.dating import find_day, make_day, make_year, make_years
from ostraka.sources.lettered import split_lettered

_DAY = r"(\d{4})年(?:\s*(\d{1,2})月(?:\s*(\d{1,2})日)?)?"
_SPAN = re.compile(r"(\d{4})年?\s*(?:から|[-~〜–ー])\s*(\d{4})年")
_ONE = re.compile(rf"{_DAY}\s*(頃|ごろ)?|(\d{{4}}-\d\d-\d\d)")


def read_births(text: str) -> Iterator[PartialDate]:
    """Every date of birth of a cell; alternatives (又は, lettered) are dates of their own."""
    for piece in split_lettered(text):
        plain = unicodedata.normalize("NFKC", piece)
        circa = bool(re.search("頃|ごろ", plain))
        for first, last in _SPAN.findall(plain):
            yield make_years(int(first), int(last), piece, circa=circa)
        for found in _ONE.finditer(_SPAN.sub(" ", plain)):
            born = _read_one(found, piece)
            if born:
                yield born


def _read_one(found: re.Match[str], raw: str) -> PartialDate | None:
    year, month, day, circa, iso = found.groups()
    if iso:
        exact = find_day(iso)
        return make_day(exact, raw) if exact else None
    if month and day:
        exact = find_day(f"{year}-{int(month):02}-{int(day):02}")
        return make_day(exact, raw, circa=bool(circa)) if exact else None
    if month:
        return parse_date(f"{year}-{int(month):02}")
    return make_year(int(year), raw, circa=bool(circa)) if int(year) >= date.min.year else None
