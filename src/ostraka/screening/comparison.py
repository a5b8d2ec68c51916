"""`compare`: one pair of names, scored by the engine that screens."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.matching.comparison import compare_names
from ostraka.matching.index import Index
from ostraka.matching.weights import load_weights
from ostraka.model.hit import Reason
from ostraka.model.party import PartyKind
from ostraka.model.snapshot import Snapshot
from ostraka.screening.opening import open_words
from ostraka.screening.screener import DEFAULT_THRESHOLD
from ostraka.snapshots import Store


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares names with the rarity of words in the lists of a home.

    `snapshots` are the lists the rarity comes from; where there are none, the weight of a word
    follows from its role alone.
    """

    index: Index | None
    snapshots: tuple[Snapshot, ...]

    def compare(self, left: str, right: str, kind: PartyKind | None = None) -> Comparison:
        """The score of one pair of names and its reasons."""
        return compare(left, right, kind, index=self.index)


def open_comparer(store: Store) -> Comparer:
    """A comparer over every default list held; a home without lists is no error."""
    return Comparer(*open_words(store))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two names are the same; `match` says whether the score reaches the threshold."""

    score: float
    match: bool
    threshold: float
    reasons: tuple[Reason, ...]


def compare(
    left: str,
    right: str,
    kind: PartyKind | None = None,
    *,
    threshold: float = DEFAULT_THRESHOLD,
    index: Index | None = None,
) -> Comparison:
    """The score of one pair of names and its reasons.

    Needs no list: without an index the weight of a word follows from its role alone.
    """
    reason = compare_names(left, right, kind, load_weights(), index)
    return Comparison(reason.weight, reason.weight >= threshold, threshold, (reason,))
