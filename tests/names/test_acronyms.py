"""An organisation may be called by the initials of its words."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import TokenRole, prepare
from ostraka.names.acronyms import find_acronym


def acronym(name: str) -> str | None:
    found = find_acronym(prepare(name, PartyKind.ORGANISATION)[0])
    return str(found) if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("People's Liberation Army", "pla"),
        ("Islamic Revolutionary Guard Corps", "irgc"),
        ("Islamic Republic of Iran Shipping Lines Ltd", "irisl"),
        ("Комитет государственной безопасности", "кгб"),
        ("Acme Trading", None),
        ("Brigade 44 North", None),
        ("Alpha Nova Atlas", None),
    ],
)
def test_the_acronym_is_of_the_words_that_carry_the_name(name: str, expected: str | None) -> None:
    """At least three of them; "of" and "Ltd" give no letter; "Ana" is a given name."""
    assert acronym(name) == expected


def test_an_acronym_has_a_role_of_its_own() -> None:
    """The matcher takes it as it stands: PLA is not PLC."""
    found = find_acronym(prepare("People's Liberation Army", PartyKind.ORGANISATION)[0])
    assert found is not None
    assert [token.role for token in found.tokens] == [TokenRole.ACRONYM]


@pytest.mark.parametrize(
    ("name", "repeated"),
    [
        ("ISLAMIC JIHAD GROUP - IJG", "ijg"),
        ("Islamic Movement of Uzbekistan (I.M.U.)", "imu"),
        ("SIIB SYRIA INTERNATIONAL ISLAMIC BANK", "siib"),
        ("Iran Communications Industries Co. - ICI", "ici"),
        ("Islamic Jihad Group - IGJ", None),
    ],
)
def test_an_acronym_beside_its_own_words_is_a_title(name: str, repeated: str | None) -> None:
    """It adds nothing to the name; other letters do."""
    tokens = prepare(name, PartyKind.ORGANISATION)[0].tokens
    titles = [token.text for token in tokens if token.role is TokenRole.TITLE]
    assert titles == ([repeated] if repeated else [])
