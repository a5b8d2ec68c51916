"""What the words of a person's name say of father and generation."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import Token, TokenRole, prepare
from ostraka.names.persons import FIRST_GENERATION


def tokens(name: str) -> tuple[Token, ...]:
    return prepare(name, PartyKind.PERSON)[0].tokens


@pytest.mark.parametrize(
    ("name", "father"),
    [
        ("Salman bin Muhammad", ["muhammad"]),
        ("Muhammad bin Salman bin Abdulaziz", ["salman", "abdulaziz"]),
        ("Osama bin al Rashid", ["rashid"]),
        ("Heydar Alirza ogly Aliyev", ["alirza"]),
        ("Ben Affleck", []),
        ("Osama bin", []),
        ("Vladimir Putin", []),
    ],
)
def test_the_name_behind_bin_is_the_fathers(name: str, father: list[str]) -> None:
    """Salman bin Muhammad is not Muhammad bin Salman, though the words are the same."""
    assert [token.text for token in tokens(name) if token.descent] == father


@pytest.mark.parametrize(
    ("one", "other"), [("Martin King Jr.", "Martin King Sr."), ("Henry Ford II", "Henry Ford III")]
)
def test_a_generation_is_a_title_that_tells_apart(one: str, other: str) -> None:
    """It comes and goes like a title, but father and son are two people."""
    left, right = (tokens(name)[-1] for name in (one, other))
    assert left.role is right.role is TokenRole.TITLE
    assert min(*left.groups, *right.groups) >= FIRST_GENERATION
    assert not set(left.groups) & set(right.groups)


def test_spellings_of_a_generation_are_one() -> None:
    """Jr. and Junior say the same."""
    assert tokens("Martin King Jr.")[-1].groups == tokens("Martin King Junior")[-1].groups


def test_a_numeral_is_a_generation_only_behind_a_name() -> None:
    """Two words make no name with a generation: II may be all there is."""
    assert tokens("Ford II")[-1].role is TokenRole.WORD


def test_the_father_is_marked_in_romanised_readings_too() -> None:
    """The Arabic and the Latin spelling say the same of who is whose son."""
    readings = prepare("سلمان بن محمد", PartyKind.PERSON)
    marked = [[token.text for token in r.tokens if token.descent] for r in readings]
    assert all(len(fathers) == 1 for fathers in marked), marked
