"""The part `scale`: speed, memory and recall as the list grows."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.cases import SEED
from benchmarks.lists import load_parties, open_store
from benchmarks.printing import OUT, show
from benchmarks.scale.columns import Enlarged
from benchmarks.scale.enlarging import REAL_NAMES, sample_real
from benchmarks.scale.indexes import open_built
from benchmarks.scale.ours import ASKED, measure
from benchmarks.scale.queries import alter_names, invent_people
from benchmarks.scale.timing import fit_exponent
from benchmarks.sizes import Sizes


def run_scale(sizes: Sizes) -> dict[str, Any]:
    """Every size of list with the same questions, on an index made for it."""
    real = sample_real(list(load_parties(open_store())), REAL_NAMES, SEED)
    altered = alter_names(real, sizes.scale_altered, SEED)
    invented = invent_people(len(altered), SEED)
    measured: dict[int, dict[str, Any]] = {}
    for names in sizes.scale_names:
        built = open_built(Enlarged(real, names))
        gc.collect()
        gc.freeze()  # what the benchmark holds is not what the engine has to look through
        measured[names] = measure(built, altered, invented, sizes.scale_exhaustive)
        gc.unfreeze()
        _show(names, measured[names])
    exponents = {
        asked: {what: fit_growth(measured, asked, what) for what, *_ in ASKED}
        for asked in ("altered", "invented")
    }
    OUT.print(f"Time of a search grows with the list to the power of {exponents}.")
    return {
        "real_names": sum(len(party.names) for party in real),
        "queries": {"altered": len(altered), "invented": len(invented)},
        "sizes": measured,
        "growth_exponent": exponents,
    }


def fit_growth(measured: Mapping[int, Mapping[str, Any]], asked: str, what: str) -> float | None:
    """The exponent of the processor time of one search, in bulk on one thread."""
    exponent = fit_exponent(
        {
            names: figures["search_alone"][asked][what]["threads"][1]["user_us"]
            for names, figures in measured.items()
        }
    )
    return None if exponent is None else round(exponent, 3)


def _show(names: int, figures: Mapping[str, Any]) -> None:
    index = figures["index"]
    OUT.print(
        f"{names:,} names: normalised in {index['normalising']['seconds']} s, index then built in "
        f"{index['building']['seconds']} s, opened in {index['open_milliseconds']} ms, "
        f"{index['megabytes']} MB ({index['megabytes_for_search']} MB for the search)"
    )
    rows: list[Sequence[object]] = []
    for asked in ("altered", "invented"):
        one = figures["one_at_a_time"][asked]
        rows += [
            (f"{asked}, one at a time, {what}", *one[what].values(), None, None, None)
            for what in ("whole", "without_what_would_change", "search")
        ]
        bulks = {**figures["search_alone"][asked], "as rows of a file": figures["rows"][asked]}
        for what, bulk in bulks.items():
            user = bulk["threads"][1]["user_us"]
            rates = [round(one["per_second"]) for one in bulk["threads"].values()]
            rows.append((f"{asked}, {what}", None, None, user, *rates, bulk.get("recall")))
    columns = ("", "median µs", "p99 µs", "user µs", "1 thread /s", "2 threads /s", "recall")
    show(f"{names:,} names", columns, rows, 1)
    exhaustive = figures["exhaustive"]
    OUT.print(
        f"Of what every listed name gives the index finds {exhaustive['found_share']} "
        f"({exhaustive['queries']} queries)."
    )
