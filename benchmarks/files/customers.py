"""A file of customers: invented people, and altered names of the list among them."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.cases import SEED
from benchmarks.scale.queries import Query, alter_names, invent_people
from ostraka.model.party import Party

LISTED_SHARE = 0.01
"""Rows that hold an altered name of the list."""

_ALTERED_OF_EACH_KIND = 40
_BORN_SHARE = 0.9
_YEARS = (1930, 2005)


def write_customers(path: Path, rows: int, real: Sequence[Party]) -> None:
    """A CSV of id, name, dob and country; the same for the same list and number of rows."""
    chance = random.Random(SEED)
    altered = alter_names(real, _ALTERED_OF_EACH_KIND, SEED)
    people = invent_people(rows, SEED)
    making = path.with_suffix(".making")
    with making.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("id", "name", "dob", "country"))
        for number, query in enumerate(people, start=1):
            is_listed = chance.random() < LISTED_SHARE
            table.writerow(
                (number, *_write(chance.choice(altered) if is_listed else query, chance))
            )
    making.rename(path)


def _write(query: Query, chance: random.Random) -> Iterator[str]:
    subject = query.subject
    yield subject.name
    day = f"{chance.randint(*_YEARS)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    yield str(subject.born or "") if query.party else day * (chance.random() < _BORN_SHARE)
    yield ";".join(subject.countries)
