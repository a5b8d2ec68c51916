"""What two states of a list say differently, and what is no difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from ostraka.model.fact import Fact, Topic
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.place import Address
from ostraka.snapshots import Difference, PartyChange, PartyRef, Store, diff_parties
from ostraka.snapshots.omission import parse_omissions
from snapshots.invented import (
    DAY,
    KEY,
    ORIGIN,
    day,
    make_listing,
    make_parties,
    make_party,
    publish,
)
from snapshots.party_strategies import party_lists

OLD = make_party(1, aliases=("N. One",), addresses=("Nowhere 1",))


def changes(new: Party, omits: tuple[str, ...] = ()) -> dict[str, object]:
    """The fields in which a party differs from the old one."""
    found = diff_parties([OLD], [new], omits)
    assert (found.added, found.removed) == ((), ())
    return {name: pair for change in found.changed for name, pair in change.fields.items()}


def test_parties_come_and_go() -> None:
    """By id, with the name, sorted."""
    old, new = make_parties(2), (make_party(4), make_party(3), make_party(2))
    assert diff_parties(old, new) == Difference(
        added=tuple(PartyRef(p.id, p.name) for p in (make_party(3), make_party(4))),
        removed=(PartyRef(make_party(1).id, make_party(1).name),),
    )


def test_a_change_names_the_field_with_both_states() -> None:
    """An address given up and a programme exchanged."""
    new = replace(OLD, addresses=(), listings=(make_listing("BETA"),))
    assert diff_parties([OLD], [new]).changed == (
        PartyChange(
            OLD.id,
            OLD.name,
            {"addresses": ([{"full": "Nowhere 1"}], []), "programmes": (["ALPHA"], ["BETA"])},
        ),
    )


def test_a_listing_that_only_gained_a_date_is_told_as_a_listing() -> None:
    """The programme is the same, so nothing is said about programmes."""
    assert list(changes(replace(OLD, listings=(make_listing(on=date(2021, 12, 10)),)))) == [
        "listings"
    ]


def test_a_programme_and_a_date_are_told_apart() -> None:
    """Both changed, both are named."""
    new = replace(OLD, listings=(make_listing("BETA", on=date(2021, 12, 10)),))
    assert list(changes(new)) == ["listings", "programmes"]


def test_a_kind_is_a_plain_pair() -> None:
    """A list may withdraw what it said."""
    assert changes(replace(OLD, kind=None)) == {"kind": ("person", None)}


def test_where_and_in_which_order_it_is_said_does_not_count() -> None:
    """Another file, another record, names the other way round."""
    moved = tuple(replace(n, origin=Origin("x", "y", "z")) for n in OLD.names[::-1])
    assert changes(replace(OLD, origin=Origin("x", "y"), names=moved)) == {}


@pytest.mark.parametrize(
    ("new", "omits"),
    [
        (replace(OLD, addresses=()), ("addresses",)),
        (replace(OLD, names=OLD.names[:1]), ("aliases",)),
        (replace(OLD, names=OLD.names[:1]), ("names:alias",)),
        (replace(OLD, listings=(make_listing(on=date(2021, 1, 1)),)), ("listings.acts",)),
        (replace(OLD, kind=None), ("kind",)),
        (replace(OLD, names=OLD.names[:1]), ("names.kind", "names:alias", "names")),
    ],
)
def test_what_a_shape_cannot_state_is_no_change(new: Party, omits: tuple[str, ...]) -> None:
    """Named by field, by kind, by attribute; without the name it is a change."""
    assert changes(new)
    assert changes(new, omits) == {}


def test_an_omitted_attribute_does_not_leave_its_order_behind() -> None:
    """Two addresses sorted by their city in one shape, and without cities in the other."""
    full = (Address("Zeta 1", ORIGIN, city="Abdera"), Address("Alpha 1", ORIGIN, city="Zancle"))
    bare = tuple(Address(a.full, ORIGIN) for a in full)
    old, new = replace(OLD, addresses=full), replace(OLD, addresses=bare)
    assert diff_parties([old], [new], ("addresses.city",)) == Difference()
    assert diff_parties([old], [new]).changed


def test_an_omission_hides_no_other_change() -> None:
    """The primary name is stated by every shape."""
    new = replace(make_party(1, name="Nova NAME"), addresses=OLD.addresses)
    assert list(changes(new, ("aliases",))) == ["names"]


@pytest.mark.parametrize("word", ["colour", "addresses:home", "", "names:", "names alias"])
def test_an_omission_of_nothing_is_a_mistake_of_the_parser(word: str) -> None:
    """It must not pass for one that is honoured."""
    with pytest.raises(ValueError, match=r"^'.*"):
        parse_omissions([word])


@settings(deadline=None, max_examples=25)
@given(party_lists())
def test_no_list_differs_from_itself(parties: tuple[Party, ...]) -> None:
    """Whatever the parties say."""
    assert diff_parties(parties, parties[::-1]) == Difference()


@settings(deadline=None, max_examples=25)
@given(party_lists(), party_lists())
def test_a_difference_backwards_is_its_mirror(
    old: tuple[Party, ...], new: tuple[Party, ...]
) -> None:
    """Added and removed change places, and so do before and after."""
    forth, back = diff_parties(old, new), diff_parties(new, old)
    assert (forth.added, forth.removed) == (back.removed, back.added)
    assert [c.fields for c in forth.changed] == [
        {name: (after, before) for name, (before, after) in c.fields.items()} for c in back.changed
    ]


def test_a_snapshot_compared_with_itself_differs_in_nothing(tmp_path: Path) -> None:
    """A date names the snapshot that came last for it, so two equal dates are one snapshot."""
    store = Store(tmp_path)
    publish(store, make_parties(10))
    publish(store, make_parties(11))
    named = store.find_snapshot(KEY, DAY.isoformat())
    assert named == store.snapshots()[1]
    assert named is not None
    assert store.difference(named, named) == Difference()


def test_letters_quotation_marks_and_lost_attributes_make_no_change() -> None:
    """Between shapes: a name of another script, three kinds of quotes, items that become one."""
    quoted = ('The "WORKS"', "The 'WORKS'", 'The \\"WORKS\\"', "The \u201cWORKS\u201d")
    written = make_party(
        1, aliases=(quoted[0], "\u0412\u0422\u0411"), addresses=("\u041c 1", "M 1")
    )
    twice = replace(written, listings=(make_listing(on=day(0)), make_listing(on=day(1))))
    omits = ("scripts", "quotes", "listings.acts")
    for text in quoted:
        plain = make_party(1, aliases=(text,), addresses=("M 1",))
        assert diff_parties([twice], [plain], omits) == Difference()
    assert len(diff_parties([twice], [plain]).changed) == 1


def test_what_stands_in_cut_remarks_is_not_compared() -> None:
    """The party whose remarks are cut keeps its names and addresses in the comparison."""
    facts = (Fact(Topic.REMARK, "of the second thousand", ORIGIN),)
    whole, cut = replace(make_party(1), facts=facts), make_party(1)
    moved = make_party(1, addresses=("Elsewhere 1",))
    assert diff_parties([cut], [whole], partial={cut.id}) == Difference()
    (change,) = diff_parties([moved], [whole], partial={cut.id}).changed
    assert list(change.fields) == ["addresses"]
    assert list(diff_parties([cut], [whole]).changed[0].fields) == ["facts"]


def test_two_snapshots_are_compared_with_what_both_their_shapes_state(tmp_path: Path) -> None:
    """A set without its alias and address files between two whole ones changes one party."""
    store = Store(tmp_path)
    others = make_parties(9, first=2)
    publish(store, (OLD, *others), day(-2))
    bare = publish(
        store, (make_party(1), *others), day(-1), omits=("aliases", "addresses"), force="a test"
    )
    full = publish(store, (OLD, make_party(2, name="Nova NAME"), *others[1:]))
    assert (bare.changed, full.changed) == (0, 1)
    first, second, third = store.snapshots()
    assert store.difference(first, second) == Difference()
    assert [c.party for c in store.difference(second, third).changed] == [make_party(2).id]
    assert store.difference(first, third) == store.difference(second, third)
    assert [s.source for s in (first, second, third)] == [KEY] * 3
