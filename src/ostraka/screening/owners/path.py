"""The path of an answer in words."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.model.ownership import Interest
from ostraka.ownership import Stake, Stakes
from ostraka.ownership.shares import describe

_IN_PLACE_OF_SHARES = frozenset({Interest.OTHER, Interest.CONSOLIDATION, Interest.OFFICE})


def describe_path(path: Sequence[Stake], stakes: Stakes) -> str:
    """Who holds what of whom, from the listed owner down to the party."""
    return "; ".join(
        f"{stakes.name(stake.owner)} holds {_describe_share(stake)} of {stakes.name(stake.owned)}"
        for stake in path
    )


def _describe_share(stake: Stake) -> str:
    if stake.interest in _IN_PLACE_OF_SHARES:
        return f"a position ({stake.interest.value}) in the place of a share"
    share = describe(stake.low, stake.high)
    return share if stake.interest is Interest.SHARES else f"{share} ({stake.interest.value})"
