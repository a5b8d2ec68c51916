"""What was done to a row, told from the row before and after."""

from __future__ import annotations

import re
from collections.abc import Mapping

_YEAR = re.compile(r"\d{4}")
_DOUBLED = re.compile(r"(.)\1+")


def find_treatment(row: Mapping[str, str], plain: Mapping[str, str]) -> str:
    """The kind of alteration in words; `none` where the row says what it said."""
    before, after = plain["full_name"], row["full_name"]
    if before != after:
        return find_name_treatment(before, after)
    return find_date_treatment(plain["date_of_birth"], row["date_of_birth"])


def find_name_treatment(before: str, after: str) -> str:
    """How one spelling came from the other."""
    if after.replace("\u00a0", " ") == before.replace("\u00a0", " "):
        return "space replaced"
    if sorted(_words(before)) == sorted(_words(after)):
        return "words in another order"
    if _DOUBLED.sub(r"\1", before) == _DOUBLED.sub(r"\1", after):
        return "doubled letter" if len(after) > len(before) else "doubled letter dropped"
    if sorted(before) == sorted(after):
        return "letters swapped"
    if len(before) == len(after):
        return "letter replaced"
    return "letter added" if len(after) > len(before) else "letters dropped"


def find_date_treatment(before: str, after: str) -> str:
    """How one date came from the other; a date of a year alone has no day to contradict."""
    if before == after:
        return "none"
    years = [int(found.group()) for date in (before, after) if (found := _YEAR.match(date))]
    if len(years) < 2:
        return "date other"
    if years[0] == years[1]:
        return "day or month other"
    off = "year of birth off by one" if abs(years[0] - years[1]) == 1 else "year of birth other"
    return f"{off}, {'full date' if len(after) > 4 else 'year alone'}"


def shift_year(date: str, years: int) -> str:
    """The date with another year; 29 February becomes 28, where that year has none."""
    year = int(date[:4]) + years
    shifted = f"{year:04d}{date[4:]}"
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return shifted.replace("-02-29", "-02-28").replace("-2-29", "-2-28") if not leap else shifted


def _words(name: str) -> list[str]:
    return name.replace(",", " ").split()
