"""The data tables of this room, read once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib import resources


def iter_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the CSV tables beside this module, without its head comment."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from csv.DictReader(lines)


@cache
def load_countries() -> frozenset[str]:
    """The names of countries and territories as OFAC spells them."""
    return frozenset(row["name"] for row in iter_table("countries.csv"))


@cache
def load_scripts() -> dict[str, str]:
    """ISO 15924 codes by everything OFAC calls a script: its name, its number, its code."""
    found: dict[str, str] = {}
    for row in iter_table("scripts.csv"):
        found.update(dict.fromkeys((row["name"], row["number"], row["code"]), row["code"]))
    return found
