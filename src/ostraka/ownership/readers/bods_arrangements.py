"""Arrangements that are no company: a joint holding, and a nomination.

What a joint holding has is held by its members, each with a part of it and acting jointly; what a
nominee has under a nomination is held by the nominator. A trust stays a party of its own: who
controls it is a question of fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ostraka.model.ownership import Interest
from ostraka.ownership.shares import WHOLE
from ostraka.ownership.stakes import Stake

_NOMINATION = "nomination"


def unfold(stakes: Iterable[Stake], arrangements: Mapping[str, str]) -> list[Stake]:
    """The stakes with those of joint holdings and nominations given to who is behind them."""
    members: dict[str, list[Stake]] = defaultdict(list)
    for stake in stakes:
        if stake.owned in arrangements:
            members[stake.owned].append(stake)
    joint = {
        key
        for key, subtype in arrangements.items()
        if not subtype and members[key] and _all_shares(members[key])
    }
    nominations = {key for key, subtype in arrangements.items() if subtype == _NOMINATION}
    kept: list[Stake] = []
    for stake in stakes:
        if stake.owned in joint:
            continue
        if stake.owner in joint:
            kept.extend(_share_out(stake, members[stake.owner]))
        elif stake.owner in nominations:
            kept.extend(_hand_back(stake, members[stake.owner]))
        else:
            kept.append(stake)
    return kept


def _all_shares(members: Sequence[Stake]) -> bool:
    return all(member.interest is Interest.SHARES for member in members)


def _share_out(held: Stake, members: Sequence[Stake]) -> Iterable[Stake]:
    for member in members:
        start = max((d for d in (held.start, member.start) if d), default=None)
        end = min((d for d in (held.end, member.end) if d), default=None)
        yield held._replace(
            owner=member.owner,
            low=held.low * member.low // WHOLE,
            high=-(-held.high * member.high // WHOLE),
            start=start,
            end=end,
            group=f"joint holding {held.owner}",
        )


def _hand_back(held: Stake, members: Sequence[Stake]) -> Iterable[Stake]:
    """The stake as that of the nominator; as stated where nobody is named."""
    behind = [member for member in members if member.row and member.interest is Interest.OTHER]
    if not behind:
        yield held
    for member in behind:
        yield held._replace(owner=member.owner, holder=held.owner)
