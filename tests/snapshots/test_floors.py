"""A list that lost something is refused, warned about, or forced with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from ostraka.model.errors import NotPublished
from ostraka.model.party import Party, PartyKind
from ostraka.snapshots import Publication, Store
from ostraka.snapshots.floors import Findings, check_floors, check_rekeying, check_shrinkage
from ostraka.sources.definition import Floors
from snapshots.invented import DAY, KEY, NOW, day, make_list, make_parties, make_party, make_source

STRICT = Floors(parties_min=5)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in a home that does not exist yet."""
    return Store(tmp_path)


def publish_strictly(
    store: Store, parties: tuple[Party, ...], offset: int = 0, force: str | None = None
) -> Publication:
    """The parties published under a floor of five, so many days after the first day."""
    parsed = make_list(parties, day(offset))
    source = make_source(STRICT)
    return store.publish(source, parsed, published=None, now=NOW, force_reason=force)


TOO_FEW = "the list holds 4 parties, at least 5 are expected"


def test_a_list_below_its_floor_is_refused(store: Store) -> None:
    """What is expected, what came, and that nothing changed."""
    publish_strictly(store, make_parties(5), -1)
    with pytest.raises(NotPublished) as refusal:
        publish_strictly(store, make_parties(4))
    assert str(refusal.value) == (
        f"custom, published {DAY}: {TOO_FEW}\n"
        "Check the file at its publisher; if it is right, "
        "import it with --force --reason TEXT."
    )
    assert [s.parties for s in store.snapshots()] == [5]


def test_a_reason_overrides_a_floor_and_is_kept(store: Store) -> None:
    """The manifest tells later what was broken and why it was let pass."""
    outcome = publish_strictly(store, make_parties(4), force="one was delisted today")
    held = store.current(KEY)
    assert held is not None
    manifest = store.get_manifest(held)
    assert (outcome.warnings, manifest.overridden, manifest.forced) == (
        (TOO_FEW,),
        (TOO_FEW,),
        "one was delisted today",
    )


def test_floors_do_not_bind_lists_of_the_past(store: Store) -> None:
    """Sixty days back they do; before that a warning says they were not looked at."""
    with pytest.raises(NotPublished):
        publish_strictly(store, make_parties(4), -58)
    outcome = publish_strictly(store, make_parties(4), -59)
    assert outcome.warnings == (
        "the list was published 61 days before the import, so its size could not be checked "
        "against the size expected today",
    )


def test_content_that_was_forced_once_is_not_refused_the_day_after(store: Store) -> None:
    """It is what stands already; refusing it would only make the list stale."""
    publish_strictly(store, make_parties(4), force="one was delisted today")
    assert publish_strictly(store, make_parties(4), 1).published == day(1)


def test_a_list_that_lost_a_fifth_is_refused_and_a_twentieth_warned_about(store: Store) -> None:
    """5 % and 20 % of the snapshot before it, in published order."""
    source = make_source()

    def publish(count: int, offset: int) -> Publication:
        parsed = make_list(make_parties(count), day(offset))
        return store.publish(source, parsed, published=None, now=NOW)

    publish(100, -9)
    assert publish(95, -8).warnings == ()
    assert publish(90, -7).warnings == (
        "the list holds 90 parties, the snapshot before it held 95, so 5.3% are gone",
        "the list holds 90 parties of kind person, the snapshot before it held 95, "
        "so 5.3% are gone",
    )
    with pytest.raises(NotPublished):
        publish(71, -6)
    publish(1, -10)
    assert [s.parties for s in store.snapshots()] == [1, 100, 95, 90]


def test_a_kind_that_vanishes_is_refused() -> None:
    """A broken field shows in one kind long before it shows in the total."""
    findings = check_shrinkage(
        Floors(), {"person": 980, "vessel": 20}, {"person": 985, "vessel": 15}
    )
    assert findings == Findings(
        refusals=(
            "the list holds 15 parties of kind vessel, the snapshot before it held 20, "
            "so 25.0% are gone",
        )
    )


def test_a_handful_of_a_kind_may_halve() -> None:
    """Two of four aircraft removed is a normal day."""
    before, after = {"person": 100, "aircraft": 4}, {"person": 100, "aircraft": 2}
    assert check_shrinkage(Floors(), before, after) == Findings()


def test_ids_that_are_all_new_are_refused() -> None:
    """A list whose ids were re-keyed would look like everybody removed and added."""
    old, new = [f"a:{i}" for i in range(20)], [f"b:{i}" for i in range(20)]
    words = "{} of 20 ids of the snapshot before it are gone"
    assert check_rekeying(Floors(), old, new) == Findings(refusals=(words.format(20),))
    assert check_rekeying(Floors(), old, old[:15] + new[:5]) == Findings(
        warnings=(words.format(5),)
    )
    assert check_rekeying(Floors(), old, old[:16] + new[:4]) == Findings()
    assert check_rekeying(Floors(), old[:19], new) == Findings()


@pytest.mark.parametrize(
    ("floors", "problem"),
    [
        (Floors(parties_max=2), "the list holds 3 parties, at most 2 are expected"),
        (
            Floors(kinds={"vessel": 1}),
            "the list holds 0 parties of kind vessel, at least 1 are expected",
        ),
        (
            Floors(fill={"addresses": 0.5}),
            "33.3% of the parties state addresses, at least 50.0% are expected",
        ),
        (
            Floors(fill={"aliases": 0.5}),
            "33.3% of the parties state aliases, at least 50.0% are expected",
        ),
        (
            Floors(fill={"listed_on": 0.1}),
            "0.0% of the parties state listed_on, at least 10.0% are expected",
        ),
    ],
)
def test_every_floor_says_what_it_expects(floors: Floors, problem: str) -> None:
    """One sentence each, with both numbers."""
    parties = (make_party(1, addresses=("Nowhere 1",)), make_party(2, aliases=("N.",)))
    assert check_floors(floors, (*parties, make_party(3))) == Findings(refusals=(problem,))


def test_a_list_that_keeps_its_floors_has_no_findings() -> None:
    """Bounds are included."""
    floors = Floors(
        parties_min=2,
        parties_max=2,
        kinds={"vessel": 1, "person": 1},
        fill={"programme": 1.0, "kind": 1.0, "names": 1.0, "legal_basis": 0.0},
    )
    parties = (make_party(1), make_party(2, kind=PartyKind.VESSEL))
    assert check_floors(floors, parties) == Findings()


def test_a_fill_rate_of_nothing_is_a_mistake_in_the_source_table() -> None:
    """It must not pass for a rate that is kept."""
    with pytest.raises(ValueError, match=r"^a fill rate names 'colour', which no party has$"):
        check_floors(Floors(fill={"colour": 0.5}), make_parties(1))
