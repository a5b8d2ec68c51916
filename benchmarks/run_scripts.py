"""The part `scripts`: names in their own script against Latin spellings, no alias to help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.engines import Engine, load_engines
from benchmarks.measures import count
from benchmarks.printing import show
from benchmarks.scripts import SCRIPTS, ScriptPair, load_pairs
from benchmarks.scripts.reading import Split

SPLIT: Split = "test"
PRECISION = 0.95


def run_scripts(*, ours_only: bool = False) -> dict[str, Any]:
    """For each script and engine: at the threshold, and recall where precision is 95 %."""
    result: dict[str, Any] = {"split": SPLIT, "scripts": {}}
    engines = list(load_engines(ours_only=ours_only))
    for script in SCRIPTS:
        pairs = load_pairs(script, SPLIT)
        figures = {engine.name: _measure(engine, pairs) for engine in engines}
        result["scripts"][script] = {"pairs": len(pairs), "engines": figures}
    _show(result["scripts"])
    return result


def _measure(engine: Engine, pairs: Sequence[ScriptPair]) -> dict[str, float]:
    scores = [engine.score(pair.native, pair.latin, "Person") for pair in pairs]
    same = [pair.same for pair in pairs]
    counts = count([score >= engine.threshold for score in scores], same)
    recall, threshold = find_recall_at_precision(scores, same, PRECISION)
    return {
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "recall_at_precision": round(recall, 4),
        "threshold_of_it": round(threshold, 4),
    }


def find_recall_at_precision(
    scores: Sequence[float], same: Sequence[bool], precision: float
) -> tuple[float, float]:
    """The best recall of any threshold with at least that precision, and the threshold.

    A score of 0 says nothing and never counts as found; without such a threshold it is (0, 1).
    """
    best = (0.0, 1.0)
    for threshold in sorted({score for score in scores if score > 0}):
        counts = count([score >= threshold for score in scores], same)
        if counts.precision >= precision:
            best = max(best, (counts.recall, threshold))
    return best


def _show(scripts: dict[str, Any]) -> None:
    rows = [
        (script, name, one["pairs"], *figures.values())
        for script, one in scripts.items()
        for name, figures in one["engines"].items()
    ]
    columns = ("script", "engine", "pairs", "P", "R", "R at P .95", "threshold of it")
    show("Own script against Latin, held-out half", columns, rows, words=2)
