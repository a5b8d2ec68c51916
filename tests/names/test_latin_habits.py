"""A Latin name is found in the spelling of another habit of romanising."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import prepare


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Abdul Rahman Ali", "abdulrahman ali"),
        ("Ali Abd al-Karim", "ali abdulkarim"),
        ("Chiang Chieh-shih", "jiang jieshi"),
        ("CHANG, Chih-chun", "zhang zhijun"),
        ("Teng Hsiao-p'ing", "deng xiaoping"),
        ("Tse-tung Mao", "mao zedong"),
        ("AleksandrSEDOV", "aleksandr sedov"),
    ],
)
def test_the_other_spelling_is_a_further_reading(name: str, other: str) -> None:
    """As written stays first."""
    first, *further = map(str, prepare(name, PartyKind.PERSON))
    assert first != other
    assert other in further


@pytest.mark.parametrize(
    "name", ["Han Chang-su", "Kim Chong-un", "Mary-Ann Li", "Abdul", "Abdul Al", "McDonald"]
)
def test_other_names_have_one_reading(name: str) -> None:
    """Syllables of pinyin or Korean are none of Wade-Giles; Abd needs a name behind it."""
    assert len(prepare(name, PartyKind.PERSON)) == 1
