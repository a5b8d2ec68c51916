"""Structures for properties: any stakes among a few parties, cycles and contradictions included."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ostraka.model.ownership import Interest, Regime
from ostraka.ownership import Listed, Stake
from ostraka.ownership.shares import UNIT, WHOLE

PARTIES = [f"p{number}" for number in range(6)]
PERCENTS = [0, 10, 20, 24, 25, 26, 30, 40, 49, 50, 51, 60, 75, 100]
REGIMES = [Regime.OFAC, Regime.UK, Regime.EU, Regime.CA, Regime.BIS, Regime.NS_CMIC]


@st.composite
def ranges(draw: st.DrawFn) -> tuple[int, int]:
    """A share: exact, a range, or unknown."""
    low = draw(st.sampled_from(PERCENTS)) * UNIT
    if draw(st.booleans()):
        return low, low
    return (low, draw(st.sampled_from([p * UNIT for p in PERCENTS if p * UNIT >= low])))


@st.composite
def one_stake(draw: st.DrawFn) -> Stake:
    """A stake of any interest, now and then in a group or ended."""
    low, high = draw(ranges())
    interest = draw(st.sampled_from([Interest.SHARES] * 4 + list(Interest)))
    if interest is Interest.BOARD:
        low = high = WHOLE
    end = draw(st.sampled_from([None, None, None, date(2026, 11, 22), date(2026, 1, 1)]))
    group = draw(st.sampled_from(["", "", "", "pact"]))
    owner, owned = draw(st.sampled_from(PARTIES)), draw(st.sampled_from(PARTIES))
    return Stake(owner, owned, low, high, interest, end=end, group=group, file="f")


structures = st.lists(one_stake(), max_size=9).map(
    lambda stakes: [stake._replace(row=row) for row, stake in enumerate(stakes, start=1)]
)
listings = st.lists(
    st.builds(
        Listed, st.sampled_from(PARTIES), st.sampled_from(REGIMES), sure=st.sampled_from([True] * 3)
    ),
    min_size=1,
    max_size=4,
)
