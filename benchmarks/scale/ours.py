"""Ostraka on one index: one at a time and in bulk, on one thread and two, recall beside speed."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from benchmarks.scale.indexes import Built
from benchmarks.scale.memory import measure_memory
from benchmarks.scale.queries import Query, find_recall
from benchmarks.scale.timing import Bulk, time_bulk, time_each
from ostraka.matching.index import encode_query
from ostraka.model.subject import Subject
from ostraka.screening.screener import DEFAULT_THRESHOLD
from ostraka.screening.subjects import make_subject

THREADS = (1, 2)
_MOST_ALIGNED = 4000
_SHOWN = 50
ASKED = (
    (f"no threshold, {_SHOWN} aligned", 0.0, _SHOWN),
    (f"threshold {DEFAULT_THRESHOLD}", DEFAULT_THRESHOLD, _MOST_ALIGNED),
)
"""What is asked of the search: its name, the score names need, how many are aligned at the most."""
_EXHAUSTED = 300_000  # names: for a longer list fewer queries are held against all of them
_BATCH = 200  # answers are Python objects: thousands of them kept would be timed as well
_ROUNDS = 3
Encoded = Sequence[Sequence[bytes]]


def measure(
    built: Built, altered: Sequence[Query], invented: Sequence[Query], exhaustive: int
) -> dict[str, Any]:
    """Every figure of one size of list that needs no other engine."""
    return {
        "index": dict(built.figures),
        "memory": measure_memory(built.path, [query.subject for query in [*altered, *invented]]),
        "one_at_a_time": {
            "altered": measure_single(built, altered),
            "invented": measure_single(built, invented),
        },
        "search_alone": {
            "altered": measure_search(built, altered),
            "invented": measure_search(built, invented),
        },
        "rows": {
            "altered": measure_rows(built, altered),
            "invented": measure_rows(built, invented),
        },
        "exhaustive": compare_exhaustively(built, altered, invented, exhaustive),
    }


def measure_single(built: Built, queries: Sequence[Query]) -> dict[str, Any]:
    """Name, birth and country in; hits with reasons out; and the search of the name alone."""
    screener = built.open_screener(threads=1)
    found = screener.find_many([query.subject for query in queries])
    hits = [
        any(hit.party == query.party for hit in result.hits)
        for query, result in zip(queries, found, strict=True)
        if query.party
    ]
    times = {
        "whole": time_each(lambda query: screener.find(_read(query.subject)), queries),
        "without_what_would_change": time_each(
            lambda query: screener.find_rows([query.subject]), queries
        ),
        "search": time_each(
            lambda one: _search(built, [one], DEFAULT_THRESHOLD, _MOST_ALIGNED, 1), encode(queries)
        ),
    }
    return {
        "queries": len(queries),
        **{what: spread.write() for what, spread in times.items()},
        "found": round(sum(hits) / len(hits), 4) if hits else None,
    }


def _read(subject: Subject) -> Subject:
    """The subject made anew from what a user gives, as it is part of the work."""
    born = str(subject.born) if subject.born else ""
    return make_subject(subject.name, born=born, country=";".join(subject.countries))[0]


def measure_search(built: Built, queries: Sequence[Query]) -> dict[str, Any]:
    """The kernel alone in bulk: without a threshold, and as the engine asks it."""
    figures: dict[str, Any] = {}
    for what, floor, depth in ASKED:
        bulks = {
            threads: measure_search_alone(built, queries, floor, depth, threads).write(len(queries))
            for threads in THREADS
        }
        found = find_recall(queries, find_nearest(built, queries, floor, depth))
        figures[what] = {"threads": bulks, **found}
    return figures


def measure_search_alone(
    built: Built, queries: Sequence[Query], floor: float, depth: int, threads: int
) -> Bulk:
    """The kernel alone, in bulk; names are normalised before."""
    encoded = encode(queries)
    return time_bulk(partial(_search_in_batches, built, encoded, floor, depth, threads), _ROUNDS)


def find_nearest(
    built: Built, queries: Sequence[Query], floor: float, depth: int
) -> list[list[str]]:
    """The ids of the first fifty parties of each query."""
    found = _search_in_batches(built, encode(queries), floor, depth, 2)
    return [[built.ids[owner] for owner in answer] for answer in found]


def measure_rows(built: Built, queries: Sequence[Query]) -> dict[str, Any]:
    """What a file goes through but for reading and writing."""
    subjects = [query.subject for query in queries]
    bulks = {}
    for threads in THREADS:
        screener = built.open_screener(threads)
        took = time_bulk(partial(screener.find_rows, subjects), _ROUNDS)
        bulks[threads] = took.write(len(subjects))
    return {"threads": bulks}


def compare_exhaustively(
    built: Built, altered: Sequence[Query], invented: Sequence[Query], count: int
) -> dict[str, Any]:
    """Of what every listed name held against so many queries gives, the share that is found."""
    count = max(10, min(count, count * _EXHAUSTED // built.figures["names"]))
    queries = [*altered[: count // 2], *invented[: count - count // 2]]
    encoded = encode(queries)
    found = _search(built, encoded, DEFAULT_THRESHOLD, _MOST_ALIGNED, 2)
    reported = kept = 0
    with ThreadPoolExecutor(2) as threads:
        answers = list(
            threads.map(
                lambda one: built.index.kernel.search_all(one, DEFAULT_THRESHOLD, False), encoded
            )
        )
    for every, near in zip(answers, found, strict=True):
        owners = {owner for _, owner, *_ in every}
        reported += len(owners)
        kept += len(owners & {owner for _, owner, *_ in near})
    return {
        "queries": len(queries),
        "reported_by_all": reported,
        "found_share": round(kept / reported, 5) if reported else None,
    }


def encode(queries: Sequence[Query]) -> list[list[bytes]]:
    return [encode_query(query.subject.name, query.subject.kind) for query in queries]


def _search_in_batches(
    built: Built, encoded: Encoded, floor: float, depth: int, threads: int
) -> list[list[int]]:
    """The numbers of the first fifty parties of each query."""
    found = []
    for start in range(0, len(encoded), _BATCH):
        batch = _search(built, encoded[start : start + _BATCH], floor, depth, threads)
        found += [list(dict.fromkeys(hit[1] for hit in answer))[:_SHOWN] for answer in batch]
    return found


def _search(built: Built, encoded: Encoded, floor: float, depth: int, threads: int) -> list[Any]:
    found: list[Any] = built.index.kernel.search_many(encoded, floor, False, depth, threads)
    return found
