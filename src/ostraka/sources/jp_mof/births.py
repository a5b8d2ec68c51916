"""Dates of birth as Japanese writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date, parse_excel_serial
from ostraka.sources.dating import find_day, make_day, make_year, make_years
from ostraka.sources.lettered import split_lettered

_DAY = r"(\d{4})年(?:\s*(\d{1,2})月(?:\s*(\d{1,2})日)?)?"
_SPAN = re.compile(r"(\d{4})年?\s*(?:から|[-~〜–ー])\s*(\d{4})年")
_DECADE = re.compile(r"(\d{3})0年代(前半|半ば|後半)?")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})\s*(\d{{1,2}}|元)年")
_HALVES = {"": (0, 9), "前半": (0, 4), "半ば": (3, 7), "後半": (5, 9)}
_SERIAL = re.compile(r"\d{5}")
_ONE = re.compile(rf"{_DAY}\s*(頃|ごろ)?|(\d{{4}}-\d\d-\d\d)")


def read_births(text: str) -> Iterator[PartialDate]:
    """Every date of birth of a cell; alternatives (又は, lettered) are dates of their own."""
    for piece in split_lettered(text):
        plain = _ERA_YEAR.sub(_to_western, unicodedata.normalize("NFKC", piece))
        if _SERIAL.fullmatch(plain.strip()):  # a day as a spreadsheet counts them
            serial = parse_excel_serial(plain)
            yield from [serial] if serial else []
            continue
        circa = bool(re.search("頃|ごろ", plain))
        for first, last in _SPAN.findall(plain):
            yield make_years(int(first), int(last), piece, circa=circa)
        for start, half in _DECADE.findall(plain):
            first, last = (int(start) * 10 + years for years in _HALVES[half])
            yield make_years(first, last, piece, circa=circa or bool(half))
        for found in _ONE.finditer(_DECADE.sub(" ", _SPAN.sub(" ", plain))):
            born = _read_one(found, piece)
            if born:
                yield born


def _to_western(era: re.Match[str]) -> str:
    """The first year of an era is written 元."""
    return f"{_ERAS[era[1]] + (1 if era[2] == '元' else int(era[2])):04}年"


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
