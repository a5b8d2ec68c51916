"""A snapshot stored as a difference says the same as one stored whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ostraka.model.errors import StoreDamaged
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.snapshots import Store, delta, diff_parties
from ostraka.snapshots.folder import PARTIES_FILE, PRESENCE_FILE, SnapshotFolder
from ostraka.snapshots.state import Entry, load_state
from snapshots.invented import KEY, make_listing, make_parties, make_party, publish
from snapshots.invented import day as any_day

COUNT = 600


def day(number: int) -> date:
    """A day before the imports of these tests."""
    return any_day(number - 30)


def read_entries(home: Path) -> tuple[Entry, ...]:
    state = load_state(home / "snapshots" / KEY, KEY)
    assert state is not None
    return state.entries


def load(store: Store, position: int) -> tuple[Party, ...]:
    """The parties of a publication without what history adds to them."""
    bare = [without_history(p) for p in store.load_parties(store.snapshots(KEY)[position])]
    return tuple(bare)


def without_history(party: Party) -> Party:
    listings = (replace(x, first_seen=None, last_absent=None) for x in party.listings)
    return replace(party, listings=tuple(listings))


def changed(parties: tuple[Party, ...], *, by: int) -> tuple[Party, ...]:
    """The list a day later: one party gone, one renamed, one new."""
    renamed = make_party(by + 2, name=f"Renamed On Day {by}", aliases=("Twice",))
    rest = tuple(p for p in parties if p.id not in {parties[by].id, renamed.id})
    return tuple(sorted((*rest, renamed, make_party(COUNT + by)), key=lambda p: p.id))


def test_a_day_that_changes_little_is_stored_as_a_difference(tmp_path: Path) -> None:
    """And is read back equal, party for party, beside the whole one."""
    store, first = Store(tmp_path), make_parties(COUNT)
    second = changed(first, by=3)
    publish(store, first, day(0))
    publish(store, second, day(1))
    whole, little = read_entries(tmp_path)
    assert (whole.base, little.base) == ("", whole.id)
    assert (load(store, 0), load(store, 1)) == (first, second)
    sizes = [
        (tmp_path / "snapshots" / KEY / e.folder / PARTIES_FILE).stat().st_size
        for e in (whole, little)
    ]
    assert sizes[1] < sizes[0]


def test_history_and_differences_are_those_of_whole_snapshots(tmp_path: Path) -> None:
    """What stands on a difference: first seen, last absent, one party, what changed."""
    store, first = Store(tmp_path), make_parties(COUNT)
    lists = [first]
    for number in (1, 2, 3):
        lists.append(changed(lists[-1], by=number))
    for number, parties in enumerate(lists):
        publish(store, parties, day(number))
    held = store.snapshots(KEY)
    assert [bool(e.base) for e in read_entries(tmp_path)] == [False, True, True, True]
    assert store.difference(held[1], held[3]) == diff_parties(lists[1], lists[3])
    joined = store.find_party(f"{KEY}:{COUNT + 2:05d}")
    assert joined is not None
    [listing] = joined[0].listings
    assert (listing.first_seen, listing.last_absent) == (day(2), day(1))
    assert store.find_party(first[1].id) is None


def test_a_large_change_is_stored_whole(tmp_path: Path) -> None:
    """What differs in one party of ten gains nothing from its base, and becomes the next base."""
    store, first = Store(tmp_path), make_parties(COUNT)
    publish(store, first, day(0))
    tenth = tuple(
        make_party(n, name="Another Name") if n % 10 == 0 else make_party(n)
        for n in range(1, COUNT + 1)
    )
    publish(store, tenth, day(1))
    publish(store, changed(tenth, by=4), day(2))
    entries = read_entries(tmp_path)
    assert [e.base for e in entries] == ["", "", entries[1].id]


def test_a_small_list_is_stored_whole(tmp_path: Path) -> None:
    """The frame of a file costs more than fifty parties."""
    store = Store(tmp_path)
    publish(store, make_parties(50), day(0))
    publish(store, make_parties(51), day(1))
    assert [e.base for e in read_entries(tmp_path)] == ["", ""]


def test_where_a_value_stands_is_kept_too(tmp_path: Path) -> None:
    """Two parties that say the same from another record are not one: provenance is read back."""
    store, first = Store(tmp_path), make_parties(COUNT)
    moved = replace(first[7], origin=Origin(KEY, "row 99"))
    second = (*first[:7], moved, *first[8:], make_party(COUNT + 1))
    publish(store, first, day(0))
    publish(store, second, day(1))
    assert load(store, 1) == second


@pytest.mark.parametrize("name", [PARTIES_FILE, PRESENCE_FILE])
def test_a_damaged_base_is_noticed_and_repaired_by_its_own_file(tmp_path: Path, name: str) -> None:
    """Nobody reads half of a snapshot; importing the list of the base again mends both days."""
    store, first = Store(tmp_path), make_parties(COUNT)
    second = changed(first, by=3)
    publish(store, first, day(0))
    publish(store, second, day(1))
    path = tmp_path / "snapshots" / KEY / read_entries(tmp_path)[0].folder / name
    path.write_bytes(path.read_bytes()[:-9] + b"otherwise")
    with pytest.raises(StoreDamaged):
        store.load_parties(store.snapshots(KEY)[1])
    publish(store, first, day(0))
    assert (load(store, 0), load(store, 1)) == (first, second)


def test_a_damaged_difference_is_repaired_by_its_own_file(tmp_path: Path) -> None:
    """The file of that day is imported again."""
    store, first = Store(tmp_path), make_parties(COUNT)
    second = changed(first, by=3)
    publish(store, first, day(0))
    publish(store, second, day(1))
    path = tmp_path / "snapshots" / KEY / read_entries(tmp_path)[1].folder / PARTIES_FILE
    path.unlink()
    publish(store, second, day(1))
    assert load(store, 1) == second


def test_a_base_that_does_not_belong_is_refused(tmp_path: Path) -> None:
    """The joined parties are held against the id of the snapshot, which is made of them."""
    store, first = Store(tmp_path), make_parties(COUNT)
    publish(store, first, day(0))
    publish(store, changed(first, by=3), day(1))
    publish(store, make_parties(COUNT + 300), day(2))
    whole, little, other = read_entries(tmp_path)
    folder = tmp_path / "snapshots" / KEY
    foreign = SnapshotFolder(folder / other.folder, other.manifest)
    SnapshotFolder(
        folder / little.folder,
        little.manifest,
        SnapshotFolder(folder / whole.folder, whole.manifest),
    ).load_presence()
    with pytest.raises(StoreDamaged) as refusal:
        SnapshotFolder(folder / little.folder, little.manifest, foreign).load_presence()
    assert "do not belong together" in refusal.value.problem


def test_a_list_filed_into_history_leaves_the_others_readable(tmp_path: Path) -> None:
    """An older file that comes late stands between a base and its difference."""
    store, first = Store(tmp_path), make_parties(COUNT)
    lists = {0: first, 5: changed(first, by=1), 2: changed(first, by=9), -3: make_parties(COUNT)}
    for number, parties in lists.items():
        publish(store, parties, day(number))
    assert [load(store, i) for i in range(4)] == [lists[-3], lists[0], lists[2], lists[5]]


steps = st.lists(
    st.tuples(st.sampled_from(["rename", "add", "drop", "relist"]), st.integers(0, 29)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(days=st.lists(steps, min_size=1, max_size=5))
def test_any_run_of_days_comes_back_equal(
    days: list[list[tuple[str, int]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Property: each day reads as it was published, however the days differ."""
    home = tmp_path_factory.mktemp("run")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delta, "SMALLEST_BASE", 1)
        patch.setattr(delta, "LARGEST_SHARE", 0.3)
        parties = {p.id: p for p in make_parties(30)}
        expected, store = [], Store(home)
        for number, changes in enumerate(days):
            for change, which in changes:
                apply(parties, change, which, number)
            expected.append(tuple(sorted(parties.values(), key=lambda p: p.id)))
            publish(store, expected[-1], day(number), force="a test of storage")
        assert [load(store, i) for i in range(len(days))] == expected


def apply(parties: dict[str, Party], change: str, which: int, number: int) -> None:
    """One change to the list of a day."""
    party_id = make_party(which).id
    match change:
        case "drop" if len(parties) > 1:
            parties.pop(party_id, None)
        case "relist":
            twice = (make_listing("ALPHA"), make_listing(f"BETA {number}"))
            parties[party_id] = make_party(which, listings=twice)
        case "rename":
            parties[party_id] = make_party(which, name=f"Name Of Day {number}")
        case _:
            parties[make_party(100 + which).id] = make_party(100 + which)
