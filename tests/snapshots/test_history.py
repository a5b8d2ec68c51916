"""First seen, last absent, ended by absence: what only a row of snapshots can tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.snapshots import Store
from snapshots.invented import KEY, day, make_listing, make_parties, make_party, publish

Sides = tuple[date | None, date | None]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in a home that does not exist yet."""
    return Store(tmp_path)


def sides_of(store: Store, number: int, as_of: date | None = None) -> Sides:
    """First seen and last absent of the only listing of a party, read in both ways."""
    found = store.find_party(make_party(number).id, as_of)
    assert found is not None
    party, snapshot = found
    (loaded,) = (p for p in store.load_parties(snapshot) if p.id == party.id)
    assert loaded == party
    (listing,) = party.listings
    return listing.first_seen, listing.last_absent


def test_a_party_of_the_first_snapshot_was_never_absent(store: Store) -> None:
    """When it came is not known, and no day is made up for it."""
    publish(store, make_parties(10), day(-3))
    publish(store, make_parties(11), day(-1))
    assert sides_of(store, 1) == (day(-3), None)


def test_a_party_that_came_later_has_both_sides(store: Store) -> None:
    """Between the day it was not there and the day it was."""
    publish(store, make_parties(10), day(-3))
    publish(store, make_parties(11), day(-1))
    publish(store, make_parties(12))
    assert sides_of(store, 11) == (day(-1), day(-3))
    assert sides_of(store, 12) == (day(0), day(-1))


def test_a_party_that_came_back_counts_from_its_return(store: Store) -> None:
    """The unbroken run up to the snapshot asked, and no other."""
    publish(store, make_parties(11), day(-3))
    publish(store, make_parties(10), day(-2))
    publish(store, make_parties(11), day(-1))
    assert sides_of(store, 11) == (day(-1), day(-2))
    assert sides_of(store, 11, day(-3)) == (day(-3), None)


def test_history_imported_afterwards_counts(store: Store) -> None:
    """An older list narrows what is known, whenever it comes."""
    publish(store, make_parties(11))
    assert sides_of(store, 11) == (day(0), None)
    publish(store, make_parties(10), day(-1))
    assert sides_of(store, 11) == (day(0), day(-1))


def test_another_programme_is_another_listing(store: Store) -> None:
    """The party was there before; under this programme it was not."""
    publish(store, (make_party(1), make_party(2)), day(-1))
    both = (make_listing("ALPHA"), make_listing("BETA"))
    publish(store, (make_party(1, listings=both), make_party(2)))
    current = store.current(KEY)
    assert current is not None
    sides = [(x.first_seen, x.last_absent) for x in store.load_parties(current)[0].listings]
    assert sides == [(day(-1), None), (day(0), day(-1))]


def test_a_stated_date_is_never_joined_by_a_seen_one(store: Store) -> None:
    """Where the list says when, history has nothing to add."""
    dated = make_party(2, listings=(make_listing(on=date(2021, 12, 10)),))
    publish(store, make_parties(1), day(-1))
    publish(store, (make_party(1), dated))
    assert sides_of(store, 1) == (day(-1), None)
    assert sides_of(store, 2) == (None, None)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sets(st.integers(1, 6), max_size=6), min_size=1, max_size=6))
def test_history_agrees_with_a_plain_reading_of_it(
    tmp_path_factory: pytest.TempPathFactory, days: list[set[int]]
) -> None:
    """Whatever the row of snapshots, a slow walk over it says the same."""
    store = Store(tmp_path_factory.mktemp("home"))
    present = [numbers | {0} for numbers in days]
    for offset, numbers in enumerate(present):
        parties = tuple(make_party(n) for n in sorted(numbers))
        publish(store, parties, day(offset - 10), force="an invented history")
    for number in present[-1]:
        start = max((i + 1 for i, x in enumerate(present) if number not in x), default=0)
        before = day(start - 11) if start else None
        assert sides_of(store, number) == (day(start - 10), before)
