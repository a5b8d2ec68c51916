"""Names in other scripts are read as Latin lists spell them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from names import name_texts
from ostraka.names import romanise, scripts

READINGS = {
    "Владимир": ("vladimir", "volodymyr"),
    "Юсто": ("yusto", "iusto"),
    "Европейский": ("evropeyskiy", "evropeiskii", "evropeysky", "yevropeyskiy"),
    "Володимир": ("volodimir", "volodymyr"),
    "Володимир Гринський": (
        "volodymyr hrynskyi",
        "vladimir grinskiy",
        "vladimir hrynskyy",
        "vladimir hrynsky",
        "vladimir hrynskyj",
    ),
    "Γιώργος": ("giorgos", "yorgos"),
    "ბერიძე": ("beridze",),
    "Պետրոսյան": ("petrosyan", "bedrosian"),
    "محمد": ("muhammad", "mohammed"),
    "كريم": ("karim", "kareem"),
    "שרון": ("sharon", "sharun"),
    "דוד": ("david",),
    "리영길": (
        "ri yeonggil",
        "ri yeong gil",
        "ri yonggil",
        "lee younggil",
        "lee yeongkil",
        "lee yunggil",
    ),
    "ニッポン": ("nippon",),
    "はしもと": ("hashimoto", "hasimoto"),
    "雪克来提·扎克尔": ("xuekelaiti zhakeer", "xue ke lai ti zha ke er"),
    "陈全国": ("chen quanguo", "chen chuankuo"),
    "欧阳修文": ("ouyang xiuwen", "ouyang hsiuwen"),
    "曾小明": ("zeng xiaoming", "tseng hsiaoming", "tsang siuming"),
    "習近平": ("xi jinping", "hsi chinping"),
    "佐藤 健": (
        "sato ken",
        "sato takeshi",
        "sato takeru",
        "satou ken",
        "satoh ken",
    ),
    "田中ひろし": ("tanaka hiroshi", "tanaka hirosi"),
}


@pytest.mark.parametrize(("text", "readings"), READINGS.items())
def test_usual_readings_come_first(text: str, readings: tuple[str, ...]) -> None:
    """Each script by its rules, ambiguous ones in several readings."""
    assert romanise(text) == readings


@pytest.mark.parametrize("text", ["", "Plain Name", "Ångström", "42", "龘ひろし"])
def test_no_reading_is_better_than_a_wrong_one(text: str) -> None:
    """Latin text needs none, and kanji beside kana that no table has are not read as Mandarin."""
    assert romanise(text) == ()


def test_scripts_are_named_in_order_of_appearance() -> None:
    """ISO 15924 codes; kana are one script here."""
    assert scripts("ООО Acme 株式会社サクラ 42") == ("Cyrl", "Latn", "Hani", "Kana")


@given(name_texts.ANY_TEXT)
@settings(max_examples=400)
def test_readings_are_few_and_distinct(text: str) -> None:
    """Eight at most, none empty, none twice."""
    readings = romanise(text)
    assert len(readings) <= 8
    assert len(set(readings)) == len(readings)
    assert all(readings)
