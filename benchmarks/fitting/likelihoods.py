"""Logarithms of likelihood ratios from counts, monotone where they must be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import log10

_HALF = 0.5  # added to every count, so that what was never seen is rare and not impossible


def fit_bands(
    true: Iterable[float], strangers: Iterable[float], starts: Sequence[float]
) -> list[float]:
    """For each band of scores, from its start to the next, the logarithm to base 10 of the ratio.

    `true` and `strangers` are the scores of rows that mean a party and of rows that mean nobody.
    Bands whose ratio would fall are pooled with the one before, as isotonic regression does.
    """
    counts = [
        [one + _HALF, other + _HALF, 1]
        for one, other in zip(_count(true, starts), _count(strangers, starts), strict=True)
    ]
    pooled: list[list[float]] = []
    for own in counts:
        pooled.append(own)
        while len(pooled) > 1 and _ratio(pooled[-2]) > _ratio(pooled[-1]):
            last = pooled.pop()
            pooled[-1] = [a + b for a, b in zip(pooled[-1], last, strict=True)]
    share = sum(own[1] for own in counts) / sum(own[0] for own in counts)
    return [round(log10(_ratio(own) * share), 2) for own in pooled for _ in range(int(own[2]))]


def fit_findings(true: Sequence[str], strangers: Sequence[str]) -> dict[str, float]:
    """For each finding the logarithm to base 10 of its share in true pairs to that in others."""
    share = (len(strangers) + _HALF) / (len(true) + _HALF)
    return {
        finding: round(
            log10((true.count(finding) + _HALF) / (strangers.count(finding) + _HALF) * share), 2
        )
        for finding in sorted({*true, *strangers})
    }


def _ratio(counts: Sequence[float]) -> float:
    return counts[0] / counts[1]


def _count(scores: Iterable[float], starts: Sequence[float]) -> list[int]:
    counts = [0] * len(starts)
    for score in scores:
        counts[bisect_right(starts, score) - 1] += 1
    return counts
