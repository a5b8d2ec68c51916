"""What was done to a row is told from the row before and after."""

from __future__ import annotations

import pytest
from benchmarks.treatments import find_date_treatment, find_name_treatment, shift_year


@pytest.mark.parametrize(
    ("before", "after", "treatment"),
    [
        ("ANNA BERG", "BERG, ANNA", "words in another order"),
        ("ANNA BERG", "ANA BERG", "doubled letter dropped"),
        ("ANNA BERG", "ANNA BBERG", "doubled letter"),
        ("ANNA BERG", "ANNA BREG", "letters swapped"),
        ("ANNA BERG", "ANNA\u00a0BERG", "space replaced"),
        ("ANNA BERG", "ANNE BERG", "letter replaced"),
    ],
)
def test_a_name_says_how_it_was_altered(before: str, after: str, treatment: str) -> None:
    """Tables of recall by treatment rest on this."""
    assert find_name_treatment(before, after) == treatment


@pytest.mark.parametrize(
    ("before", "after", "treatment"),
    [
        ("1970-01-02", "1970-01-02", "none"),
        ("1970-01-02", "1970-02-02", "day or month other"),
        ("1970-01-02", "1971-01-02", "year of birth off by one, full date"),
        ("1970", "1969", "year of birth off by one, year alone"),
        ("1970-01-02", "1975", "year of birth other, year alone"),
        ("", "1970", "date other"),
    ],
)
def test_a_date_says_how_it_was_altered(before: str, after: str, treatment: str) -> None:
    """A year that is off by one is told from a date that contradicts."""
    assert find_date_treatment(before, after) == treatment


def test_a_shifted_leap_day_is_still_a_day() -> None:
    """There is no 29 February in the year after."""
    assert shift_year("1980-02-29", 1) == "1981-02-28"
    assert shift_year("1980-02-29", 4) == "1984-02-29"
    assert shift_year("1980", -1) == "1979"
