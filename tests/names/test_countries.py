"""Countries are found by any usual name, and by none that could be another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.names import find_country, fold
from ostraka.names.countries import find_near_countries
from ostraka.names.rows import load_rows

FOUND = {
    "Korea, North": "kp",
    "Korea, South": "kr",
    "DPRK": "kp",
    "Burma": "mm",
    "Congo, Democratic Republic of the": "cd",
    "Congo (Democratic Republic)": "cd",
    "Congo, Republic of the": "cg",
    "Cote d'Ivoire": "ci",
    "CÔTE D’IVOIRE": "ci",
    "Ivory Coast": "ci",
    "Palestinian": "ps",
    "West Bank": "ps",
    "Region: Gaza": "ps",
    "Hong Kong": "hk",
    "Macau": "mo",
    "Russian Federation": "ru",
    "Россия": "ru",
    "Turkiye": "tr",
    "Czechia": "cz",
    "USSR": "su",
    "Yugoslavia": "yu",
    "U.K.": "gb",
    "usa": "us",
    "DEU": "de",
    "de": "de",
    "The Gambia": "gm",
    "Bahamas, The": "bs",
    "Virgin Islands, British": "vg",
    "Virgin Islands (U.S.)": "vi",
    "China (Mainland)": "cn",
    "Egypt (Cairo)": "eg",
    "Deutschland": "de",
    "Oesterreich": "at",
    "Rußland": "ru",
    "Corée du Nord": "kp",
    "ESTADOS UNIDOS": "us",
    "EE.UU.": "us",
    "Regno Unito": "gb",
    "Países Baixos": "nl",
    "Zuid-Afrika": "za",
    "Węgry": "hu",
    "Соединенные Штаты Америки": "us",
    "Белоруссия": "by",
    "سوريا": "sy",
    "إيران": "ir",
    "ايران": "ir",
    "俄罗斯": "ru",
    "台灣": "tw",
}


@pytest.mark.parametrize(("text", "code"), FOUND.items())
def test_usual_spellings_are_found(text: str, code: str) -> None:
    """Names, codes and the spellings of lists, in any case."""
    assert find_country(text) == code


@pytest.mark.parametrize("text", ["", "Korea", "Region: Crimea", "Georgia (USA)", "undetermined"])
def test_what_names_no_one_country_is_none(text: str) -> None:
    """A doubtful country is no evidence."""
    assert find_country(text) is None


def test_the_table_has_every_country_once_and_no_spelling_twice() -> None:
    """249 of ISO 3166-1, four withdrawn, Kosovo; a spelling is never another country's."""
    rows = load_rows("countries")
    assert len(rows) == len({row[0] for row in rows}) == len({row[1] for row in rows}) == 249 + 5
    owner: dict[str, str] = {}
    for alpha2, alpha3, name, spellings in rows:
        for spelling in (alpha2, alpha3, name, *filter(None, spellings.split("|"))):
            assert owner.setdefault(fold(spelling).removeprefix("the "), alpha2) == alpha2, spelling


def test_names_in_ten_languages_belong_to_one_country_each() -> None:
    """A hundred countries and more; a name is never another's, in the English table either."""
    rows = load_rows("country_names")
    assert len(rows) > 100
    assert len({row[0] for row in rows}) == len(rows)
    assert all(all(row) and len(row) == 11 for row in rows)
    wrong = {
        name: find_country(name)
        for alpha2, *languages in rows
        for name in "|".join(languages).split("|")
        if find_country(name) != alpha2
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Deutchland", ("Germany",)),
        ("Itally", ("Italy",)),
        ("Untied States", ("United States of America",)),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_near_names_are_offered(text: str, near: tuple[str, ...]) -> None:
    """By their English name, whatever language the slip was made in."""
    assert find_near_countries(text) == near


@given(st.text(max_size=30))
def test_any_text_gives_a_code_or_none(text: str) -> None:
    """Two lower-case letters or nothing."""
    code = find_country(text)
    assert code is None or (len(code) == 2 and code.isascii() and code.islower())
