"""A field that breaks without a word is noticed by what it used to state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.errors import NotPublished
from ostraka.model.party import Party
from ostraka.snapshots import Store
from ostraka.snapshots.filling import check_filled, count_filled
from snapshots.invented import day, make_parties, publish

BORN = PartialDate(day(0), day(0), Precision.DAY)


def make_born(filled: int, of: int) -> tuple[Party, ...]:
    """So many parties of whom the first have a date of birth."""
    return tuple(
        replace(party, born=(BORN,)) if number < filled else party
        for number, party in enumerate(make_parties(of))
    )


def test_a_field_that_is_all_but_empty_now_is_refused(tmp_path: Path) -> None:
    """The publisher renamed it: as many parties as before, and nobody was born."""
    publish(Store(tmp_path), make_born(90, 100), day(-2))
    with pytest.raises(NotPublished) as refusal:
        publish(Store(tmp_path), make_born(4, 100), day(-1))
    assert "4.0% of the parties state born, 90.0% in the snapshot before" in refusal.value.problem
    forced = publish(Store(tmp_path), make_born(4, 100), day(-1), force="no dates from now on")
    assert "born" in forced.warnings[-1]


def test_what_the_files_cannot_state_is_no_fall(tmp_path: Path) -> None:
    publish(Store(tmp_path), make_born(90, 100), day(-2))
    publish(Store(tmp_path), make_born(0, 100), day(-1), omits=("born",))
    assert len(Store(tmp_path).snapshots()) == 2


@given(before=st.integers(0, 100), now=st.integers(0, 100))
@settings(deadline=None, max_examples=50)
def test_the_alarm_is_a_quarter_of_what_was_usual(before: int, now: int) -> None:
    """Of few values a share says nothing."""
    found = check_filled(count_filled(make_born(before, 100)), 100, make_born(now, 100), ())
    assert bool(found.refusals) == (before >= 20 and now < before / 4)


def test_a_snapshot_of_an_earlier_version_tells_nothing() -> None:
    assert check_filled({}, 100, make_parties(100), ()).refusals == ()
