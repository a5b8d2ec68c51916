"""What holds of every structure, whatever its stakes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.ownership import Caught, Interest, Regime
from ostraka.ownership import Listed, Ownership, Stake, Stakes
from ostraka.ownership.explaining import explain
from ostraka.ownership.shares import UNIT, WHOLE
from ownership.structure_strategies import PARTIES, REGIMES, listings, structures
from ownership.structures import DAY

Table = dict[tuple[str, Regime], Caught]


def _ask(
    stakes: Sequence[Stake],
    listed: Sequence[Listed],
    day: date = DAY,
    countries: dict[str, str] | None = None,
) -> Table:
    asked = Ownership(Stakes(stakes, {}, countries or {}), listed, day)
    return {(a.party, a.regime): a.caught for a in asked.answers(PARTIES, REGIMES)}


@settings(max_examples=60, deadline=None)
@given(structures, listings, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(
    stakes: list[Stake], listed: list[Listed], random: object
) -> None:
    """The least fixpoint is one, and every sentence is made from it."""
    before = Ownership(Stakes(stakes), listed, DAY)
    mixed, others = list(stakes), list(listed)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    random.shuffle(others)  # type: ignore[attr-defined]
    after = Ownership(Stakes(mixed), others, DAY)
    assert list(explain(before, PARTIES, REGIMES)) == list(explain(after, PARTIES, REGIMES))


@settings(max_examples=60, deadline=None)
@given(structures, listings, st.permutations(PARTIES))
def test_what_the_parties_are_called_changes_nothing(
    stakes: list[Stake], listed: list[Listed], names: list[str]
) -> None:
    """Names are labels: the answer goes with the party."""
    called = dict(zip(PARTIES, names, strict=True))
    renamed = [s._replace(owner=called[s.owner], owned=called[s.owned]) for s in stakes]
    relisted = [entry._replace(party=called[entry.party]) for entry in listed]
    before, after = _ask(stakes, listed), _ask(renamed, relisted)
    assert {(called[party], regime): answer for (party, regime), answer in before.items()} == after


@settings(max_examples=60, deadline=None)
@given(
    structures,
    listings,
    st.sampled_from(PARTIES),
    st.sampled_from(PARTIES),
    st.sampled_from([5, 25, 50, 60]),
    st.sampled_from([Interest.SHARES, Interest.VOTES, Interest.OTHER]),
)
def test_one_more_stake_never_turns_a_yes_into_anything_else(
    stakes: list[Stake],
    listed: list[Listed],
    owner: str,
    owned: str,
    percent: int,
    interest: Interest,
) -> None:
    """What reaches a company is not undone by what somebody else, or the same party, holds too."""
    more = Stake(owner, owned, percent * UNIT, percent * UNIT, interest, file="f", row=99)
    before, after = _ask(stakes, listed), _ask([*stakes, more], listed)
    assert [key for key, c in before.items() if c is Caught.YES and after[key] is not c] == []


@settings(max_examples=60, deadline=None)
@given(structures, listings)
def test_one_more_listing_never_turns_a_yes_into_anything_else(
    stakes: list[Stake], listed: list[Listed]
) -> None:
    """A longer list reaches further, never less far."""
    before, after = _ask(stakes, listed[:-1]), _ask(stakes, listed)
    assert [key for key, c in before.items() if c is Caught.YES and after[key] is not c] == []


@settings(max_examples=60, deadline=None)
@given(structures, listings, st.data())
def test_a_wider_range_gives_no_definite_answer_that_a_narrower_one_contradicts(
    stakes: list[Stake], listed: list[Listed], data: st.DataObject
) -> None:
    """Whatever the share really is, a yes or no found without knowing it stays true."""
    places = [place for place, stake in enumerate(stakes) if stake.low < stake.high]
    exact = list(stakes)
    for place in places:
        share = data.draw(st.sampled_from([stakes[place].low, stakes[place].high]))
        exact[place] = stakes[place]._replace(low=share, high=share)
    wide, narrow = _ask(stakes, listed), _ask(exact, listed)
    definite = {Caught.YES, Caught.NO}
    assert [k for k, c in wide.items() if c in definite and narrow[k] is not c] == []


@settings(max_examples=60, deadline=None)
@given(structures, listings)
def test_companies_of_the_united_states_take_answers_away_and_never_add_any(
    stakes: list[Stake], listed: list[Listed]
) -> None:
    """The condition of a foreign company narrows the Affiliates Rule and touches no other."""
    home = dict.fromkeys(PARTIES[:3], "US")
    plain, conditioned = _ask(stakes, listed), _ask(stakes, listed, countries=home)
    for (party, regime), answer in conditioned.items():
        if regime is Regime.BIS:
            assert answer is not Caught.YES or plain[party, regime] is Caught.YES
        else:
            assert answer is plain[party, regime]


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 40))
def test_a_ring_of_companies_ends(length: int) -> None:
    """Cross-holdings without a listed owner catch nobody, with one of half everybody."""
    ring = [Stake(f"c{n}", f"c{(n + 1) % length}", 50 * UNIT, 50 * UNIT) for n in range(length)]
    listed = [Listed("x", Regime.OFAC)]
    names = [f"c{n}" for n in range(length)]
    free = Ownership(Stakes(ring), listed, DAY).answers(names, [Regime.OFAC])
    assert {answer.caught for answer in free} == {Caught.NO}
    seeded = [*ring, Stake("x", "c0", 50 * UNIT, WHOLE)]
    held = Ownership(Stakes(seeded), listed, DAY).answers(names, [Regime.OFAC])
    assert {answer.caught for answer in held} == {Caught.YES}
