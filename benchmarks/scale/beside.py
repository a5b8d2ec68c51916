"""Ostraka beside the other engines: the same list, the same queries, one run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any

from benchmarks.scale.engine_names import SEARCH, WHOLE
from benchmarks.scale.indexes import Built
from benchmarks.scale.ours import ASKED, find_nearest, measure_search_alone
from benchmarks.scale.queries import Query, find_recall
from benchmarks.scale.rivals import measure_rivals
from benchmarks.scale.timing import time_bulk, time_each
from benchmarks.sizes import Sizes

_ROUNDS = 3


def measure_beside(
    built: Built, altered: Sequence[Query], invented: Sequence[Query], sizes: Sizes
) -> dict[str, Any]:
    """Every engine asked altered and invented names in turn, and what Ostraka is to each.

    The ratios are of processor time for one query, Ostraka on one thread, so that an engine is
    neither helped nor hurt by how many cores it takes.
    """
    queries = list(chain.from_iterable(zip(altered, invented, strict=True)))
    nearest = find_nearest(built, queries, *ASKED[0][1:])
    timed = queries[: sizes.scale_timed]
    ours = {WHOLE: _measure_whole(built, timed), SEARCH: _measure_search(built, timed)}
    for one in ours.values():
        one |= {"asked": len(timed), "threads": 1, **find_recall(queries, nearest)}
    others = measure_rivals(built.figures["names"], queries, sizes)
    for other in others.values():
        asked = other["asked"]
        same = find_recall(queries[:asked], nearest[:asked])
        other["ostraka_recall_on_the_same"] = same["recall"]
    return {
        "engines": ours | others,
        "times_as_fast": {
            mine: {
                name: round(other["user_us"] / one["user_us"], 1) for name, other in others.items()
            }
            for mine, one in ours.items()
        },
    }


def _measure_whole(built: Built, queries: Sequence[Query]) -> dict[str, Any]:
    """Name, birth and country in; hits above the threshold with their reasons out."""
    subjects = [query.subject for query in queries]
    screener = built.open_screener(threads=1)
    bulk = time_bulk(partial(screener.find_rows, subjects), _ROUNDS)
    single = time_each(lambda subject: screener.find_rows([subject]), subjects)
    return bulk.write(len(queries)) | {"single": {"asked": len(queries), **single.write()}}


def _measure_search(built: Built, queries: Sequence[Query]) -> dict[str, Any]:
    """Names that are normalised in; the fifty nearest out, whatever they score."""
    _, floor, depth = ASKED[0]
    bulk = measure_search_alone(built, queries, floor, depth, threads=1)
    return bulk.write(len(queries))
