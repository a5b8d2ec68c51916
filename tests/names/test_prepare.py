"""A prepared name is folded, has its roles, and comes in every usual reading."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from names import name_texts
from ostraka.model.party import PartyKind
from ostraka.names import Reading, Token, TokenRole, fold, prepare
from ostraka.names.name_classes import FIRST_COGNATE, FIRST_SHORT

GOLDEN = Path(__file__).parents[2] / "golden" / "names_folding.csv"
KINDS = st.none() | st.sampled_from(PartyKind)


def load_golden() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spell(reading: Reading) -> str:
    """A reading as the golden file writes it: the role of all but plain words behind the word."""
    return " ".join(
        t.text if t.role is TokenRole.WORD else f"{t.text}[{t.role}]" for t in reading.tokens
    )


@pytest.mark.parametrize("case", load_golden(), ids=lambda case: f"{case['text']}-{case['kind']}")
def test_golden_names_are_read_as_the_file_says(case: dict[str, str]) -> None:
    """A compliance officer can read and correct `golden/names_folding.csv`."""
    readings = prepare(case["text"], PartyKind(case["kind"]) if case["kind"] else None)
    written = spell(readings[0]) if readings else ""
    further = " / ".join(map(str, readings[1:]))
    assert (written, further) == (case["as_written"], case["further_readings"]), case["why"]


@pytest.mark.parametrize(
    ("one", "other", "strongest"),
    [
        ("Dmitriy", "Dimitri", "spelling"),
        ("Yusuf", "Youssef", "spelling"),
        ("Yusuf", "Joseph", "cognate"),
        ("Ivan", "John", "cognate"),
        ("Frederick", "Friedrich", "cognate"),
        ("Hans", "Johannes", "short form"),
        ("Bill", "William", "short form"),
        ("Sasha", "Aleksandr", "short form"),
        ("Pepe", "José", "short form"),
        ("Sasha", "Alejandro", None),
        ("Oleg", "Olga", None),
        ("Mohammed", "Mahmoud", None),
        ("Yuri", "Igor", None),
    ],
)
def test_the_class_two_names_share_says_how_they_belong_together(
    one: str, other: str, strongest: str | None
) -> None:
    """A spelling is the same name, a short form nearly so, another language's form seldom."""
    left, right = (
        set(prepare(name, PartyKind.PERSON)[0].tokens[0].groups) for name in (one, other)
    )
    shared = {kind_of(group) for group in left & right}
    assert (
        next((k for k in ("spelling", "short form", "cognate") if k in shared), None) == strongest
    )


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        *(("Ted", "Edward", True), ("Gosha", "Georgy", True), ("Chuy", "Jesus", True)),
        *(("Ted", "Ned", False), ("Kolya", "Tolya", False), ("Sasha", "Pasha", False)),
    ],
)
def test_the_class_of_short_forms_tells_which_is_the_full_name(
    one: str, other: str, kin: bool
) -> None:
    """The full name has the id of its spellings too; two short forms are no kin by it."""
    left, right = (
        set(prepare(name, PartyKind.PERSON)[0].tokens[0].groups) for name in (one, other)
    )
    full = {
        g for g in left & right if kind_of(g) == "short form" and g - FIRST_SHORT in left | right
    }
    assert bool(full) is kin


def kind_of(group: int) -> str:
    """What the range of its id says of a class of names."""
    if group >= FIRST_SHORT:
        return "short form"
    return "cognate" if group >= FIRST_COGNATE else "spelling"


def test_family_names_and_syllables_have_classes_but_are_no_given_names() -> None:
    """Ri, Lee and Yi are one family name; its words weigh like any others."""
    ri, lee = (prepare(name, PartyKind.PERSON)[0].tokens[0] for name in ("Ri", "Lee"))
    assert ri.role is lee.role is TokenRole.WORD
    assert set(ri.groups) & set(lee.groups)


def test_a_generic_word_may_be_the_surname_of_a_person() -> None:
    """Without a kind, a given name beside it speaks for a person."""
    assert [str(r) for r in prepare("Robert Gaz")] == ["robert gaz"]


def test_spellings_of_a_generic_word_share_a_group() -> None:
    """They are variants, not equal: what a reader sees is what was written."""
    [one], [other] = (
        prepare(text, PartyKind.ORGANISATION)[0].tokens for text in ("Organization", "организация")
    )
    assert (one.role, one.groups) == (other.role, other.groups)
    assert one.text != other.text


def test_legal_forms_of_the_same_kind_are_equal_across_languages() -> None:
    """A limited liability company is one class in English, Russian and by its letters."""
    names = ("Justox OJSC", "OAO Justox", "Open Joint Stock Company Justox")
    assert {prepare(name)[0].tokens for name in names} == {
        (Token("justox", TokenRole.WORD), Token("ojsc", TokenRole.LEGAL_FORM))
    }


@given(name_texts.ANY_TEXT, KINDS)
@settings(max_examples=400)
def test_any_text_gives_folded_tokens_or_nothing(text: str, kind: PartyKind | None) -> None:
    """No text makes it fail; no token is empty, holds a space or a capital letter."""
    readings = prepare(text, kind)
    assert len(readings) <= 8
    assert len({reading.tokens for reading in readings}) == len(readings)
    assert bool(readings) >= any(c.isascii() and c.isalnum() for c in text)
    for reading in readings:
        assert reading.tokens
        for token in reading.tokens:
            assert token.text
            assert " " not in token.text
            assert token.text == token.text.casefold()


@given(name_texts.LATIN_NAMES, st.sampled_from((PartyKind.PERSON, PartyKind.ORGANISATION)))
@settings(max_examples=400)
def test_a_prepared_latin_name_is_prepared_already(text: str, kind: PartyKind) -> None:
    """Preparing what came out changes no word, so an index made from readings is stable."""
    written = str(prepare(text, kind)[0])
    assert str(prepare(written, kind)[0]) == written


@given(name_texts.ANY_TEXT)
@settings(max_examples=400)
def test_folding_is_done_once(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@given(name_texts.LATIN_NAMES, KINDS)
def test_case_never_matters(text: str, kind: PartyKind | None) -> None:
    """Lists write family names in capitals, users do not."""
    assert prepare(text.upper(), kind) == prepare(text.lower(), kind)


def test_a_legal_form_set_off_by_capitals_is_a_legal_form() -> None:
    """SiemensAG is Siemens AG; a word that merely ends so is left whole."""
    assert prepare("SiemensAG")[0].tokens == prepare("Siemens AG")[0].tokens
    assert str(prepare("Vasa", PartyKind.ORGANISATION)[0]) == "vasa"


def test_a_former_name_in_the_text_is_a_reading_of_its_own() -> None:
    """Each of the two names finds the party alone."""
    readings = prepare("Maria Ivanova (née Petrova)", PartyKind.PERSON)
    assert [str(reading) for reading in readings[1:]] == ["maria ivanova", "maria petrova"]


@pytest.mark.parametrize("name", ["Acme S A R L", "Acme S.A.R.L.", "Acme S. A. R. L.", "SARL Acme"])
def test_a_legal_form_is_known_with_dots_and_spaces(name: str) -> None:
    """However its letters are set apart, it is one word."""
    tokens = prepare(name, PartyKind.ORGANISATION)[0].tokens
    assert [(token.text, token.role) for token in tokens] == [
        ("acme", TokenRole.WORD),
        ("sarl", TokenRole.LEGAL_FORM),
    ]


def test_a_form_that_is_a_name_too_makes_no_organisation() -> None:
    """Zhang Ao is a person until something else says otherwise."""
    assert str(prepare("Zhang Ao")[0]) == "zhang ao"
    assert str(prepare("Rosneft AO", PartyKind.ORGANISATION)[0]) == "rosneft jsc"
