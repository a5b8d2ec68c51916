"""The figures of one size on the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.printing import OUT, show


def show_ours(names: int, figures: Mapping[str, Any]) -> None:
    """What Ostraka does at one size, on the terminal."""
    index = figures["index"]
    OUT.print(
        f"{names:,} names: normalised in {index['normalising']['seconds']} s, index then built in "
        f"{index['building']['seconds']} s, opened in {index['open_milliseconds']} ms, "
        f"{index['megabytes']} MB ({index['megabytes_for_search']} MB for the search); "
        f"peak memory of screening {figures['memory']['peak']} MB, "
        f"of it {figures['memory']['own']} MB its own"
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
            rates = [round(own["per_second"]) for own in bulk.values()]
            recall = figures["recall"].get(what, {}).get("recall") if asked == "altered" else None
            rows.append((f"{asked}, {what}", None, None, bulk[1]["user_us"], *rates, recall))
    columns = ("", "median µs", "p99 µs", "user µs", "1 thread /s", "2 threads /s", "recall")
    show(f"{names:,} names", columns, rows, 1)
    exhaustive = figures["exhaustive"]
    OUT.print(
        f"Of what every listed name gives the index finds {exhaustive['found_share']} "
        f"({exhaustive['queries']} queries)."
    )


def show_cold(cold: Mapping[str, Mapping[str, Any]]) -> None:
    """Whole processes."""
    for what, one in cold.items():
        OUT.print(
            f"cold start, {what}, {one['runs']} runs: {one['milliseconds']} ms (least "
            f"{one['least_milliseconds']}), of processor {one['processor_milliseconds']} ms (least "
            f"{one['least_processor_milliseconds']}), {one['peak_megabytes']} MB"
        )


def show_beside(names: int, beside: Mapping[str, Any]) -> None:
    """Engine by engine."""
    columns = ("engine", "asked", "/s", "user µs", "one by one, µs", "recall", "build s", "MB")
    show(f"{names:,} names, side by side", columns, list_engines(beside), 1)
    OUT.print(f"Processor time of the others, to that of Ostraka: {beside['times_as_fast']}")


def list_engines(beside: Mapping[str, Any]) -> list[Sequence[object]]:
    """A row for each engine."""
    return [
        (
            f"{name}, {one['threads']} thread{'s' * (one['threads'] > 1)}",
            one["asked"],
            one["per_second"],
            one["user_us"],
            one.get("single", {}).get("median_us"),
            one["recall"],
            one.get("build_seconds"),
            one.get("megabytes"),
        )
        for name, one in beside["engines"].items()
    ]
