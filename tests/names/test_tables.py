"""The tables of names hold what their heads say, and no spelling contradicts another."""

from __future__ import annotations

from importlib.resources import files

import pytest

from ostraka.names import fold
from ostraka.names.alphabets import load_rules
from ostraka.names.legal_forms import load_legal_forms
from ostraka.names.name_classes import load_given_names, load_name_classes
from ostraka.names.rows import load_rows
from ostraka.names.tokens import TokenRole

TABLES = sorted(table.name for table in files("ostraka.names").joinpath("tables").iterdir())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_it_is_and_has_whole_rows(name: str) -> None:
    """A head comment with origin and date; as many fields in every row."""
    text = files("ostraka.names").joinpath("tables", name).read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert any("Ostraka developers" in line or "Unicode" in line for line in head)
    assert "2026-11-22" in head[-1] or any("2026-11-22" in line for line in head)
    rows = load_rows(name.removesuffix(".csv"))
    assert len({len(row) for row in rows}) == 1
    assert rows


def test_a_spelling_of_a_legal_form_has_one_class() -> None:
    """At least 200 spellings of over 40 jurisdictions, none with two classes."""
    rows = load_rows("legal_forms")
    classes: dict[str, set[str]] = {}
    for form in load_legal_forms():
        classes.setdefault(" ".join(form.words), set()).add(form.name)
    assert {words: names for words, names in classes.items() if len(names) > 1} == {}
    assert len(rows) >= 200
    assert len({row[2] for row in rows if row[2]}) >= 40
    assert {row[3] for row in rows} == {"end", "start", "both", "any"}


def test_a_word_has_one_class_in_its_role() -> None:
    """Two classes for one spelling would make the order of the file matter."""
    classes: dict[tuple[str, str], set[str]] = {}
    for spellings, canonical, role in load_rows("words"):
        for spelling in spellings.split("|"):
            key = role.removeprefix("faint ").replace("trade", "generic"), fold(spelling)
            classes.setdefault(key, set()).add(canonical)
    assert {key: names for key, names in classes.items() if len(names) > 1} == {}


def test_roles_of_words_are_known() -> None:
    """The column `role` holds roles of tokens and the three finer ones the head explains."""
    roles = {role for _, _, role in load_rows("words")}
    of_tokens = {TokenRole.PARTICLE, TokenRole.TITLE, TokenRole.GENERIC, TokenRole.TRADE}
    assert roles == of_tokens | {"leading title", "faint generic", "faint trade"}


def test_given_names_are_folded_classes_of_many_traditions() -> None:
    """At least 400 names in a dozen traditions, each spelling once in a class."""
    rows = load_rows("given_names")
    given = [row for row in rows if row[1] == "given"]
    assert len(given) >= 400
    assert len({tradition for _, _, tradition in rows}) >= 12
    for known in load_name_classes():
        names = (*known.spellings, *known.short_forms)
        assert len(set(names)) == len(names), names
        assert list(names) == [fold(name) for name in names]
    assert {"mohammed", "joseph", "sasha"} <= load_given_names()


def test_every_letter_of_an_alphabet_is_read() -> None:
    """A letter without a rule would silently fall out of names."""
    alphabets = {
        "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
        "el": "αβγδεζηθικλμνξοπρσςτυφχψω",
        "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    }
    for language, letters in alphabets.items():
        assert set(letters) <= load_rules(language).keys(), language
