"""Names in Han, kana and Hangul are read whole, each word by what its characters are."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import prepare
from ostraka.names.tokens import Token


def _read(name: str, kind: PartyKind | None = None) -> list[str]:
    return [str(reading) for reading in prepare(name, kind)]


def _find(name: str, text: str) -> Token:
    tokens = (t for reading in prepare(name, PartyKind.PERSON) for t in reading.tokens)
    return next(token for token in tokens if token.text == text)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("毛澤東", "mao tsetung"),
        ("梁振英", "leung chunying"),
        ("单志刚", "shan zhigang"),
        ("최선희", "choe sonhui"),
        ("남궁민", "namgoong min"),
        ("佐藤栄作", "satoh eisaku"),
        ("渋谷健司", "sibuya kenzi"),
        ("本間健太郎", "homma kentaro"),
        ("豊臣秀吉", "toyotomi hideyoshi"),
        ("林太一", "lin taiyi"),
    ],
)
def test_the_spellings_people_use_are_among_the_readings(name: str, latin: str) -> None:
    """Wade-Giles, Hong Kong, the North, old Hepburn, Kunrei; kanji alone may be Chinese too."""
    assert latin in _read(name, PartyKind.PERSON)


def test_a_given_name_is_never_read_as_several_single_syllables() -> None:
    """Each syllable of Mandarin is a name that millions bear: 怡君 李 is not Li Yi."""
    assert not any("yi jun" in reading for reading in _read("怡君 李"))


@pytest.mark.parametrize(("one", "other"), [("習近平", "习近平"), ("김정은", "김 정은")])
def test_the_same_name_has_an_equal_reading_in_its_own_script(one: str, other: str) -> None:
    """Traditional and simplified, in one run and apart: the script itself decides."""
    own = [
        {str(r) for r in prepare(name, PartyKind.PERSON) if not r.script} for name in (one, other)
    ]
    assert own[0] & own[1]


@pytest.mark.parametrize(
    ("name", "script"), [("习近平", "Hani"), ("김정은", "Hang"), ("田中ひろし", "Kana")]
)
def test_romanised_readings_name_their_script_and_words_are_exact(name: str, script: str) -> None:
    """So that two names in one script are compared in it, and no letter counts as a slip."""
    romanised = [
        r for r in prepare(name, PartyKind.PERSON) if r.how.endswith(("romanised", "ation"))
    ]
    assert romanised
    assert all(reading.script == script for reading in romanised)
    assert all(token.syllabic for reading in romanised for token in reading.tokens)


def test_a_family_name_has_the_class_of_its_character_not_of_its_spelling() -> None:
    """Both 曾 and 陈 may be written Chan; the characters share no class."""
    chen, zeng = _find("陈伟", "chen"), _find("曾伟", "zeng")
    assert chen.groups
    assert not set(chen.groups) & set(zeng.groups)


def test_a_hangul_syllable_has_the_class_of_all_its_spellings() -> None:
    """정 is Jeong, Jong, Jung and Chung, and is not 종."""
    groups = set(_find("김정은", "jeong").groups)
    for spelling in ("Jong", "Jung", "Chung"):
        assert groups & set(prepare(f"Kim {spelling}", PartyKind.PERSON)[0].tokens[1].groups)
    assert not groups & set(_find("김종은", "jong").groups)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("トヨタ自動車株式会社", "toyota motor kk"),
        ("三菱重工業株式会社", "mitsubishi heavy industries kk"),
        ("하나은행", "hana bank"),
        ("大连海运有限公司", "dalian shipping coltd"),
    ],
)
def test_organisations_are_read_by_their_words(name: str, latin: str) -> None:
    """Brands and words of trade in their Latin forms, with or without a kind."""
    assert latin in _read(name, PartyKind.ORGANISATION)
    assert latin in _read(name)


def test_one_character_is_a_chinese_family_first() -> None:
    """林 alone is Lin before it is Hayashi; both are readings."""
    texts = [str(reading) for reading in prepare("林", PartyKind.PERSON)]
    assert texts.index("lin") < texts.index("hayashi")
