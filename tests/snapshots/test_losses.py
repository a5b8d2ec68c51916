"""A set that states less than the one before it does not take its place unnoticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ostraka.model.errors import NotPublished
from ostraka.snapshots import Publication, Store
from ostraka.sources.definition import Floors
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

FULL = (make_party(1, aliases=("Nona NUMBER",)), *make_parties(9, first=2))
BARE = make_parties(10)
LOST = (
    "these files hold no aliases, and the snapshot before them does "
    "(give the files that hold them in the same import)"
)
UNCOUNTED = (
    "aliases that are missing for this reason are not counted as changes, "
    "and a name search cannot find what they hold"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that holds the full set of one day."""
    store = Store(tmp_path)
    publish(store, FULL)
    return store


def test_a_set_without_aliases_does_not_replace_a_full_one_of_its_day(store: Store) -> None:
    """What stood still stands."""
    with pytest.raises(NotPublished) as refusal:
        publish(store, BARE, DAY, omits=("aliases",))
    assert refusal.value.problem == LOST
    assert [(s.parties, s.omits) for s in store.snapshots()] == [(10, ())]


def test_a_newer_set_without_aliases_says_what_is_missing_and_not_counted(store: Store) -> None:
    """It is taken; no count hides that aliases are gone, and every answer can tell."""
    outcome = publish(store, BARE, day(1), omits=("aliases",))
    assert (outcome.changed, outcome.warnings) == (0, (LOST, UNCOUNTED))
    current = store.current(KEY)
    assert current is not None
    assert current.omits == ("aliases",)
    found = store.find_party(BARE[0].id)
    assert found is not None
    assert found[1] == current
    assert publish(store, BARE, day(2), omits=("aliases",)).warnings == ()


def test_history_may_state_less(store: Store) -> None:
    """An older set without aliases goes into history with a warning."""
    publish(store, FULL, day(-5))
    outcome = publish(store, BARE, day(-3), omits=("aliases",))
    assert (outcome.current, outcome.warnings) == (False, (LOST, UNCOUNTED))


def test_a_full_set_takes_the_place_of_a_bare_one(tmp_path: Path) -> None:
    """The other way round nothing is lost."""
    store = Store(tmp_path)
    publish(store, BARE, omits=("aliases", "addresses"))
    assert publish(store, FULL, omits=("addresses",)).warnings == ()
    assert [s.omits for s in store.snapshots()] == [("addresses", "aliases"), ("addresses",)]


def test_a_poorer_shape_does_not_replace_a_richer_of_the_same_day(store: Store) -> None:
    """A newer file of that shape is welcome: shapes may change, days may not lose."""
    with pytest.raises(NotPublished, match=r"cannot state all .* \(listings\.acts\)"):
        publish(store, BARE, omits=("listings.acts",))
    assert publish(store, BARE, day(1), omits=("listings.acts",)).current


def test_cut_remarks_do_not_replace_whole_ones_of_the_same_day(store: Store) -> None:
    """The file of continued remarks was forgotten."""
    cut = replace(make_list(BARE, DAY), partial=frozenset({BARE[0].id}))
    with pytest.raises(NotPublished, match="holds whole, 1 in number"):
        store.publish(make_source(), cut, published=None, now=NOW)


PARTS = {"EL": 100, "DPL": 40, "UVL": 3}


def publish_parts(store: Store, parts: dict[str, int], offset: int = 0) -> Publication:
    """A file of several lists, of which two always hold something."""
    parsed = replace(make_list(make_parties(11 + offset % 2), day(offset)), parts=parts)
    source = make_source(Floors(parts={"EL": 1, "DPL": 1}))
    return store.publish(source, parsed, published=None, now=NOW)


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({**PARTS, "UVL": 0}, "the file holds no record of the list UVL"),
        ({**PARTS, "DPL": 31}, "the list holds 31 records of the list DPL, the snapshot before"),
        ({"EL": 100, "UVL": 3}, "the file holds 0 records of the list DPL, at least 1 are exp"),
    ],
)
def test_a_file_that_lost_one_of_its_lists_is_refused(
    tmp_path: Path, parts: dict[str, int], problem: str
) -> None:
    """As a cut at the end of a line shows: whole lists are gone, or a fifth of one."""
    store = Store(tmp_path)
    publish_parts(store, PARTS, -1)
    with pytest.raises(NotPublished) as refusal:
        publish_parts(store, parts)
    assert problem in refusal.value.problem


def test_a_list_that_always_stands_is_missed_whatever_the_age(tmp_path: Path) -> None:
    """The size of ten years ago is unknown, but those lists were there."""
    with pytest.raises(NotPublished, match="0 records of the list DPL"):
        publish_parts(Store(tmp_path), {"EL": 100}, -4000)
