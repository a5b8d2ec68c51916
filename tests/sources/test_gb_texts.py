"""Properties of the small readers that both lists of the United Kingdom share."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.identifier import Scheme
from ostraka.model.origin import Origin
from ostraka.sources.gb.documents import find_issuer, read_documents
from ostraka.sources.gb.numbers import read_business_numbers
from ostraka.sources.gb.texts import clean, find_uk_day, read_birth, split_numbered

ORIGIN = Origin("gb_uksl", "GHR9001")
WORDS = st.text(alphabet="abcdefgh XYZ", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.lists(WORDS.filter(lambda w: w.casefold() != "na"), min_size=2, max_size=12))
def test_numbered_values_come_back_in_order(values: list[str]) -> None:
    """As many as were numbered, each as it was but for its spaces."""
    text = " ".join(f"({n}) {value}" for n, value in enumerate(values, start=1))
    assert split_numbered(text) == [clean(value) for value in values]


@given(st.text(max_size=80))
def test_no_text_makes_a_reader_fail(text: str) -> None:
    """Whatever a cell holds, it is read or left, never an error."""
    split_numbered(text)
    read_birth(text)
    find_uk_day(text)
    find_issuer(text)
    list(read_documents(text, text, Scheme.PASSPORT, ORIGIN))
    list(read_business_numbers(text, ORIGIN))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_days_are_read_as_the_lists_write_them(day: date) -> None:
    """Day, month, year; a workbook may hold the same day in ISO form."""
    assert find_uk_day(f"{day:%d/%m/%Y}") == day
    assert find_uk_day(f"{day.isoformat()} 00:00:00") == day


@given(st.integers(10**9, 10**10 - 1), st.integers(10**12, 10**13 - 1))
def test_numbers_are_told_apart_by_their_labels(inn: int, ogrn: int) -> None:
    """With and without a space, before and after the number."""
    for text in (
        f"INN: {inn} OGRN: {ogrn}",
        f"INN: {inn}OGRN: {ogrn}",
        f"{inn} - Russia INN; OGRN {ogrn}",
    ):
        found = {i.scheme: i.value for i in read_business_numbers(text, ORIGIN)}
        assert found == {Scheme.INN: str(inn), Scheme.OGRN: str(ogrn)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00/00/1975", "1975"),
        ("dd/mm/1975", "1975"),
        ("dd/04/1975", "1975-04"),
        ("'31/12/1975", "1975-12-31"),
        ("1951", "1951"),
        ("27395", "1975-01-01"),
        ("circa 1950-1955", "circa 1950-01-01 to 1955-12-31"),
    ],
)
def test_no_date_of_birth_is_made_finer_than_stated(text: str, expected: str) -> None:
    """Zeros and letters stand for what is not known; five figures are a workbook's day."""
    assert str(read_birth(text)) == expected


@pytest.mark.parametrize(
    ("note", "country"),
    [
        ("Pakistan number, issued on 12 Aug. 1991", "Pakistan"),
        ("Syrian Arab Republic number", "Syrian Arab Republic"),
        ("Libyan. Issued: 23/01/2009", "Libyan"),
        ("Italian Fiscal Code", "Italian"),
        ("D9004878", ""),
        ("Issued in Karachi", ""),
        ("Unconfirmed", ""),
        ("Islamic Republic of", ""),
    ],
)
def test_a_country_is_what_a_note_begins_with(note: str, country: str) -> None:
    """As written, and never a number or a word about the paper."""
    assert find_issuer(note) == country


def test_numbers_joined_by_full_stops_are_several_documents() -> None:
    """They stand in one cell without any mark."""
    found = read_documents("734088604. 735958824", "", Scheme.PASSPORT, ORIGIN)
    assert [i.value for i in found] == ["734088604", "735958824"]
