"""Small structures for the tests: stakes from rows, listings from names."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date

from ostraka.model.ownership import PROPAGATING, Caught, Regime
from ostraka.ownership import Listed, Ownership, Stakes
from ostraka.ownership.naming import Naming
from ostraka.ownership.readers.csv_stakes import read_csv

DAY = date(2026, 11, 22)
ALL = tuple(regime.value for regime in PROPAGATING)


def read(rows: str) -> Stakes:
    """The stakes of a table written out in a test."""
    return read_csv(io.StringIO(rows), "stakes.csv")


def ask(
    stakes: Stakes, listed: Mapping[str, Iterable[str]], day: date = DAY
) -> tuple[Ownership, Naming]:
    """Everything known on a day, and how its parties are called."""
    naming = Naming(stakes)
    entries = [Listed(party, Regime(word)) for party, regimes in listed.items() for word in regimes]
    return Ownership(stakes, naming.resolve(entries), day), naming


def caught(
    stakes: Stakes,
    listed: Mapping[str, Iterable[str]],
    party: str,
    regimes: Iterable[str] = ALL,
    day: date = DAY,
) -> dict[str, Caught]:
    """The bare answers for one party."""
    asked, naming = ask(stakes, listed, day)
    (key,) = naming.keys(party)
    return {word: asked.answer(key, Regime(word)).caught for word in regimes}
