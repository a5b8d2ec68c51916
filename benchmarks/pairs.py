"""Labelled pairs of names: precision, recall and F1 of an engine at its own threshold."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.engines import Engine

HAND_MADE = frozenset({"nk_checks", "nk_unit_tests", "cust_cases", "cluster_align"})


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two names and whether they are held to be one party."""

    left: str
    right: str
    schema: str
    group: str
    same: bool


@dataclass(slots=True)
class Counts:
    """How often an engine agreed with the labels."""

    true_positive: int = 0
    false_positive: int = 0
    false_negative: int = 0
    true_negative: int = 0

    def add(self, *, said: bool, same: bool) -> None:
        name = f"{'true' if said == same else 'false'}_{'positive' if said else 'negative'}"
        setattr(self, name, getattr(self, name) + 1)

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


@dataclass(frozen=True, slots=True)
class PairResult:
    """One engine on all pairs: counts by group of pairs, and pairs a second on one thread."""

    engine: Engine
    counts: Mapping[str, Counts]
    pairs_per_second: float


def load_pairs(path: Path) -> list[LabelledPair]:
    """The labelled pairs of a file in the layout of nomenklatura's name_bench."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            LabelledPair(
                row["name1"],
                row["name2"],
                row["schema"],
                row["case_group"],
                row["is_match"] == "true",
            )
            for row in csv.DictReader(file)
        ]


def measure_pairs(engine: Engine, pairs: Sequence[LabelledPair]) -> PairResult:
    """Counts at the engine's threshold; every engine is warmed up on the first pair."""
    engine.score(pairs[0].left, pairs[0].right, pairs[0].schema)
    started = perf_counter()
    scores = [engine.score(pair.left, pair.right, pair.schema) for pair in pairs]
    seconds = perf_counter() - started
    said = [score >= engine.threshold for score in scores]
    return PairResult(engine, _count(zip(pairs, said, strict=True)), len(pairs) / seconds)


def _count(judged: Iterable[tuple[LabelledPair, bool]]) -> dict[str, Counts]:
    counts: dict[str, Counts] = defaultdict(Counts)
    for pair, said in judged:
        for group in _groups(pair):
            counts[group].add(said=said, same=pair.same)
    return dict(counts)


def _groups(pair: LabelledPair) -> Iterator[str]:
    yield "all pairs"
    yield "hand-made" if pair.group in HAND_MADE else "synthetic"
    yield "people" if pair.schema == "Person" else "organisations and others"
