"""What an answer rests on, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cli.answer_samples import ENGINE
from ostraka.cli.basis import describe_lists, describe_snapshot
from ostraka.model.snapshot import Snapshot

SDN = replace(ENGINE.snapshots[0], source="us_ofac_sdn")


@pytest.mark.parametrize(
    ("snapshot", "day", "text"),
    [
        (SDN, date(2022, 2, 8), "us_ofac_sdn (published 2021-12-10)"),
        (
            SDN,
            date(2024, 11, 4),
            "us_ofac_sdn (published 2021-12-10, 1,060 days before 2024-11-04)",
        ),
        (ENGINE.snapshots[0], date(2024, 11, 4), "demo (published 2021-12-10)"),
        (
            replace(SDN, omits=("addresses", "aliases", "identifiers.note")),
            None,
            "us_ofac_sdn (published 2021-12-10, read without addresses and aliases: other "
            "spellings are not found)",
        ),
        (
            replace(SDN, omits=("listings.acts",)),
            None,
            "us_ofac_sdn (published 2021-12-10)",
        ),
    ],
)
def test_age_and_gaps_of_a_list_stand_beside_its_day(
    snapshot: Snapshot, day: date | None, text: str
) -> None:
    """An old list, or one without aliases, finds less; the bundled one is never renewed."""
    assert describe_snapshot(snapshot, day) == text


def test_a_list_that_does_not_reach_back_says_so() -> None:
    """It is held, and yet the answer does not rest on it."""
    engine = replace(ENGINE, as_of=date(2019, 1, 2), not_screened=("un_sc",), not_held=())
    assert describe_lists(engine)[1] == (
        "Held, not screened: un_sc (no snapshot of it was published on or before 2019-01-02)."
    )
