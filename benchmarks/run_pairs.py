"""The part `pairs`: labelled pairs of names, every engine, with and without doubtful labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.engines import load_engines
from benchmarks.pair_figures import Judged, compare_paired, describe, judge
from benchmarks.pairs import leave_doubtful, load_pairs
from benchmarks.printing import OUT, show

PAIRED = ("all", "hand-made", "people", "synthetic")


def run_pairs(*, ours_only: bool = False, misses: bool = False) -> dict[str, Any]:
    """Figures for all labels and without those held wrong; misses are printed, never kept."""
    pairs = load_pairs()
    kept = [pairs[place] for place in leave_doubtful(pairs)]
    result: dict[str, Any] = {}
    for title, rows in (("all labels", pairs), ("without doubtful labels", kept)):
        judged = {engine.name: judge(engine, rows) for engine in load_engines(ours_only=ours_only)}
        result[title] = _describe(judged)
        _show(f"{len(rows)} labelled pairs, {title}", result[title]["engines"])
        _show_paired(result[title]["paired"])
        if misses and rows is pairs:
            _show_misses(judged["ostraka"])
    return result


def _describe(judged: Mapping[str, Judged]) -> dict[str, Any]:
    ours, *others = judged.values()
    return {
        "engines": {name: describe(one) for name, one in judged.items()},
        "paired": {
            other.engine.name: {group: compare_paired(ours, other, group) for group in PAIRED}
            for other in others
        },
    }


def _show(title: str, engines: Mapping[str, Any]) -> None:
    columns = ("engine", "group", "pairs", "P", "R", "F1", "F1 held out", "AUC", "AP", "STRONG")
    show(title, columns, (row for name in engines for row in _rows(name, engines[name])), words=2)


def _rows(name: str, engine: Mapping[str, Any]) -> list[tuple[object, ...]]:
    strong = f"{engine['strong']['wrong']} of {engine['strong']['pairs']} wrong"
    return [
        (
            name,
            group,
            one["pairs"],
            *(one["at_threshold"][figure] for figure in ("precision", "recall", "f1")),
            one["cross_validated"]["f1"],
            one["auc"],
            one["average_precision"],
            strong if group == "all" else "",
        )
        for group, one in engine["groups"].items()
    ]


def _show_paired(paired: Mapping[str, Any]) -> None:
    for other, groups in paired.items():
        said = "; ".join(f"{name} +{one['wins']} -{one['losses']}" for name, one in groups.items())
        OUT.print(f"Right where {other} is wrong, and the reverse: {said}")


def _show_misses(ours: Judged) -> None:
    rows = [
        ("match" if pair.same else "other", pair.group, pair.quality, score, pair.left, pair.right)
        for pair, score, said in zip(ours.pairs, ours.scores, ours.said, strict=True)
        if said != pair.same
    ]
    doubts = {(pair.left, pair.right): pair.doubt for pair in ours.pairs}
    rows.sort(key=lambda row: (row[1], row[0], row[3]))
    marked = [(*row, "doubtful" if doubts[row[4], row[5]] else "") for row in rows]
    columns = ("label", "group", "quality", "score", "left", "right", "")
    show(f"{len(rows)} pairs that Ostraka gets wrong", columns, marked, words=3)
