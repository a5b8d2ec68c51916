"""The quick way for very many parties says what the careful one says."""

from __future__ import annotations

import json

from hypothesis import given, settings

from ostraka.ownership import Listed, Ownership, Stake, Stakes
from ostraka.ownership.plain import answer_all
from ostraka.screening.ownership_stream import write_entries, write_told
from ownership.structure_strategies import PARTIES, REGIMES, listings, structures
from ownership.structures import DAY


@settings(max_examples=60, deadline=None)
@given(structures, listings)
def test_entries_made_from_one_text_are_those_made_one_by_one(
    stakes: list[Stake], listed: list[Listed]
) -> None:
    """Two writers that could disagree would, one day."""
    told = Stakes(stakes, {party: f'"{party}"\\ Ltd' for party in PARTIES})
    asked = Ownership(told, listed, DAY)
    quick = write_told(answer_all(asked, PARTIES, REGIMES), told)
    careful = write_entries(((None, a) for a in asked.answers(PARTIES, REGIMES)), told)
    assert list(map(json.loads, quick)) == list(map(json.loads, careful))
