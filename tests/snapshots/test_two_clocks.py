"""What was in force on a day, and what was known on a day: two clocks that never mix."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ostraka.snapshots import Store, delta
from ostraka.snapshots.former import find_notices, record_notice
from ostraka.snapshots.notices import Notice
from snapshots.invented import KEY, NOW, day, make_parties, make_party, publish

WEEK = timedelta(days=7)
TODAY = NOW.date()


def count_as_of(store: Store, offset: int) -> int | None:
    """Parties on the list on a day, as far as the store knows."""
    found = store.as_of(KEY, day(offset))
    return found.parties if found else None


def test_a_file_imported_late_was_not_known_before(tmp_path: Path) -> None:
    """History mended today changes what we say of the day, not what we knew on it."""
    publish(Store(tmp_path), make_parties(10), day(-30), now=NOW - WEEK)
    publish(Store(tmp_path), make_parties(11), day(-20), now=NOW)
    assert count_as_of(Store(tmp_path), -20) == 11
    assert count_as_of(Store(tmp_path, known_on=TODAY - WEEK), -20) == 10
    assert count_as_of(Store(tmp_path, known_on=TODAY), -20) == 11


def test_before_the_first_import_nothing_was_known(tmp_path: Path) -> None:
    publish(Store(tmp_path), make_parties(10), day(-30), now=NOW)
    before = Store(tmp_path, known_on=TODAY - WEEK)
    assert (before.sources(), before.current(KEY), before.snapshots()) == ((), None, ())


def test_what_history_shows_follows_what_was_known(tmp_path: Path) -> None:
    """`last_absent` comes from a snapshot; before that came in, nobody could tell."""
    publish(Store(tmp_path), make_parties(11), day(-10), now=NOW - WEEK)
    publish(Store(tmp_path), make_parties(10), day(-20), now=NOW)

    def sides(store: Store) -> tuple[object, object]:
        entry = store.find_party(make_party(11).id)
        assert entry is not None
        [listing] = entry[0].listings
        return listing.first_seen, listing.last_absent

    assert sides(Store(tmp_path)) == (day(-10), day(-20))
    assert sides(Store(tmp_path, known_on=TODAY - WEEK)) == (day(-10), None)


def test_a_difference_is_read_although_its_base_was_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock that once went wrong must not make a snapshot unreadable."""
    monkeypatch.setattr(delta, "SMALLEST_BASE", 1)
    monkeypatch.setattr(delta, "LARGEST_SHARE", 0.5)
    publish(Store(tmp_path), make_parties(20), day(-30), now=NOW)
    publish(Store(tmp_path), make_parties(21), day(-29), now=NOW - WEEK)
    early = Store(tmp_path, known_on=TODAY - WEEK)
    [held] = early.snapshots()
    assert early.get_manifest(held).base != ""
    assert len(early.load_parties(held)) == 21


def test_a_notice_counts_from_the_day_it_was_recorded(tmp_path: Path) -> None:
    store = Store(tmp_path)
    publish(store, make_parties(3), day(-30), now=NOW - WEEK)
    party = make_party(1).id
    notice = Notice(party=party, on=day(-5), citation="Gazette 5", recorded=NOW)
    assert record_notice(store, notice)
    assert find_notices(store, party) == (notice,)
    assert find_notices(store, party, day(-6)) == ()
    assert find_notices(Store(tmp_path, known_on=TODAY - WEEK), party) == ()
