"""A number is one number in figures, in words, as an ordinal and in Roman numerals."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import TokenRole, fold, prepare
from ostraka.names.numerals import in_figures, is_roman


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("Three Percenters", "3 percenters"),
        ("Brigade Forty-Four", "brigade 44"),
        ("Brigade Fourty-fourth", "brigade 44"),
        ("Forty Thieves", "40 thieves"),
        ("1st National Bank", "1 national bank"),
        ("First National Bank", "1 national bank"),
        ("Первый банк", "1 банк"),
        ("Sea Star IV", "sea star 4"),
        ("Sea Star V", "sea star 5"),
        ("V Ships", "v ships"),
        ("Xi An Trading", "xi an trading"),
        ("Twenty First Century", "21 century"),
        ("3M", "3m"),
        ("Masterplan Two Thousand", "masterplan 2000"),
        ("585th Aviation Plant", "585 aviation plant"),
    ],
)
def test_numbers_are_read_in_figures(name: str, figures: str) -> None:
    """The first word is no Roman numeral, a single letter only at the end."""
    assert " ".join(in_figures(fold(name).split())) == figures


def test_an_organisation_is_read_as_written_and_in_figures() -> None:
    """Both readings are indexed, so the words of one side find the figures of the other."""
    readings = prepare("Three Percenters", PartyKind.ORGANISATION)
    assert [str(reading) for reading in readings] == ["three percenters", "3 percenters"]


def test_an_ordinal_longer_than_a_number_is_left_as_it_is() -> None:
    """A text of digits never makes it fail."""
    word = "9" * 5000 + "th"
    assert in_figures([word]) == [word]


def test_a_roman_numeral_is_a_number_and_a_syllable_is_none() -> None:
    """II is not III; Xi and Vi are syllables of names."""
    tokens = prepare("Rocky II", PartyKind.ORGANISATION)[0].tokens
    assert [token.role for token in tokens] == [TokenRole.WORD, TokenRole.NUMBER]
    assert [is_roman(word) for word in ("iii", "xi", "vi", "v")] == [True, False, False, False]
