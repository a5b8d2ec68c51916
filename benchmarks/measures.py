"""The figures of merit, as plain arithmetic over scores and labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt


@dataclass(frozen=True, slots=True)
class Counts:
    """How often an engine agreed with the labels."""

    true_positive: int = 0
    false_positive: int = 0
    false_negative: int = 0
    true_negative: int = 0

    @property
    def precision(self) -> float:
        said = self.true_positive + self.false_positive
        return self.true_positive / said if said else 1.0

    @property
    def recall(self) -> float:
        same = self.true_positive + self.false_negative
        return self.true_positive / same if same else 1.0

    @property
    def f1(self) -> float:
        wrong = self.false_positive + self.false_negative
        everything = 2 * self.true_positive + wrong
        return 2 * self.true_positive / everything if everything else 1.0


def count(said: Iterable[bool], same: Iterable[bool]) -> Counts:
    """What was said against what is so."""
    pairs = list(zip(said, same, strict=True))
    return Counts(
        true_positive=pairs.count((True, True)),
        false_positive=pairs.count((True, False)),
        false_negative=pairs.count((False, True)),
        true_negative=pairs.count((False, False)),
    )


def find_auc(scores: Sequence[float], same: Sequence[bool]) -> float:
    """The chance that a match scores above a non-match; ties count half. 0.5 without either."""
    positive = sum(same)
    negative = len(same) - positive
    if not positive or not negative:
        return 0.5
    above, seen_negative = 0.0, 0
    ranked = sorted(zip(scores, same, strict=True))
    for _, tied in groupby(ranked, key=lambda pair: pair[0]):
        labels = [label for _, label in tied]
        here = labels.count(False)
        above += labels.count(True) * (seen_negative + here / 2)
        seen_negative += here
    return above / (positive * negative)


def find_average_precision(scores: Sequence[float], same: Sequence[bool]) -> float:
    """Precision at each score, weighted by the recall gained there; ties are taken together."""
    positive = sum(same)
    if not positive:
        return 0.0
    total, hits, taken = 0.0, 0, 0
    ranked = sorted(zip(scores, same, strict=True), reverse=True)
    for _, tied in groupby(ranked, key=lambda pair: pair[0]):
        labels = [label for _, label in tied]
        gained = labels.count(True)
        hits, taken = hits + gained, taken + len(labels)
        total += gained / positive * hits / taken
    return total


def find_best_threshold(scores: Sequence[float], same: Sequence[bool]) -> float:
    """The threshold of the best F1, midway to the next lower score; the highest of several."""
    ranked = sorted(zip(scores, same, strict=True), reverse=True)
    positive = sum(same)
    best, threshold = -1.0, 1.0
    hits, taken = 0, 0
    for place, (score, label) in enumerate(ranked):
        hits, taken = hits + label, taken + 1
        following = ranked[place + 1][0] if taken < len(ranked) else 0.0
        if taken < len(ranked) and following == score:
            continue
        f1 = 2 * hits / (taken + positive)
        if f1 > best:
            best, threshold = f1, (score + following) / 2
    return threshold


def find_threshold_at_rate(scores: Sequence[float], per_thousand: float) -> float:
    """The least score at which no more than `per_thousand` of 1,000 of these scores alert.

    It lies just above the first score that may no longer alert, so that ties never alert together.
    """
    most = int(len(scores) * per_thousand / 1000 + 1e-9)
    ranked = sorted(scores, reverse=True)
    return ranked[most] + 1e-9 if most < len(ranked) else 0.0


def find_interval(hits: int, rows: int, deviations: float = 1.96) -> tuple[float, float]:
    """Wilson's interval of a share (Wilson 1927), 95 % by default; nothing known is (0, 1)."""
    if not rows:
        return 0.0, 1.0
    share, square = hits / rows, deviations**2
    middle = share + square / (2 * rows)
    spread = deviations * sqrt(share * (1 - share) / rows + square / (4 * rows**2))
    scale = 1 + square / rows
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)
