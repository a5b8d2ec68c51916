"""Ties between parties: by name in the remarks, by uid in the XML shapes."""

from __future__ import annotations

import pytest

from ostraka.model.party import Party
from ostraka.model.relation import RelationKind
from sources.ofac.ofac_samples import Row, primary, read

COMPANY = Row(uid="201", name="COG COMPANY CO., LTD.")


def _linked(remarks: str, *others: Row) -> Party:
    return read("us_ofac_sdn", primary(Row(remarks=remarks), *others)).parties[0]


def _ties(party: Party) -> list[tuple[str, str | None]]:
    assert {r.kind for r in party.relations} == {RelationKind.LINKED_TO}
    return [(r.other_name, r.other) for r in party.relations]


@pytest.mark.parametrize("remarks", ["Linked To: GEAR WORKS; DOB 1962.", "Linked To: GEAR WORKS."])
def test_a_name_that_one_party_has_is_that_party(remarks: str) -> None:
    """The full stop that ends the remarks is not part of the name."""
    party = _linked(remarks, Row(uid="201", name="GEAR WORKS"))
    assert _ties(party) == [("GEAR WORKS", "us_ofac_sdn:201")]


def test_the_last_full_stop_may_belong_to_the_name() -> None:
    """OFAC writes one stop where the name and the remarks end together."""
    party = _linked("Linked To: COG COMPANY CO., LTD.", COMPANY)
    assert _ties(party) == [("COG COMPANY CO., LTD.", "us_ofac_sdn:201")]


def test_a_name_that_two_parties_have_is_neither() -> None:
    """A guess would tie a party to a stranger."""
    party = _linked("Linked To: GEAR.", Row(uid="201", name="GEAR"), Row(uid="202", name="GEAR"))
    assert _ties(party) == [("GEAR", None)]


@pytest.mark.parametrize(
    ("remarks", "name"),
    [
        ("Linked To: FAR AWAY WORKS.", "FAR AWAY WORKS"),
        ("Linked To: FAR AWAY CO., LTD.", "FAR AWAY CO., LTD."),
        ("Linked To: FAR AWAY S.A.", "FAR AWAY S.A."),
    ],
)
def test_a_name_that_nobody_has_stays_a_name(remarks: str, name: str) -> None:
    """The other party may be gone, or in the other file."""
    assert _ties(_linked(remarks)) == [(name, None)]
