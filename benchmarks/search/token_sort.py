"""The token-sort ratio over every listed name: a floor for both engines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from benchmarks.cases import Case
from benchmarks.search.shape import Ranking
from ostraka.model.party import Party

BATCH = 500
KEPT = 50


class TokenSortSearch:
    """Names and cases with their words sorted, compared by rapidfuzz's ratio; no index, no kind."""

    name = "token-sort ratio"
    version = version("rapidfuzz")
    threshold = 0.7

    def __init__(self, parties: Iterable[Party], threads: int = 2) -> None:
        self._threads = threads
        named = [(sort_words(name.text), party.id) for party in parties for name in party.names]
        self._names = [text for text, _ in named]
        self._owners = [owner for _, owner in named]

    def search(self, cases: Sequence[Case], *, all_fields: bool) -> list[Ranking]:  # noqa: ARG002
        """The parties of the fifty nearest names; it knows of no other field."""
        found: list[Ranking] = []
        for start in range(0, len(cases), BATCH):
            asked = [sort_words(case.name) for case in cases[start : start + BATCH]]
            scores = cdist(
                asked,
                self._names,
                scorer=Indel.normalized_similarity,
                dtype=np.float32,
                workers=self._threads,
            )
            nearest = np.argpartition(-scores, KEPT, axis=1)[:, :KEPT]
            found += [self._rank(row, kept) for row, kept in zip(scores, nearest, strict=True)]
        return found

    def _rank(self, scores: np.ndarray, kept: np.ndarray) -> Ranking:
        best: dict[str, float] = {}
        for place in kept:
            owner = self._owners[place]
            best[owner] = max(best.get(owner, 0.0), float(scores[place]))
        return sorted(((score, owner) for owner, score in best.items()), reverse=True)


def sort_words(name: str) -> str:
    """The words in alphabetical order, case folded: what the token-sort ratio compares."""
    return " ".join(sorted(name.casefold().split()))
