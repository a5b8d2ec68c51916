"""Lists become snapshots, in published order, and are found again by day, id and party."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ostraka.model.errors import StoreDamaged
from ostraka.model.origin import Origin
from ostraka.model.snapshot import Snapshot
from ostraka.snapshots import Publication, Store
from ostraka.snapshots.folder import PARTIES_FILE, PRESENCE_FILE
from ostraka.snapshots.manifest import MANIFEST_FILE
from snapshots.invented import (
    DAY,
    KEY,
    NOW,
    day,
    make_list,
    make_parties,
    make_party,
    make_source,
    publish,
)

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in a home that does not exist yet."""
    return Store(tmp_path / "home")


def test_a_home_without_lists_is_empty_and_untouched(store: Store, tmp_path: Path) -> None:
    """Reading creates nothing."""
    found = store.snapshots(), store.current(KEY), store.checked(KEY), store.find_party("custom:1")
    assert (found, list(tmp_path.iterdir())) == (((), None, None, None), [])


def test_a_first_list_is_all_new(store: Store) -> None:
    """What a first publication says."""
    outcome = publish(store, make_parties(3))
    assert outcome == Publication(
        source=KEY,
        snapshot=outcome.snapshot,
        published=DAY,
        parties=3,
        added=3,
        changed=0,
        removed=0,
        current=True,
    )


def test_a_published_list_is_held(store: Store) -> None:
    """The snapshot, its parties and the time of the check."""
    parties = make_parties(3)
    outcome = publish(store, parties[::-1])
    held = store.current(KEY)
    assert held == Snapshot(
        id=outcome.snapshot, source=KEY, published=DAY, imported=NOW, parties=3, current=True
    )
    assert [p.id for p in store.load_parties(held)] == [p.id for p in parties]
    assert store.checked(KEY) == NOW


def test_the_folder_is_named_by_day_and_content(store: Store, tmp_path: Path) -> None:
    """Layout of a home, as people and other tools find it."""
    outcome = publish(store, make_parties(1))
    folder = tmp_path / "home" / "snapshots" / KEY / f"{DAY}-{outcome.snapshot[:12]}"
    assert sorted(p.name for p in folder.iterdir()) == [MANIFEST_FILE, PARTIES_FILE, PRESENCE_FILE]


def test_added_changed_and_removed_are_counted_against_the_neighbour(store: Store) -> None:
    """One party renamed, one gone, two new."""
    publish(store, make_parties(6))
    changed = (make_party(2, name="Nova NAME"), *make_parties(6, first=3))
    outcome = publish(store, changed, day(1))
    assert (outcome.added, outcome.changed, outcome.removed) == (2, 1, 1)


def test_the_same_content_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    """Other origins, another order: still the same content, and only the check is newer."""
    first = publish(store, make_parties(3))
    before = sorted((tmp_path / "home").rglob("*"))
    moved = tuple(replace(p, origin=Origin(KEY, "elsewhere")) for p in make_parties(3)[::-1])
    again = publish(store, moved, now=LATER)
    assert again == replace(first, added=0)
    assert (store.checked(KEY), len(store.snapshots())) == (LATER, 1)
    assert sorted((tmp_path / "home").rglob("*")) == before


def test_the_same_content_on_a_new_day_is_one_snapshot_published_twice(
    store: Store, tmp_path: Path
) -> None:
    """A file whose header alone is new adds a publication and no second copy."""
    first = publish(store, make_parties(3))
    again = publish(store, make_parties(3), day(1))
    assert again == replace(first, published=day(1), added=0)
    assert [(s.published, s.id) for s in store.snapshots()] == [
        (DAY, first.snapshot),
        (day(1), first.snapshot),
    ]
    assert len(list((tmp_path / "home" / "snapshots" / KEY).glob("20*"))) == 1


def test_content_that_returns_stands_again(store: Store) -> None:
    """A, B, then A: the current snapshot is A, and its difference is that from B."""
    publish(store, make_parties(3))
    publish(store, make_parties(4), day(1))
    back = publish(store, make_parties(3), day(2), force="the fourth was a mistake")
    assert (back.added, back.removed, back.current) == (0, 1, True)
    assert len(store.snapshots()) == 3


def test_on_the_newest_day_the_last_word_counts(store: Store) -> None:
    """A, B and A again within a day: A is what the list says."""
    first = publish(store, make_parties(9))
    publish(store, make_parties(10))
    publish(store, make_parties(9))
    current = store.current(KEY)
    assert current is not None
    assert (current.id, current.published, len(store.snapshots())) == (first.snapshot, DAY, 3)


def test_an_older_list_goes_into_history(store: Store) -> None:
    """It takes its place before the current one, which stays current and keeps its check."""
    publish(store, make_parties(3))
    old = publish(store, make_parties(2), day(-5), now=LATER)
    assert (old.current, old.added) == (False, 2)
    assert [(s.published, s.parties, s.current) for s in store.snapshots()] == [
        (day(-5), 2, False),
        (DAY, 3, True),
    ]
    assert store.checked(KEY) == NOW


def test_history_imported_twice_stays_as_it_is(store: Store) -> None:
    """Two lists of one older day are each held once, however often they come."""
    publish(store, make_parties(12), day(1))
    for parties in (make_parties(10), make_parties(11)) * 2:
        publish(store, parties)
    assert [s.parties for s in store.snapshots()] == [10, 11, 12]


def test_the_list_of_a_day_is_the_newest_published_by_then(store: Store) -> None:
    """Nothing before the first, the first until the second."""
    publish(store, make_parties(2))
    publish(store, make_parties(3), day(2))
    found = [store.as_of(KEY, day(offset)) for offset in (-1, 0, 1, 2, 3)]
    assert [s and s.parties for s in found] == [None, 2, 2, 3, 3]


def test_a_party_is_found_as_of_a_day(store: Store) -> None:
    """With the snapshot that says so."""
    publish(store, make_parties(2))
    publish(store, make_parties(3), day(2))
    wanted = make_party(3).id
    found = store.find_party(wanted)
    assert found is not None
    assert (found[0].name, found[1]) == (make_party(3).name, store.current(KEY))
    assert store.find_party(wanted, day(1)) is None


@pytest.mark.parametrize("party_id", ["", "custom", "../custom:1", "custom:none", "nolist:1"])
def test_a_party_nobody_has_is_not_found(store: Store, party_id: str) -> None:
    """Whatever is typed, no path is followed and nothing breaks."""
    publish(store, make_parties(1))
    assert store.find_party(party_id) is None


def test_a_snapshot_is_found_by_day_and_by_id(store: Store) -> None:
    """At least six digits of the id, any case."""
    publish(store, make_parties(2))
    new = publish(store, make_parties(3), day(2))
    wanted = store.current(KEY)
    assert store.find_snapshot(KEY, new.snapshot[:6].upper()) == wanted
    assert store.find_snapshot(KEY, day(2).isoformat()) == wanted
    assert store.find_snapshot(KEY, new.snapshot[:5]) is None
    assert store.find_snapshot(KEY, day(1).isoformat()) is None


def test_lists_stand_side_by_side(store: Store) -> None:
    """Snapshots are ordered by source, then by day."""
    other = make_source(key="demo")
    store.publish(other, make_list((make_party(1, key="demo"),), DAY), published=None, now=NOW)
    publish(store, make_parties(1), day(1))
    publish(store, make_parties(2), DAY)
    assert [(s.source, s.published) for s in store.snapshots()] == [
        (KEY, DAY),
        (KEY, day(1)),
        ("demo", DAY),
    ]
    assert store.sources() == (KEY, "demo")


def test_a_snapshot_that_is_not_held_cannot_be_loaded(store: Store) -> None:
    """A snapshot of another home is told apart."""
    publish(store, make_parties(1))
    held = store.current(KEY)
    assert held is not None
    with pytest.raises(StoreDamaged) as refusal:
        store.load_parties(replace(held, id="0" * 64))
    assert refusal.value.problem == (
        f"the snapshot 000000000000 of custom, published {DAY}, is not held"
    )


def test_the_fingerprint_follows_content_and_history(store: Store) -> None:
    """It changes when a list does, also when only its history does, and not by a check."""
    publish(store, make_parties(2))
    first = store.fingerprint([KEY])
    publish(store, make_parties(2), now=LATER)
    assert store.fingerprint([KEY, KEY]) == first
    publish(store, make_parties(1), day(-1))
    with_history = store.fingerprint([KEY])
    publish(store, make_parties(3), day(1))
    assert len({first, with_history, store.fingerprint([KEY])}) == 3
    assert store.fingerprint([KEY], DAY) == with_history


def test_the_manifest_says_how_a_snapshot_came_to_be(store: Store) -> None:
    """Counts, tallies, what the shape omits: all kept with the snapshot"""
    parsed = make_list(
        make_parties(2), DAY, counted=3, tallies={"records": 3, "rows": 7}, omits=("aliases",)
    )
    store.publish(make_source(), parsed, published=DAY, now=NOW)
    held = store.current(KEY)
    assert held is not None
    manifest = store.get_manifest(held)
    assert (manifest.kinds, manifest.counted, manifest.tallies, manifest.omits) == (
        {"person": 2},
        3,
        {"records": 3, "rows": 7},
        ("aliases",),
    )
