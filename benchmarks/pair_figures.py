"""What an engine makes of the labelled pairs: at its threshold, held out, at any threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from benchmarks.engines import Engine
from benchmarks.folds import join_groups, judge_held_out, make_folds
from benchmarks.measures import Counts, count, find_auc, find_average_precision
from benchmarks.pairs import LabelledPair

SWEEP = tuple(step / 100 for step in range(40, 100, 5))


@dataclass(frozen=True, slots=True)
class Judged:
    """An engine's scores of the pairs, what it says at its threshold and what when held out."""

    engine: Engine
    pairs: Sequence[LabelledPair]
    scores: Sequence[float]
    held_out: Sequence[bool]
    thresholds: Sequence[float]
    pairs_per_second: float

    @property
    def said(self) -> list[bool]:
        """What the engine says at its own threshold."""
        return [score >= self.engine.threshold for score in self.scores]


def judge(engine: Engine, pairs: Sequence[LabelledPair]) -> Judged:
    """Scores every pair; every engine is warmed up on the first one."""
    engine.score(pairs[0].left, pairs[0].right, pairs[0].schema)
    started = perf_counter()
    scores = [engine.score(pair.left, pair.right, pair.schema) for pair in pairs]
    speed = len(pairs) / (perf_counter() - started)
    folds = make_folds(join_groups((fold(pair.left), fold(pair.right)) for pair in pairs))
    held_out, thresholds = judge_held_out(scores, [pair.same for pair in pairs], folds)
    return Judged(engine, pairs, scores, held_out, thresholds, speed)


def fold(name: str) -> str:
    """The name as pairs are told to share it: case and the order of words do not matter."""
    return " ".join(sorted(name.casefold().replace(",", " ").split()))


def describe(judged: Judged) -> dict[str, Any]:
    """Every figure of one engine, as the result keeps it."""
    groups = sorted({group for pair in judged.pairs for group in pair.groups})
    strong = [place for place, pair in enumerate(judged.pairs) if pair.quality == "STRONG"]
    wrong = [p for p in strong if judged.said[p] != judged.pairs[p].same]
    return {
        "version": judged.engine.version,
        "threshold": judged.engine.threshold,
        "pairs_per_second": round(judged.pairs_per_second),
        "held_out_thresholds": [round(one, 4) for one in judged.thresholds],
        "strong": {"pairs": len(strong), "wrong": len(wrong)},
        "groups": {group: _describe_group(judged, group) for group in groups},
        "sweep": [_sweep(judged, threshold) for threshold in SWEEP],
    }


def _describe_group(judged: Judged, group: str) -> dict[str, Any]:
    at = [place for place, pair in enumerate(judged.pairs) if group in pair.groups]
    same, scores = [judged.pairs[p].same for p in at], [judged.scores[p] for p in at]
    return {
        "pairs": len(at),
        "auc": round(find_auc(scores, same), 4),
        "average_precision": round(find_average_precision(scores, same), 4),
        "at_threshold": _plain(count([judged.said[p] for p in at], same)),
        "cross_validated": _plain(count([judged.held_out[p] for p in at], same)),
    }


def _sweep(judged: Judged, threshold: float) -> dict[str, float]:
    same = [pair.same for pair in judged.pairs]
    return {
        "threshold": threshold,
        **_plain(count([score >= threshold for score in judged.scores], same)),
    }


def _plain(counts: Counts) -> dict[str, Any]:
    return {
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "false_positives": counts.false_positive,
        "false_negatives": counts.false_negative,
    }


def compare_paired(ours: Judged, other: Judged, group: str) -> dict[str, int]:
    """Pairs of the group that only one of the two engines gets right, each at its threshold."""
    at = [place for place, pair in enumerate(ours.pairs) if group in pair.groups]
    right = [(ours.said[p] == ours.pairs[p].same, other.said[p] == ours.pairs[p].same) for p in at]
    return {"wins": right.count((True, False)), "losses": right.count((False, True))}
