"""The charts of speed: against the size of the list, and against recall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.vega import Chart, frame, number, word

COLOURS = {
    "ostraka, hits with reasons": "#1b6e53",
    "ostraka, search alone": "#63b598",
    "nomenklatura logic-v2": "#b5541c",
    "token-sort ratio": "#8a8a8a",
    "tantivy trigrams": "#3b6ea8",
}
_ENGINE = word(
    "engine",
    scale={"domain": list(COLOURS), "range": list(COLOURS.values())},
    legend={"orient": "bottom", "columns": 3},
)
_RATE = "queries a second, in bulk, one thread"
Measured = Mapping[Any, Mapping[str, Any]]


def chart_speed(sizes: Measured) -> Chart:
    """Queries a second of every engine as the list grows; both axes are logarithmic."""
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
                "per_second": one["per_second"],
                "recall": one["recall"],
            }
