"""Dates are read as the lists write them, and never more precisely than they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.datetext import parse_date, parse_excel_serial

DAYS = st.dates(date(1500, 1, 1), date(2199, 12, 31))

STATED = {
    "01 Jan 1955": "1955-01-01",
    "1 JANUARY 1955": "1955-01-01",
    "January 1, 1955": "1955-01-01",
    "1st of January 1955": "1955-01-01",
    "01-JAN-1955": "1955-01-01",
    "Jan 1962": "1962-01",
    "1955": "1955",
    "circa 1951": "circa 1951",
    "c. 1951": "circa 1951",
    "Approximately 1951": "circa 1951",
    "circa 07 Jul 1966": "circa 1966-07-07",
    "circa 1950-1955": "circa 1950-01-01 to 1955-12-31",
    "1965 to 1967": "1965-01-01 to 1967-12-31",
    "01 Jan 1955 to 31 Dec 1955": "1955",
    "01 Mar 1955 to 31 Mar 1955": "1955-03",
    "Mar 1969 to Apr 1969": "1969-03-01 to 1969-04-30",
    "circa 1958 to circa 1960": "circa 1958-01-01 to 1960-12-31",
    "between 1963 and 1968": "1963-01-01 to 1968-12-31",
    "From 1963 to 1968": "1963-01-01 to 1968-12-31",
    "1963/1964": "1963-01-01 to 1964-12-31",
    "1963-68": "1963-01-01 to 1968-12-31",
    "1963-11": "1963-11",
    "dd/mm/1975": "1975",
    "00/00/1975": "1975",
    "00/03/1975": "1975-03",
    "1975-00-00": "1975",
    "15/08/19yy": "1900-01-01 to 1999-12-31",
    "2015-04-07-04:00": "2015-04-07",
    "2015-04-07T00:00:00Z": "2015-04-07",
    "2015-04-07 00:00:00": "2015-04-07",
    "20150407": "2015-04-07",
    "1960s": "1960-01-01 to 1969-12-31",
    "born in the early 1970s": "circa 1970-01-01 to 1974-12-31",
    "late 1960s": "circa 1965-01-01 to 1969-12-31",
    "1972-08-10 or 1972-08-11": "1972-08-10 to 1972-08-11",
    "1955 or 1957 or 1960": "1955-01-01 to 1960-12-31",
    "1955年頃": "circa 1955",
    "1955年3月4日": "1955-03-04",
    "1.3.1970": "1970-03-01",
    "1970-3-1": "1970-03-01",
    "1/3/1970": "1970-03-01",
    "3/13/1970": "1970-03-13",
    "04/1970": "1970-04",
    "1 janvier 1970": "1970-01-01",
}

NOT_UNDERSTOOD = {
    "": "there is nothing to read",
    "unknown": "no date is stated",
    "31/02/1970": "February has no such day, and neither order helps",
    "29 Feb 1971": "1971 was no leap year",
    "1970-13-01": "there is no thirteenth month",
    "24/06/1402 (Hijri Calendar)": "another calendar is not converted by guessing",
    "1402": "a year of another calendar",
    "1/3/70": "the century is not stated",
    "12": "a number is no date",
    "31801": "an Excel serial is read only where a cell is known to hold a date",
    "1967 to 1965": "a span cannot end before it begins",
    "early 1970": "early says no more than the year may, and nothing is invented",
    "before 1970": "a span without a beginning has no bounds",
}


@pytest.mark.parametrize(("text", "stated"), STATED.items())
def test_every_shape_is_read_as_precisely_as_it_is_written(text: str, stated: str) -> None:
    """The bounds, the precision and "circa" follow the text; the raw text is kept."""
    found = parse_date(text)
    assert found is not None
    assert (str(found), found.raw) == (stated, text)


@pytest.mark.parametrize(("text", "why"), NOT_UNDERSTOOD.items())
def test_what_is_not_understood_gives_none(text: str, why: str) -> None:
    """No value is better than an invented one."""
    assert parse_date(text) is None, why


def test_month_first_is_read_only_when_asked() -> None:
    """3/4/1970 is 3 April unless the caller knows the American order."""
    assert str(parse_date("3/4/1970")) == "1970-04-03"
    assert str(parse_date("3/4/1970", month_first=True)) == "1970-03-04"
    assert str(parse_date("13/4/1970", month_first=True)) == "1970-04-13"


def test_excel_serials_are_days_of_the_1900_system() -> None:
    """The day Excel invented, 29 February 1900, is nobody's date."""
    assert str(parse_excel_serial("31801")) == "1987-01-24"
    assert str(parse_excel_serial("31801.5")) == "1987-01-24"
    assert str(parse_excel_serial("1")) == "1900-01-01"
    assert str(parse_excel_serial("61")) == "1900-03-01"
    assert [parse_excel_serial(text) for text in ("60", "0", "-3", "x", "999999")] == [None] * 5


@given(DAYS)
def test_a_day_is_the_same_day_in_every_notation(day: date) -> None:
    """Writing a day and reading it gives it back."""
    month = day.strftime("%b")
    written = (
        day.isoformat(),
        f"{day.day:02d} {month} {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}{day.month:02d}{day.day:02d}",
        f"{day.isoformat()}T12:00:00+02:00",
    )
    for text in written:
        assert parse_date(text) == PartialDate(day, day, Precision.DAY, raw=text)


@given(DAYS, DAYS)
def test_a_span_holds_both_its_ends(one: date, other: date) -> None:
    """ "A to B" and "A or B" reach from the earlier to the later day."""
    first, last = sorted((one, other))
    for text in (f"{first} to {last}", f"{last} or {first}", f"between {first} and {last}"):
        found = parse_date(text)
        assert found is not None
        assert (found.first, found.last) == (first, last)


@given(DAYS)
def test_writing_and_reading_a_partial_date_gives_it_back(day: date) -> None:
    """The text form of a date is one of the shapes that are read."""
    for text in (f"{day.year}", day.strftime("%b ") + f"{day.year}", f"circa {day}"):
        found = parse_date(text)
        assert found is not None
        again = parse_date(str(found))
        assert again == PartialDate(
            found.first, found.last, found.precision, found.circa, str(found)
        )


@given(st.text(max_size=40) | st.text("0123456789/-. cirtoJanymd", max_size=20))
def test_no_text_makes_reading_fail(text: str) -> None:
    """Bad input gives None, and what is read keeps its text and sane bounds."""
    found = parse_date(text)
    if found is not None:
        assert found.raw == text
        assert 1500 <= found.first.year <= found.last.year <= 2199
    parse_excel_serial(text)
