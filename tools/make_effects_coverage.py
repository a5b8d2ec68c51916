"""The part of the page of effects that says how many entries of real lists a rule answers for."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

MEASURED = Path(__file__).parents[1] / "docs" / "measured" / "effects.csv"
_Row = dict[str, str]
_Answer = tuple[tuple[str, int], ...]
"""For each activity the number of entries that are answered."""


def make_effects_coverage() -> Iterator[str]:
    """One row for each list and each group of actors with the same answers."""
    rows = _load()
    yield from (
        "",
        "## Answered by a rule",
        "",
        "How many entries of real lists a rule answers for, on the day of the edition, and which",
        "activities are left to `review`, with the share of entries that they are left for. That a",
        "listing does not address an actor is an answer. `docs/measured/effects.csv` has every",
        "count; `make measure` writes it and a test holds it to the lists.",
        "",
        "| list | of | entries | actors | answered | left to review |",
        "|---|---|---|---|---|---|",
    )
    for head in dict.fromkeys((r["list"], r["published"], int(r["entries"])) for r in rows):
        yield from _of_list(head, [row for row in rows if row["list"] == head[0]])


def _of_list(head: tuple[str, str, int], rows: Sequence[_Row]) -> Iterator[str]:
    key, published, entries = head
    by_actor: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        by_actor.setdefault(row["actor"], []).append((row["activity"], int(row["answered"])))
    alike: dict[_Answer, list[str]] = {}
    for actor, answers in by_actor.items():
        alike.setdefault(tuple(answers), []).append(actor)
    for answer, actors in alike.items():
        who = "everyone" if len(actors) == len(by_actor) else ", ".join(actors)
        share = sum(number for _, number in answer) / (len(answer) * entries)
        cells = (f"`{key}`", published, f"{entries:,}", who, f"{share:.1%}", _left(answer, entries))
        yield f"| {' | '.join(cells)} |"


def _left(answer: _Answer, entries: int) -> str:
    """The activities of one share together: `pay, deal 3.2%; export 100.0%`."""
    by_share: dict[str, list[str]] = {}
    for activity, number in answer:
        if number < entries:
            by_share.setdefault(f"{1 - number / entries:.1%}", []).append(activity)
    return "; ".join(f"{', '.join(which)} {share}" for share, which in by_share.items())


def _load() -> list[_Row]:
    lines = MEASURED.read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
