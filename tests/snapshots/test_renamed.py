"""A list that puts two entries together keeps the id it gives up; who asks by it is led on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ostraka.model.identifier import REFERENT, Identifier, Scheme
from ostraka.model.party import Party
from ostraka.snapshots import Store
from ostraka.snapshots.state import load_state
from snapshots.invented import KEY, ORIGIN, day, make_parties, make_party, publish

FORMER = f"{KEY}:00005"


def having(party: Party, *former: str, label: str = REFERENT) -> Party:
    """The party with those references."""
    stated = tuple(Identifier(Scheme.LIST_REFERENCE, f, ORIGIN, label=label) for f in former)
    return replace(party, identifiers=stated)


@pytest.mark.parametrize("count", [20, 600])
def test_a_former_id_is_found_from_the_day_it_is_one(tmp_path: Path, count: int) -> None:
    """In a snapshot that is stored whole and in one that is a difference."""
    store, first = Store(tmp_path), make_parties(count)
    publish(store, first, day(-2))
    rest = tuple(p for p in first if p.id not in {FORMER, f"{KEY}:00006"})
    taken = having(make_party(6), "00077", "00005")
    other = having(make_party(count + 1), "00006", label="reference")
    publish(store, (taken, other, *rest), day(-1))
    state = load_state(tmp_path / "snapshots" / KEY, KEY)
    assert state is not None
    assert bool(state.entries[-1].base) is (count == 600)
    assert store.find_renamed(FORMER) == (taken.id,)
    assert store.find_renamed(f"{KEY}:00077") == (taken.id,)
    assert store.find_renamed(FORMER, day(-2)) == ()
    assert store.find_renamed(f"{KEY}:00006") == ()


def test_a_former_id_that_a_later_day_moved_is_that_of_the_later_day(tmp_path: Path) -> None:
    """What a difference replaces is not read from its base."""
    store, first = Store(tmp_path), make_parties(600)
    held = tuple(having(p, "old-1") if p.id == FORMER else p for p in first)
    publish(store, held, day(-2))
    moved = (*first[:-1], having(first[-1], "old-1"))
    publish(store, moved, day(-1))
    assert store.find_renamed(f"{KEY}:old-1") == (first[-1].id,)
    assert store.find_renamed(f"{KEY}:old-1", day(-2)) == (FORMER,)


def test_every_bearer_of_a_former_id_is_named(tmp_path: Path) -> None:
    """An entry that was taken apart; and what is no id of a list leads nowhere."""
    store, first = Store(tmp_path), make_parties(3)
    publish(store, tuple(having(p, "old-1") for p in first), day(-1))
    assert store.find_renamed(f"{KEY}:old-1") == tuple(p.id for p in first)
    for nonsense in ("", KEY, f"{KEY}:", "un_sc:old-1", "../custom:old-1"):
        assert store.find_renamed(nonsense) == ()
