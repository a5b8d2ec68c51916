"""Stakes as they are stated: who holds what of whom, from when until when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from ostraka.model.ownership import Interest, Regime
from ostraka.ownership.shares import UNKNOWN


class Stake(NamedTuple):
    """One stake of `owner` in `owned`, both by their keys.

    `low` and `high` are billionths of a per cent (see `shares`). The stake holds from the day of
    `start`; on the day of `end` it may or may not still hold, and afterwards it does not. `holder`
    is the nominee in whose name it stands, empty where the owner holds it himself. Holders of one
    `group` act jointly. `file` and `row` say where it was read.
    """

    owner: str
    owned: str
    low: int = UNKNOWN[0]
    high: int = UNKNOWN[1]
    interest: Interest = Interest.SHARES
    start: date | None = None
    end: date | None = None
    holder: str = ""
    group: str = ""
    file: str = ""
    row: int = 0


def stake_order(stake: Stake) -> tuple[str, int, int, int, str, str]:
    """A place for each of several stakes of one owner in one company, whatever their order."""
    days = f"{stake.start} {stake.end}"
    return stake.file, stake.row, stake.low, stake.high, days, stake.holder


class Listed(NamedTuple):
    """A party that a list of that regime names. `sure` is false where only the names are near."""

    party: str
    regime: Regime
    start: date | None = None
    end: date | None = None
    sure: bool = True
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Stakes:
    """Everything read of files of stakes.

    `names` gives the name of a key where it differs from it, `countries` the country under whose
    law a company is organised. `problems` are sentences about rows that were not understood.
    """

    stakes: Sequence[Stake] = ()
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    countries: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    problems: Sequence[str] = ()

    def name(self, key: str) -> str:
        """The name of a party, its key where it has none."""
        return self.names.get(key, key)


def join_stakes(parts: Iterable[Stakes]) -> Stakes:
    """All of them as one; the first file that names a key gives its name."""
    stakes: list[Stake] = []
    names: dict[str, str] = {}
    countries: dict[str, str] = {}
    problems: list[str] = []
    for part in parts:
        stakes.extend(part.stakes)
        problems.extend(part.problems)
        names = {**part.names, **names}
        countries = {**part.countries, **countries}
    return Stakes(stakes, names, countries, problems)
