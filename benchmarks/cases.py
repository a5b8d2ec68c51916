"""The rows that are screened: who is asked for, and which listed parties are meant."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks.treatments import find_treatment, shift_year
from ostraka.model.party import PartyKind

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
SCREENING = SHARED / "bench/screening"
SEED = 20231228


@dataclass(frozen=True, slots=True)
class Case:
    """One row. `truth` holds the ids of the parties meant, none for a nobody.

    `treatment` says in words what was altered. `kind` is given to Ostraka where it is stated;
    the reference and every engine that needs a kind take a person where it is not.
    """

    id: str
    name: str
    kind: PartyKind | None = None
    born: str = ""
    country: str = ""
    truth: frozenset[str] = frozenset()
    treatment: str = ""


def load_positives(treated: bool) -> list[Case]:
    """Names of the UN list as they stand, or altered; without rows whose party left the list."""
    plain = {row["id"].partition("-")[2]: row for row in _read("positives_un_untreated.csv")}
    rows = _read(f"positives_un_{'treated' if treated else 'untreated'}.csv")
    return [
        Case(
            id=row["id"],
            name=row["full_name"],
            born=row["date_of_birth"],
            country=row["nationality"],
            truth=frozenset(row["truth"].split(";")),
            treatment=find_treatment(row, plain.get(row["id"].partition("-")[2], row)),
        )
        for row in rows
        if row["truth"]
    ]


def shift_births(cases: Iterable[Case]) -> list[Case]:
    """The cases that state a year of birth, with that year one more or one less."""
    chance = random.Random(SEED)
    return [
        replace(case, born=shift_year(case.born, chance.choice((-1, 1))), treatment="year")
        for case in cases
        if case.born
    ]


def load_people(name: str) -> list[Case]:
    """Invented nobodies, or members of Congress."""
    return [
        Case(f"{name}:{place}", row["full_name"], None, row["date_of_birth"], row["nationality"])
        for place, row in enumerate(_read(f"{name}.csv"), start=2)
    ]


def load_companies() -> list[Case]:
    """Names of companies that report to the United States' Securities and Exchange Commission."""
    path = SHARED / "lists/us_sec/company-tickers-2025-08-24/company_tickers.json"
    rows = json.loads(path.read_text("utf-8")).values()
    first = {row["title"]: row["cik_str"] for row in reversed(list(rows))}
    kind = PartyKind.ORGANISATION
    return [Case(f"us_sec:{number}", title, kind) for title, number in sorted(first.items())]


def load_ships() -> list[Case]:
    """Ship names of the kind that many ships bear, written for this benchmark."""
    with (HERE / "nobodies/ships.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [Case(f"ships:{row['name']}", row["name"], PartyKind.VESSEL) for row in rows]


NOBODIES: dict[str, Callable[[], list[Case]]] = {
    "people, US mix": partial(load_people, "negatives_us"),
    "people, global mix": partial(load_people, "negatives_global"),
    "US congress": partial(load_people, "positives_us_congress_untreated"),
    "companies": load_companies,
    "ships": load_ships,
}
"""Those who should stop nobody, by the name of the corpus."""


def sample(cases: Sequence[Case], most: int | None) -> list[Case]:
    """The same seeded choice in every run, in the order of the file."""
    if most is None or len(cases) <= most:
        return list(cases)
    chosen = sorted(random.Random(SEED).sample(range(len(cases)), most))
    return [cases[place] for place in chosen]


def _read(name: str) -> list[dict[str, str]]:
    with (SCREENING / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
