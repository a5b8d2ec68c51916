"""The part `rescreen`: a long list changes by a thousand names; a whole book is held against it."""

from __future__ import annotations

import csv
import os
import random
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from benchmarks.cases import SEED
from benchmarks.lists import load_parties, open_store
from benchmarks.printing import OUT
from benchmarks.scale.columns import Enlarged
from benchmarks.scale.enlarging import REAL_NAMES, enlarge, sample_real
from benchmarks.scale.queries import invent_people
from benchmarks.scale.screeners import make_screener
from benchmarks.sizes import Sizes
from ostraka.matching.building import Columns, write_index
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights
from ostraka.model.party import Party
from ostraka.screening.rescreening import (
    BookSource,
    ListChange,
    find_change,
    load_book,
    read_book,
    rescreen,
    save_book,
)

CHANGED = 1_000
_REMOVED, _RENAMED = 0.2, 0.1  # shares of the changed parties; all others are new
_IN_BOOK = 0.5  # share of the changed names that a customer bears
Value = TypeVar("Value")


def run_rescreen(sizes: Sizes) -> dict[str, Any]:
    """Seconds and processor seconds of each step, in the order a user meets them."""
    real = sample_real(list(load_parties(open_store())), REAL_NAMES, SEED)
    listed = Enlarged(real, sizes.rescreen_names)
    old, new = make_changes(real, sizes.rescreen_names)
    paths = [
        write_state(listed, side, listed.folder / f"{name}.state")
        for name, side in (("before", old), ("after", new))
    ]
    customers = write_book(listed.folder / "customers.csv", sizes.rescreen_customers, [*old, *new])
    kept = listed.folder / "customers.book"
    processes = os.cpu_count() or 1
    steps: dict[str, Any] = {}
    book = _time(steps, "book from nothing", lambda: read_book(BookSource(customers), processes))
    _time(steps, "book kept", lambda: save_book(book, kept))
    load_book(kept)
    book = _time(steps, "book opened", lambda: load_book(kept))
    change = _time(steps, "lists compared", lambda: _compare(paths, processes))
    found = _time(steps, "rescreened", lambda: rescreen(change, book, processes, quick=True))
    figures = {
        "names": sizes.rescreen_names,
        "customers": len(book),
        "parties": change.count(),
        "screened_again": found.asked,
        "hits": found.count(),
        "megabytes_of_book": round(kept.stat().st_size / 1e6),
        "steps": steps,
        "kept_seconds": _add(steps, "book opened", "lists compared", "rescreened"),
        "from_nothing_seconds": _add(steps, "book from nothing", "lists compared", "rescreened"),
    }
    _show(figures)
    return figures


def make_changes(real: Sequence[Party], names: int) -> tuple[list[Party], list[Party]]:
    """The parties that only the state before holds, and those that only the one after does."""
    listed = list(enlarge(real, names + CHANGED, SEED))
    made = listed[-CHANGED:]
    removed, renamed = round(CHANGED * _REMOVED), round(CHANGED * _RENAMED)
    old = made[: removed + renamed]
    other_names = made[removed + renamed :]
    again = [
        replace(party, names=(*party.names, *other.names))
        for party, other in zip(old[removed:], other_names, strict=False)
    ]
    return old, [*again, *other_names[renamed:]]


def write_state(listed: Enlarged, more: Sequence[Party], path: Path) -> Path:
    """An index of the enlarged list and these parties besides."""
    columns: Columns = deepcopy(listed.load_columns())
    for party in more:
        columns.add(party)
    write_index(columns, path, load_weights())
    return path


def write_book(path: Path, customers: int, changed: Sequence[Party]) -> Path:
    """Invented people with birth and country; some bear a name that changed on the list."""
    chance = random.Random(SEED)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "dob", "country"])
        named = [party.names[0].text for party in changed if chance.random() < _IN_BOOK]
        for number, text in enumerate(named):
            writer.writerow([f"N{number}", text, "", ""])
        writer.writerows(_invent(customers - len(named)))
    return path


def _invent(count: int) -> Iterator[list[str]]:
    for number, query in enumerate(invent_people(count, SEED)):
        one = query.subject
        yield [f"C{number}", one.name, str(one.born or ""), " ".join(one.countries)]


def _compare(paths: Sequence[Path], threads: int) -> ListChange:
    weights = load_weights()
    before, after = (make_screener(open_index(path, weights), threads) for path in paths)
    return find_change(before, after)


def _time(steps: dict[str, Any], name: str, call: Callable[[], Value]) -> Value:
    started, begun = perf_counter(), sum(os.times()[:4])
    value = call()
    computed = sum(os.times()[:4]) - begun
    steps[name] = {
        "seconds": round(perf_counter() - started, 2),
        "processor_seconds": round(computed, 2),
    }
    OUT.print(f"{name}: {steps[name]}")
    return value


def _add(steps: dict[str, Any], *names: str) -> float:
    return float(round(sum(steps[name]["seconds"] for name in names), 1))


def _show(figures: dict[str, Any]) -> None:
    OUT.print(
        f"Rescreening {figures['customers']:,} customers, {figures['parties']} of "
        f"{figures['names']:,} names: {figures['kept_seconds']} s with the book kept, "
        f"{figures['from_nothing_seconds']} s from nothing; {figures['screened_again']:,} screened "
        f"again, hits {figures['hits']}."
    )
