"""Who is listed, as a table: `party,regime`, and where known `from` and `until`."""

from __future__ import annotations

import csv
from pathlib import Path

from ostraka.model.errors import StakesRefused
from ostraka.model.ownership import Regime
from ostraka.ownership.readers.day_text import read_day
from ostraka.ownership.readers.opening import open_text
from ostraka.ownership.stakes import Listed


def read_listed(path: Path) -> list[Listed]:
    """The listed parties of a table, named as there; `until` is the day of the removal.

    Raises:
        StakesRefused: A column is missing, a regime unknown, or a day no day.
    """
    with open_text(path) as text:
        rows = csv.DictReader(text)
        rows.fieldnames = [n.strip().lstrip("\ufeff").lower() for n in rows.fieldnames or ()]
        if not {"party", "regime"} <= set(rows.fieldnames):
            raise StakesRefused(
                "there is no column party, or none regime",
                where=path.name,
                remedy="Give a table with the heading party,regime.",
            )
        return [
            listed
            for number, row in enumerate(rows, start=1)
            for listed in _read_row(row, path.name, number)
        ]


def _read_row(row: dict[str, str | None], file: str, number: int) -> list[Listed]:
    party = " ".join((row["party"] or "").split())
    words = (row["regime"] or "").replace(";", " ").split()
    if not party and not words:
        return []
    try:
        regimes = [Regime(word.strip().lower()) for word in words]
        start, end = read_day(row.get("from") or ""), read_day(row.get("until") or "")
    except ValueError as error:
        raise StakesRefused(
            f"{error}",
            where=f"{file}, row {number}",
            remedy=f"Regimes are {', '.join(Regime)}; days are written as 2021-12-10.",
        ) from error
    if not party or not regimes:
        raise StakesRefused(
            "a party or a regime is missing",
            where=f"{file}, row {number}",
            remedy="Name one party and one regime in each row.",
        )
    return [Listed(party, regime, start, end) for regime in regimes]
