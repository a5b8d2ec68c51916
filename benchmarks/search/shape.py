"""What every engine under measurement answers: for each case the parties found, best first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from benchmarks.cases import Case

Ranking = list[tuple[float, str]]
"""Score and party id, best first, each party once, down to a floor far below the threshold."""


class Searcher(Protocol):
    """An engine that holds the lists."""

    @property
    def name(self) -> str:
        """The engine, as the tables call it."""

    @property
    def version(self) -> str:
        """The version of the package that was measured."""

    @property
    def threshold(self) -> float:
        """The score from which the engine alerts by default."""

    def search(self, cases: Sequence[Case], *, all_fields: bool) -> list[Ranking]:
        """The parties found for each case, by the name alone or with date of birth and country."""


def top_score(ranking: Ranking) -> float:
    """The best score of any party; 0 where nothing was found."""
    return ranking[0][0] if ranking else 0.0


def score_of_truth(ranking: Ranking, case: Case) -> float:
    """The best score of a party that is meant; 0 where none was found."""
    return next((score for score, party in ranking if party in case.truth), 0.0)
