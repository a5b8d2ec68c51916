"""The part of the stakes that an answer for one party can rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ostraka.ownership.stakes import Stake


class Ancestry:
    """The stakes of all days by the company they are in, to walk up from a party."""

    def __init__(self, stakes: Iterable[Stake]) -> None:
        into: dict[str, list[Stake]] = defaultdict(list)
        for stake in stakes:
            into[stake.owned].append(stake)
        self._into: Mapping[str, Sequence[Stake]] = into

    def above(self, party: str) -> list[Stake]:
        """Every stake in the party, in its owners, in theirs, and so on."""
        seen, waiting, found = {party}, [party], list[Stake]()
        while waiting:
            for stake in self._into.get(waiting.pop(), ()):
                found.append(stake)
                if stake.owner not in seen:
                    seen.add(stake.owner)
                    waiting.append(stake.owner)
        return found
