"""Other engines on the same list and the same queries, each in a process of its own.

An engine is asked the queries in their order until they or the seconds it is given are used up:
how many it was asked stands beside its figures, and nothing is reckoned for the rest.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from benchmarks.cases import SEED, Case
from benchmarks.lists import load_parties, open_store
from benchmarks.scale.columns import Enlarged
from benchmarks.scale.engine_names import REFERENCE, TOKEN_SORT, TRIGRAMS
from benchmarks.scale.enlarging import REAL_NAMES, sample_real
from benchmarks.scale.memory import read_memory
from benchmarks.scale.queries import Query, find_recall
from benchmarks.scale.timing import read_user, time_each
from benchmarks.search import Searcher
from benchmarks.sizes import Sizes
from ostraka.model.party import Party

_SHOWN = 50
_SINGLE = 200
_THREADS = 1  # as nomenklatura and tantivy, asked from Python, take one


@dataclass(frozen=True, slots=True)
class Rival:
    """An engine: how it is made, how many queries it takes at once."""

    name: str
    make: Callable[[Iterable[Party]], Searcher]
    batch: int


def _make_reference(parties: Iterable[Party]) -> Searcher:
    from benchmarks.search.reference import ReferenceSearch  # noqa: PLC0415  # slow to import

    return ReferenceSearch(parties)


def _make_token_sort(parties: Iterable[Party]) -> Searcher:
    from benchmarks.search.token_sort import TokenSortSearch  # noqa: PLC0415

    return TokenSortSearch(parties, threads=_THREADS)


def _make_trigrams(parties: Iterable[Party]) -> Searcher:
    from benchmarks.scale.trigrams import TrigramSearch  # noqa: PLC0415

    return TrigramSearch(parties)


RIVALS = (
    # It holds entities as Python objects: 300,000 names took two minutes and 1.6 GB to build.
    Rival(REFERENCE, _make_reference, 250),
    Rival(TOKEN_SORT, _make_token_sort, 100),
    Rival(TRIGRAMS, _make_trigrams, 500),
)


def measure_rivals(names: int, queries: Sequence[Query], sizes: Sizes) -> dict[str, dict[str, Any]]:
    """The figures of each engine that is asked at this size."""
    figures = {}
    for place, rival in enumerate(RIVALS):
        if rival.name == REFERENCE and names > sizes.scale_reference:
            continue
        spawned = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=spawned) as process:
            said = process.submit(
                _measure, place, names, list(queries), sizes.scale_seconds
            ).result()
        figures[rival.name] = json.loads(said)
    return figures


def _measure(place: int, names: int, queries: list[Query], seconds: float) -> str:
    rival = RIVALS[place]
    real = sample_real(list(load_parties(open_store())), REAL_NAMES, SEED)
    parties = Enlarged(real, names).parties()
    before, started = read_memory()["own"], perf_counter()
    searcher = rival.make(parties)
    built = perf_counter() - started
    gc.collect()
    gc.freeze()  # what was built is not garbage to be looked through at every query
    cases = [query.as_case() for query in queries]
    figures = {
        "version": searcher.version,
        "threads": _THREADS,
        "build_seconds": round(built, 1),
        **_ask_in_bulk(searcher, rival.batch, queries, cases, seconds),
        "single": _ask_singly(searcher, cases, seconds),
    }
    return json.dumps({**figures, "megabytes": round(read_memory()["peak"] - before)})


def _ask_in_bulk(
    searcher: Searcher, batch: int, queries: list[Query], cases: list[Case], seconds: float
) -> dict[str, Any]:
    """Name, birth and country are given; what an engine knows nothing of, it leaves."""
    searcher.search(cases[:1], all_fields=True)  # what is loaded at first use does not count
    answers: list[list[str]] = []
    started, begun = perf_counter(), read_user()
    while len(answers) < len(cases) and perf_counter() - started < seconds:
        asked = cases[len(answers) : len(answers) + batch]
        found = searcher.search(asked, all_fields=True)
        answers += [[party for _, party in ranking][:_SHOWN] for ranking in found]
    wall, user = perf_counter() - started, read_user() - begun
    return {
        "asked": len(answers),
        "per_second": round(len(answers) / wall, 1),
        "user_us": round(user / len(answers) * 1e6, 1),
        **find_recall(queries[: len(answers)], answers),
    }


def _ask_singly(searcher: Searcher, cases: list[Case], seconds: float) -> dict[str, Any]:
    started = perf_counter()
    searcher.search(cases[:1], all_fields=True)
    one = max(perf_counter() - started, 1e-6)
    asked = cases[1 : 1 + max(3, min(_SINGLE, int(seconds / 4 / one)))]
    spread = time_each(lambda case: searcher.search([case], all_fields=True), asked)
    return {"asked": len(asked), **spread.write()}
