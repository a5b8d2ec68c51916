"""Recall against alerts as the threshold moves, and how well scores order the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.measures import find_auc, find_average_precision, find_threshold_at_rate
from benchmarks.screening import ALL, NAME, CaseSet
from benchmarks.search import Ranking, score_of_truth, top_score

RATES = (1, 3, 10)
STEPS = tuple(round(0.5 + 0.01 * step, 2) for step in range(51))
_ASKED = ("UN names altered", "UN names as listed")
_NOBODIES = ("people, US mix", "people, global mix")


def describe_curves(
    sets: Mapping[str, CaseSet], answers: Mapping[str, Sequence[Ranking]]
) -> dict[str, Any]:
    """For the name alone and for all fields: altered names against nobodies, and the ordering.

    Recall counts altered names whose own party scores enough; AUC and average precision take the
    best score of any party for all rows, altered or as listed, against the same nobodies.
    """
    return {fields: _describe(sets, answers, fields) for fields in (NAME, ALL)}


def _describe(
    sets: Mapping[str, CaseSet], answers: Mapping[str, Sequence[Ranking]], fields: str
) -> dict[str, Any]:
    altered = f"{_ASKED[0]}, {fields}"
    meant = [
        score_of_truth(ranking, case)
        for case, ranking in zip(sets[altered].cases, answers[altered], strict=True)
    ]
    asked = [top_score(one) for name in _ASKED for one in answers[f"{name}, {fields}"]]
    nobody = [top_score(one) for name in _NOBODIES for one in answers[f"{name}, {fields}"]]
    labels = [True] * len(asked) + [False] * len(nobody)
    return {
        "rows": {"altered": len(meant), "asked": len(asked), "nobodies": len(nobody)},
        "auc": round(find_auc(asked + nobody, labels), 6),
        "average_precision": round(find_average_precision(asked + nobody, labels), 6),
        "recall_at_alerts": {str(rate): _at_rate(meant, nobody, rate) for rate in RATES},
        "curve": [_at_threshold(meant, nobody, threshold) for threshold in STEPS],
    }


def _at_rate(meant: Sequence[float], nobody: Sequence[float], rate: int) -> dict[str, float]:
    threshold = find_threshold_at_rate(nobody, rate)
    return {"threshold": round(threshold, 4), "recall": _share(meant, threshold)}


def _at_threshold(
    meant: Sequence[float], nobody: Sequence[float], threshold: float
) -> dict[str, float]:
    return {
        "threshold": threshold,
        "recall": _share(meant, threshold),
        "alerts_per_thousand": round(1000 * _share(nobody, threshold), 3),
    }


def _share(scores: Sequence[float], threshold: float) -> float:
    return round(sum(score >= threshold for score in scores) / len(scores), 4)
