"""The figures of speed and scale as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.markdown import make_table
from benchmarks.scale.engine_names import WHOLE
from benchmarks.scale.showing import list_engines

Result = Mapping[str, Any]
_SINGLE = (("whole", "hits, what would change them"), ("without_what_would_change", "hits"))


def write_scale(scale: Result, day: str, cores: int) -> str:
    """Every table of the part. A result read back has sizes as text."""
    asked = scale["queries"]["altered"]
    timed = min(scale["asked"]["scale_timed"], asked)
    parts = [
        f"## Speed and scale, {day}, {cores} shared cores",
        f"Recall over {asked:,} altered names, the share whose party is among the fifty nearest; "
        f"times over the first {timed:,} of them and as many invented people. `user` is processor "
        "time of one query, on one thread.",
        *_write_load(scale),
        *_write_ours(scale["sizes"]),
        *_write_lists(scale["sizes"]),
        *_write_growth(scale["growth_exponent"]),
        *_write_beside(scale["sizes"]),
    ]
    return "\n\n".join(parts)


def _write_load(scale: Result) -> Iterable[str]:
    loads = [str(one["load"]) for one in scale["sizes"].values() if "load" in one]
    if loads:
        yield f"Load average of the machine after each size: {', '.join(loads)}."
    if "note" in scale:
        yield scale["note"]


def _write_ours(sizes: Result) -> Iterable[str]:
    yield "### One query at a time: name, birth and country in, hits with reasons out"
    rows = [
        (asked, what, int(names), one["median_us"], one["p99_us"], one["user_us"])
        for names, figures in sizes.items()
        for asked, own in figures["one_at_a_time"].items()
        for what, one in ((text, own[key]) for key, text in _SINGLE)
    ]
    columns = ["asked", "out", "names", "median µs", "p99 µs", "user µs"]
    yield make_table(columns, rows, words=2)
    yield "### In bulk"
    found = [row for names, figures in sizes.items() for row in _list_bulk(int(names), figures)]
    head = ["asked", "what", "names", "1 thread /s", "2 threads /s", "user µs", "recall"]
    yield make_table(head, found, words=2)


def _list_bulk(names: int, figures: Result) -> Iterable[Sequence[object]]:
    for asked, searches in figures["search_alone"].items():
        for what, one in {**searches, "rows as of a file": figures["rows"][asked]}.items():
            threads = list(one.values())
            rates = [round(own["per_second"]) for own in threads]
            recall = figures["recall"].get(what, {}).get("recall") if asked == "altered" else None
            said = f"search alone, {what}" if what in searches else what
            yield asked, said, names, *rates, threads[0]["user_us"], recall


def _write_lists(sizes: Result) -> Iterable[str]:
    yield "### Index, memory, cold start"
    columns = [
        "names", "normalise s", "build s", "open ms", "MB", "MB for search",
        "peak MB", "own MB", "`screen NAME` ms", "its peak MB", "of all hits, found",
    ]  # fmt: skip
    rows = []
    for names, figures in sizes.items():
        index, memory = figures["index"], figures["memory"]
        cold = figures.get("cold", {}).get("hit", {})
        build = (index["normalising"]["seconds"], index["building"]["seconds"])
        size = (index["open_milliseconds"], index["megabytes"], index["megabytes_for_search"])
        whole = (cold.get("milliseconds"), cold.get("peak_megabytes"))
        share = figures["exhaustive"]["found_share"]
        rows.append((int(names), *build, *size, memory["peak"], memory["own"], *whole, share))
    yield make_table(columns, rows, words=0)
    yield (
        "Built with names already normalised. Own memory is not shared; the rest is mapped files. "
        "`screen NAME` is the whole process, with the files of the home in the page cache. Last "
        "column: of what scoring every listed name reports at 0.7, the share that the index finds."
    )


def _write_growth(exponents: Result) -> Iterable[str]:
    said = "; ".join(
        f"{asked} names, {what}: {value}"
        for asked, own in exponents.items()
        for what, value in own.items()
    )
    yield f"Processor time of a search grows with the list to the power of: {said}."


def _write_beside(sizes: Result) -> Iterable[str]:
    columns = ["engine", "asked", "/s", "user µs", "one by one µs", "recall", "build s", "MB"]
    for names, figures in sizes.items():
        if "beside" not in figures:
            continue
        yield f"### Side by side, {int(names):,} names"
        yield make_table(columns, list_engines(figures["beside"]), words=1)
        for mine, others in figures["beside"]["times_as_fast"].items():
            said = ", ".join(f"{value} × {name}" for name, value in others.items())
            yield f"In bulk, by processor time of a query, {mine}: {said}."
        singles = _compare_singles(figures["beside"]["engines"])
        yield f"One by one, by processor time of a query, hits with reasons: {singles}."
    yield "![Queries a second against the size of the list](results/charts/scale_speed.svg)"
    yield "![Recall against speed](results/charts/scale_recall.svg)"


def _compare_singles(engines: Result) -> str:
    """How many times as long each other engine computes for a query that comes alone."""
    ours = engines[WHOLE]["single"]["user_us"]
    times = {
        name: one["single"]["user_us"] / ours
        for name, one in engines.items()
        if "single" in one and name != WHOLE
    }
    return ", ".join(f"{value:.1f} × {name}" for name, value in times.items())
