"""Cross-validation of the threshold, with pairs that share a name kept in one fold."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from benchmarks.measures import Counts, count, find_best_threshold


def join_groups(pairs: Iterable[tuple[Hashable, Hashable]]) -> list[int]:
    """For each pair the number of its group: pairs that share a name, however far, are together."""
    pairs = list(pairs)
    parent: dict[Hashable, Hashable] = {}

    def find(name: Hashable) -> Hashable:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for left, right in pairs:
        parent[find(left)] = find(right)
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(find(left), len(numbers)) for left, _ in pairs]


def make_folds(groups: Sequence[int], folds: int = 5) -> list[int]:
    """For each pair its fold: groups go, largest first, to the fold that holds least so far."""
    sizes: dict[int, int] = {}
    for group in groups:
        sizes[group] = sizes.get(group, 0) + 1
    filled = [0] * folds
    home: dict[int, int] = {}
    for group in sorted(sizes, key=lambda one: (-sizes[one], one)):
        fold = min(range(folds), key=filled.__getitem__)
        home[group] = fold
        filled[fold] += sizes[group]
    return [home[group] for group in groups]


def judge_held_out(
    scores: Sequence[float], same: Sequence[bool], fold_of: Sequence[int]
) -> tuple[list[bool], list[float]]:
    """What is said of each pair at the threshold that was best on the other folds, and those."""
    said = [False] * len(scores)
    thresholds = []
    for fold in sorted(set(fold_of)):
        seen = [place for place, own in enumerate(fold_of) if own != fold]
        threshold = find_best_threshold([scores[i] for i in seen], [same[i] for i in seen])
        thresholds.append(threshold)
        for place, own in enumerate(fold_of):
            if own == fold:
                said[place] = scores[place] >= threshold
    return said, thresholds


def cross_validate(
    scores: Sequence[float], same: Sequence[bool], fold_of: Sequence[int]
) -> tuple[Counts, list[float]]:
    """Counts over all pairs, each judged by a threshold it had no part in, and the thresholds."""
    said, thresholds = judge_held_out(scores, same, fold_of)
    return count(said, same), thresholds
