"""A place in the name of an organisation is seen as one, whatever the language."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import TokenRole, fold, prepare
from ostraka.names.places import FIRST_PLACE
from ostraka.names.rows import load_rows


def places(name: str, kind: PartyKind) -> list[set[int]]:
    tokens = prepare(name, kind)[0].tokens
    return [{group for group in token.groups if group >= FIRST_PLACE} for token in tokens]


@pytest.mark.parametrize(
    ("one", "other"), [("Chile", "Chilean"), ("Moscow", "Москва"), ("Deutsche", "Germany")]
)
def test_words_of_one_place_share_a_group(one: str, other: str) -> None:
    """A translation of the place is the same place."""
    [left], [right] = (places(name, PartyKind.ORGANISATION) for name in (one, other))
    assert left == right != set()


def test_a_place_has_a_role_of_its_own_in_an_organisation_only() -> None:
    """Banco Santander Chile is not Banco Santander; Paris Hilton is a person."""
    company = prepare("Banco Santander Chile S.A.")[0].tokens
    assert [token.text for token in company if token.role is TokenRole.PLACE] == ["chile"]
    assert TokenRole.PLACE not in {token.role for token in prepare("Paris Hilton")[0].tokens}


def test_two_places_share_no_group() -> None:
    """Bank of China is not Bank of Korea."""
    [china], [korea] = (places(name, PartyKind.ORGANISATION) for name in ("China", "Korea"))
    assert not china & korea


def test_a_person_has_no_place_in_the_name() -> None:
    """Paris Jackson and Michael Jordan are people; nothing is read out of their names."""
    assert places("Michael Jordan", PartyKind.PERSON) == [set(), set()]


def test_a_word_names_one_place() -> None:
    """A word in two rows would make the order of the table matter."""
    words = [word for (spellings,) in load_rows("places") for word in spellings.split("|")]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert [fold(word) for word in words] == words
