"""The charts of speed: against the size of the list, and against recall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.scale.engine_names import REFERENCE, SEARCH, TOKEN_SORT, TRIGRAMS, WHOLE
from benchmarks.vega import Chart, frame, number, word

COLOURS = {
    WHOLE: "#1b6e53",
    SEARCH: "#63b598",
    REFERENCE: "#b5541c",
    TOKEN_SORT: "#8a8a8a",
    TRIGRAMS: "#3b6ea8",
}
_ENGINE = word(
    "engine",
    scale={"domain": list(COLOURS), "range": list(COLOURS.values())},
    legend={"orient": "bottom", "columns": 3},
)
_RATE = "queries for each second of processor time, in bulk"
Measured = Mapping[Any, Mapping[str, Any]]


def chart_speed(sizes: Measured) -> Chart:
    """Queries for each second of processor time as the list grows; both axes are logarithmic.

    On one thread of a machine that does nothing else that is queries a second.
    """
    encoding = {
        "x": number("names", "names in the list", type="log"),
        "y": number("per_second", _RATE, type="log"),
        "color": _ENGINE,
    }
    line = {"type": "line", "point": True}
    return frame(list(list_points(sizes)), {"mark": line, "encoding": encoding})


def chart_recall_at_speed(sizes: Measured) -> Chart:
    """The share of altered names found among the fifty nearest, against speed."""
    encoding = {
        "x": number("per_second", _RATE, type="log"),
        "y": number("recall", "altered names whose party is among the fifty nearest", zero=False),
        "color": _ENGINE,
        "shape": word("size", title="names in the list", legend={"orient": "right"}),
    }
    mark = {"type": "point", "filled": True, "size": 90}
    return frame(list(list_points(sizes)), {"mark": mark, "encoding": encoding})


def list_points(sizes: Measured) -> Iterator[dict[str, Any]]:
    """One point for every engine and size. A result read back has sizes as text."""
    for names, figures in sizes.items():
        for engine, one in figures["beside"]["engines"].items():
            yield {
                "engine": engine,
                "names": int(names),
                "size": f"{int(names):,}",
                "per_second": 1e6 / one["user_us"],
                "recall": one["recall"],
            }
