"""Names in other scripts are read as Latin lists spell them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from names import name_texts
from ostraka.names import romanise, scripts

READINGS = {
    "Владимир": ("vladimir",),
    "Юсто": ("yusto", "iusto"),
    "Европейский": ("evropeyskiy", "evropeiskii", "evropeysky", "yevropeyskiy"),
    "Володимир": ("volodimir",),
    "Володимир Гринський": (
        "volodymyr hrynskyi",
        "volodymyr hrynskyy",
        "volodymyr hrynsky",
        "volodymyr hrynskyj",
    ),
    "Γιώργος": ("giorgos", "yorgos"),
    "ბერიძე": ("beridze",),
    "Պետրոսյան": ("petrosyan", "bedrosian"),
    "محمد": ("muhammad", "mohammed"),
    "كريم": ("karim", "kareem"),
    "שרון": ("sharon", "sharun"),
    "דוד": ("david",),
    "리영길": ("ri yeonggil", "ri yonggil", "lee yeonggil", "ri yongkil"),
    "ニッポン": ("nippon",),
    "はしもと": ("hashimoto", "hasimoto"),
    "雪克来提·扎克尔": ("xuekelaiti zhakeer", "xue ke lai ti zha ke er"),
    "陈全国": ("chen quanguo",),
    "欧阳修文": ("ouyang xiuwen",),
    "曾小明": ("zeng xiaoming",),
}


@pytest.mark.parametrize(("text", "readings"), READINGS.items())
def test_usual_readings_come_first(text: str, readings: tuple[str, ...]) -> None:
    """Each script by its rules, ambiguous ones in several readings."""
    assert romanise(text) == readings


@pytest.mark.parametrize("text", ["", "Plain Name", "Ångström", "42", "田中ひろし"])
def test_no_reading_is_better_than_a_wrong_one(text: str) -> None:
    """Latin text needs none, and Japanese kanji beside kana are not read as Mandarin."""
    assert romanise(text) == ()


def test_scripts_are_named_in_order_of_appearance() -> None:
    """ISO 15924 codes; kana are one script here."""
    assert scripts("ООО Acme 株式会社サクラ 42") == ("Cyrl", "Latn", "Hani", "Kana")


@given(name_texts.ANY_TEXT)
@settings(max_examples=400)
def test_readings_are_few_and_distinct(text: str) -> None:
    """Four at most, none empty, none twice."""
    readings = romanise(text)
    assert len(readings) <= 4
    assert len(set(readings)) == len(readings)
    assert all(readings)
