"""The part `scale`: speed, memory and recall as the list grows."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.cases import SEED
from benchmarks.lists import load_parties, open_store
from benchmarks.printing import OUT, show
from benchmarks.scale.enlarging import REAL_NAMES, enlarge, sample_real
from benchmarks.scale.indexes import build
from benchmarks.scale.ours import measure
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
        with tempfile.TemporaryDirectory() as folder:
            built = build(list(enlarge(real, names, SEED)), Path(folder) / "scale.index")
            gc.collect()
            gc.freeze()  # what the benchmark holds is not what the engine has to look through
            measured[names] = measure(built, altered, invented, sizes.scale_exhaustive)
        _show(names, measured[names])
    exponents = {asked: fit_growth(measured, asked) for asked in ("altered", "invented")}
    OUT.print(f"Time of a search grows with the list to the power of {exponents}.")
    return {
        "real_names": sum(len(party.names) for party in real),
        "queries": {"altered": len(altered), "invented": len(invented)},
        "sizes": measured,
        "growth_exponent": exponents,
    }


def fit_growth(measured: Mapping[int, Mapping[str, Any]], asked: str) -> float | None:
    """The exponent of the processor time of one search at the default threshold."""
    exponent = fit_exponent(
        {
            names: figures["search_alone"][asked]["threshold 0.7"]["cpu_us"]
            for names, figures in measured.items()
        }
    )
    return None if exponent is None else round(exponent, 3)


def _show(names: int, figures: Mapping[str, Any]) -> None:
    index = figures["index"]
    OUT.print(
        f"{names:,} names: index built in {index['build_seconds']} s "
        f"({index['normalised_seconds']} s once names are normalised), opened in "
        f"{index['open_milliseconds']} ms, {index['megabytes']} MB "
        f"({index['megabytes_for_search']} MB for the search)"
    )
    rows: list[Sequence[object]] = []
    for asked in ("altered", "invented"):
        one = figures["one_at_a_time"][asked]
        rows += [
            (f"{asked}, one at a time, {what}", *one[what].values(), None, None, None)
            for what in ("whole", "without_what_would_change", "search")
        ]
        for what, bulk in figures["search_alone"][asked].items():
            rates = bulk["queries_a_second"].values()
            rows.append((f"{asked}, search alone, {what}", None, None, *rates, bulk.get("recall")))
        rates = figures["rows"][asked]["rows_a_second"].values()
        rows.append((f"{asked}, rows as of a file", None, None, *rates, None))
    columns = ("", "median µs", "p99 µs", "1 thread /s", "2 threads /s", "recall")
    show(f"{names:,} names", columns, rows, 1)
    exhaustive = figures["exhaustive"]
    OUT.print(
        f"Of what every listed name gives the index finds {exhaustive['found_share']} "
        f"({exhaustive['queries']} queries)."
    )
