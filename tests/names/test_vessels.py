"""A name that begins as only a ship's does is read as a ship's."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import TokenRole, prepare


@pytest.mark.parametrize(
    "name", ["MV Unica", "M/V Unica", "M.V. Unica", "S/S Unica", "Motor Vessel Unica", "M T Unica"]
)
def test_the_prefix_of_a_ship_is_a_title_with_and_without_a_kind(name: str) -> None:
    """Only the name is left to compare."""
    for kind in (None, PartyKind.VESSEL):
        tokens = prepare(name, kind)[0].tokens
        assert [token.text for token in tokens if token.role is not TokenRole.TITLE] == ["unica"]


def test_what_may_begin_a_person_s_name_is_read_as_such_first() -> None:
    """My is a Vietnamese name, and the prefix of a motor yacht."""
    [person, ship] = prepare("My Nguyen")
    assert person.tokens[0].role is not TokenRole.TITLE
    assert ship.tokens[0].role is TokenRole.TITLE
