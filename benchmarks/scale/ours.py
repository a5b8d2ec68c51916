"""Ostraka on one index: one at a time and in bulk, on one thread and two, recall beside speed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from benchmarks.scale.indexes import Built
from benchmarks.scale.memory import measure_memory
from benchmarks.scale.queries import Query, find_recall
from benchmarks.scale.timing import Bulk, time_bulk, time_each
from benchmarks.sizes import Sizes
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
    built: Built, altered: Sequence[Query], invented: Sequence[Query], sizes: Sizes
) -> dict[str, Any]:
    """Every figure of one size of list that needs no other engine."""
    timed = {"altered": altered[: sizes.scale_timed], "invented": invented[: sizes.scale_timed]}
    subjects = [query.subject for queries in timed.values() for query in queries]
    return {
        "index": dict(built.figures),
        "memory": measure_memory(built.path, subjects),
        "one_at_a_time": {name: measure_single(built, own) for name, own in timed.items()},
        "search_alone": {name: measure_search(built, own) for name, own in timed.items()},
        "recall": measure_recall(built, altered),
        "rows": {name: measure_rows(built, own) for name, own in timed.items()},
        "exhaustive": compare_exhaustively(built, altered, invented, sizes.scale_exhaustive),
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
    return {
        what: {
            threads: measure_search_alone(built, queries, floor, depth, threads).write(len(queries))
            for threads in THREADS
        }
        for what, floor, depth in ASKED
    }


def measure_recall(built: Built, altered: Sequence[Query]) -> dict[str, Any]:
    """The altered names whose party is among the fifty nearest, as asked for the times."""
    return {
        what: find_recall(altered, find_nearest(built, altered, floor, depth))
        for what, floor, depth in ASKED
    }


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


def measure_rows(built: Built, queries: Sequence[Query]) -> dict[int, Any]:
    """What a file goes through but for reading and writing."""
    subjects = [query.subject for query in queries]
    bulks = {}
    for threads in THREADS:
        screener = built.open_screener(threads)
        took = time_bulk(partial(screener.find_rows, subjects), _ROUNDS)
        bulks[threads] = took.write(len(subjects))
    return bulks


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
        batch = encoded[start : start + _BATCH]
        columns = built.index.kernel.search_parties(batch, floor, False, depth, threads)
        counts, parties = (memoryview(column).cast("I").tolist() for column in columns[:2])
        ends = itertools.accumulate(counts)
        found += [
            parties[end - count : end][:_SHOWN] for count, end in zip(counts, ends, strict=True)
        ]
    return found


def _search(built: Built, encoded: Encoded, floor: float, depth: int, threads: int) -> list[Any]:
    found: list[Any] = built.index.kernel.search_many(encoded, floor, False, depth, threads)
    return found
