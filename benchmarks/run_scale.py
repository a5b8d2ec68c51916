"""The part `scale`: speed, memory and recall as the list grows."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.cases import SEED
from benchmarks.lists import load_parties, open_store
from benchmarks.printing import OUT
from benchmarks.scale.beside import measure_beside
from benchmarks.scale.cold import measure_cold
from benchmarks.scale.columns import Enlarged
from benchmarks.scale.enlarging import REAL_NAMES, sample_real
from benchmarks.scale.indexes import Built, open_built
from benchmarks.scale.ours import ASKED, measure
from benchmarks.scale.queries import Query, alter_names, invent_people
from benchmarks.scale.showing import show_beside, show_cold, show_ours
from benchmarks.scale.timing import fit_exponent
from benchmarks.sizes import Sizes
from ostraka.model.party import Party, PartyKind
from ostraka.screening.subjects import make_subject


def run_scale(
    sizes: Sizes, *, ours_only: bool = False, keep: Callable[[dict[str, Any]], object] | None = None
) -> dict[str, Any]:
    """Every size of list with the same questions, on an index made for it.

    `keep` is given what is measured so far after every size, so that a run cut off is not lost.
    """
    real = sample_real(list(load_parties(open_store())), REAL_NAMES, SEED)
    altered = alter_names(real, sizes.scale_altered, SEED)
    invented = invent_people(len(altered), SEED)
    measured: dict[int, dict[str, Any]] = {}
    result: dict[str, Any] = {
        "real_names": sum(len(party.names) for party in real),
        "asked": asdict(sizes),
        "queries": {"altered": len(altered), "invented": len(invented)},
        "sizes": measured,
    }
    for names in sizes.scale_names:
        listed = Enlarged(real, names)
        built = open_built(listed)
        gc.collect()
        gc.freeze()  # what the benchmark holds is not what the engine has to look through
        figures = measured[names] = measure(built, altered, invented, sizes)
        show_ours(names, figures)
        if names in sizes.scale_homes:
            figures["cold"] = measure_cold(listed, built, choose_names(built, real, invented))
            show_cold(figures["cold"])
        if not ours_only:
            figures["beside"] = measure_beside(built, altered, invented, sizes)
            show_beside(names, figures["beside"])
        gc.unfreeze()
        figures["load"] = round(os.getloadavg()[0], 1)
        result["growth_exponent"] = {
            asked: {what: fit_growth(measured, asked, what) for what, *_ in ASKED}
            for asked in ("altered", "invented")
        }
        if keep:
            keep(result)
    OUT.print(f"Processor time of a search grows to the power of {result['growth_exponent']}.")
    return result


def choose_names(built: Built, real: Sequence[Party], invented: Sequence[Query]) -> dict[str, str]:
    """A listed name as the list has it, and the first invented one that hits nothing."""
    listed = next(party for party in real if party.kind is PartyKind.PERSON)
    screener = built.open_screener(threads=1)
    names = (query.subject.name for query in invented)
    free = (name for name in names if not screener.find(make_subject(name)[0]).hits)
    return {"hit": listed.names[0].text, "no hit": next(free)}


def fit_growth(measured: Mapping[int, Mapping[str, Any]], asked: str, what: str) -> float | None:
    """The exponent of the processor time of one search, in bulk on one thread."""
    exponent = fit_exponent(
        {
            names: figures["search_alone"][asked][what][1]["user_us"]
            for names, figures in measured.items()
        }
    )
    return None if exponent is None else round(exponent, 3)
