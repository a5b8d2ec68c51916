"""Who left a list: absent since a snapshot, and ended once the authority's notice is recorded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.errors import ListMissing, StoreDamaged
from ostraka.snapshots import Store, delta
from ostraka.snapshots.former import find_former, find_notices, record_notice
from ostraka.snapshots.notices import Notice
from snapshots.invented import KEY, NOW, day, make_listing, make_parties, make_party, publish

ONE = make_party(1).id
Told = tuple[str, date, date, date | None]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in a home that does not exist yet."""
    return Store(tmp_path)


def tell(store: Store, party: str = ONE, as_of: date | None = None) -> list[Told]:
    """Programme, last seen, absent since and end of every former listing."""
    return [
        (f.listing.programme, f.last_seen.published, f.absent_since.published, f.listing.ended_on)
        for f in find_former(store, party, as_of)
    ]


def make_notice(on: date, programme: str = "", party: str = ONE, citation: str = "7") -> Notice:
    """A notice recorded at the moment of the tests."""
    return Notice(party=party, on=on, citation=citation, recorded=NOW, programme=programme)


def test_absence_has_two_sides_and_no_day_of_its_own(store: Store) -> None:
    """The authority acted between two snapshots; nobody makes up a day for it."""
    publish(store, make_parties(40), day(-9))
    publish(store, make_parties(40), day(-5))
    publish(store, make_parties(39, first=2), day(-3))
    publish(store, make_parties(38, first=2), day(-1))
    assert tell(store) == [("ALPHA", day(-5), day(-3), None)]
    assert tell(store, as_of=day(-4)) == []


def test_one_listing_may_end_while_the_party_stays(store: Store) -> None:
    """A party under two programmes, then under one."""
    both = make_party(1, listings=(make_listing("ALPHA"), make_listing("BETA")))
    publish(store, (both, *make_parties(30, first=2)), day(-2))
    publish(store, make_parties(31), day(-1))
    assert tell(store) == [("BETA", day(-2), day(-1), None)]


def test_who_comes_back_is_no_longer_gone(store: Store) -> None:
    publish(store, make_parties(40), day(-3))
    publish(store, make_parties(39, first=2), day(-2))
    assert tell(store) != []
    publish(store, make_parties(40), day(-1))
    assert tell(store) == []
    assert tell(store, as_of=day(-2)) == [("ALPHA", day(-3), day(-2), None)]


def test_the_notice_ends_the_listing_on_its_day(store: Store) -> None:
    """Absent since is kept beside it: what was seen, and what was said."""
    publish(store, make_parties(40), day(-3))
    publish(store, make_parties(39, first=2), day(-1))
    assert record_notice(store, make_notice(day(-2)))
    assert tell(store) == [("ALPHA", day(-3), day(-1), day(-2))]
    [former] = find_former(store, ONE)
    assert former.notice == make_notice(day(-2))
    assert former.listing.acts[-1].citation == "7"


def test_a_notice_may_concern_one_programme(store: Store) -> None:
    both = make_party(1, listings=(make_listing("ALPHA"), make_listing("BETA")))
    publish(store, (both, *make_parties(30, first=2)), day(-3))
    publish(store, make_parties(30, first=2), day(-1))
    record_notice(store, make_notice(day(-2), "BETA"))
    assert tell(store) == [
        ("ALPHA", day(-3), day(-1), None),
        ("BETA", day(-3), day(-1), day(-2)),
    ]


def test_a_notice_of_before_the_last_designation_ends_nothing(store: Store) -> None:
    """It told of an earlier listing."""
    dated = make_party(1, listings=(make_listing(on=day(-20)),))
    publish(store, (dated, *make_parties(30, first=2)), day(-3))
    publish(store, make_parties(30, first=2), day(-1))
    record_notice(store, make_notice(day(-30)))
    assert tell(store) == [("ALPHA", day(-3), day(-1), None)]


def test_a_notice_twice_is_one(store: Store) -> None:
    publish(store, make_parties(3))
    assert record_notice(store, make_notice(day(0)))
    assert not record_notice(store, make_notice(day(0)))
    assert len(find_notices(store, ONE)) == 1


@pytest.mark.parametrize(
    "notice", [make_notice(day(0), party=f"{KEY}:nobody"), make_notice(day(0), "GAMMA")]
)
def test_a_notice_that_can_end_nothing_is_refused(store: Store, notice: Notice) -> None:
    """A slip in an id must not be kept for years."""
    publish(store, make_parties(3))
    with pytest.raises(ListMissing):
        record_notice(store, notice)
    assert not (store.home / "notices").exists()


def test_a_changed_file_of_notices_is_not_believed(store: Store) -> None:
    publish(store, make_parties(3))
    record_notice(store, make_notice(day(0)))
    path = store.home / "notices" / f"{KEY}.json"
    path.write_bytes(path.read_bytes().replace(b'"7"', b'"8"'))
    with pytest.raises(StoreDamaged):
        find_notices(store, ONE)


def test_of_two_publications_of_a_day_the_last_counts(store: Store) -> None:
    """A slip that was mended on the same day is no absence."""
    publish(store, make_parties(40), day(-2))
    publish(store, make_parties(39, first=2), day(-1))
    publish(store, make_parties(40), day(-1))
    assert tell(store) == []


@given(runs=st.lists(st.booleans(), min_size=1, max_size=9))
@settings(max_examples=25, deadline=None)
def test_absence_is_found_in_differences_as_in_whole_snapshots(
    runs: list[bool], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the row of days in which a party is there or not: by looking at each day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delta, "SMALLEST_BASE", 1)
        patch.setattr(delta, "LARGEST_SHARE", 0.5)
        store = Store(tmp_path_factory.mktemp("days"))
        for number, there in enumerate(runs):
            rest = make_party(99, name=f"Ora {number}")  # so that every day differs
            publish(
                store,
                (*make_parties(20 if there else 19, 1 if there else 2), rest),
                day(number - 20),
            )
    last = max((i for i, there in enumerate(runs) if there), default=None)
    gone = last is not None and last < len(runs) - 1
    expected = (
        [("ALPHA", day(last - 20), day(last - 19), None)] if gone and last is not None else []
    )
    assert tell(store) == expected
