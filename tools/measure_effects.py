"""Measure how many entries of real lists a rule answers for, and write src/.../coverage.csv.

`python tools/measure_effects.py ../shared/lists` reads every list there and asks each entry, for
the actor whom its list binds, about all activities on the day of the list. `make docs` shows it.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ostraka.effects.answer import find_pieces
from ostraka.effects.question import Question, make_cases
from ostraka.effects.tables import load_rules
from ostraka.effects.timeline import on_day, strictest
from ostraka.model.effect import Activity, Actor, Verdict
from ostraka.model.errors import OstrakaError
from ostraka.sources.intake import open_inputs
from ostraka.sources.registry import get_source, load_parser, load_sources

OUT = Path(__file__).parents[1] / "src" / "ostraka" / "effects" / "coverage.csv"
HEAD = """# How many entries of real lists a rule answers for. Written by tools/measure_effects.py
# on {day}. `answered` counts pairs of an entry and an activity whose verdict is not review, for the
# first actor whom the list of the entry binds; `whole` counts entries without any review.
"""


def main(folder: Path, day: date) -> int:
    """Write the table; lists in a shape that no publisher has are left out."""
    rows = [
        row
        for key, path, published in _find_lists(folder)
        if (row := _measure(key, path, published))
    ]
    with OUT.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD.format(day=day))
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["list", "published", "entries", "whole", "pairs", "answered"])
        writer.writerows(rows)
    return 0


def _find_lists(folder: Path) -> Iterator[tuple[str, Path, date]]:
    """The newest folder of each list."""
    lines = (folder / "MANIFEST.csv").read_text("utf-8").splitlines()
    found: dict[str, list[tuple[str, Path]]] = {}
    for row in csv.DictReader(lines):
        if row["key"] in load_sources() and row["published"]:
            place = folder.joinpath(*row["path"].split("/")[:2])
            found.setdefault(row["key"], []).append((row["published"], place))
    for key, places in sorted(found.items()):
        for published, place in sorted(set(places), reverse=True):
            yield key, place, date.fromisoformat(published)


_DONE: set[str] = set()


def _measure(key: str, path: Path, published: date) -> list[object] | None:
    if key in _DONE:
        return None
    pages = "html" in get_source(key).formats
    try:
        parties = load_parser(key)(open_inputs([path], pages=pages)).parties
    except OstrakaError:
        return None
    _DONE.add(key)
    whole = pairs = answered = 0
    for party in parties:
        verdicts = [
            strictest(on_day(find_pieces([case], question), published))
            for case in make_cases(party, published)
            for question in (Question(_actor(case.listing.list), a) for a in Activity)
        ]
        pairs += len(verdicts)
        known = sum(verdict is not Verdict.REVIEW for verdict in verdicts)
        answered += known
        whole += known == len(verdicts)
    return [key, published, len(parties), whole, pairs, answered]


def _actor(key: str) -> Actor:
    return load_rules()[key].binds[0]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), date.today()))  # noqa: DTZ011 - the day it was measured
