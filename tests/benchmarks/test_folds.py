"""Nothing that is judged had a part in the threshold that judges it."""

from __future__ import annotations

from benchmarks.folds import cross_validate, join_groups, judge_held_out, make_folds
from benchmarks.measures import Counts
from hypothesis import given
from hypothesis import strategies as st


def test_pairs_that_share_a_name_are_together_however_far() -> None:
    """The first and third pair have no name in common but a neighbour that knows both."""
    assert join_groups([("a", "b"), ("x", "y"), ("b", "c"), ("c", "d")]) == [0, 1, 0, 0]


@given(st.lists(st.integers(0, 12), min_size=1))
def test_a_group_is_never_torn(groups: list[int]) -> None:
    """A group has one fold, and the folds are as even as the largest group lets them be."""
    folds = make_folds(groups)
    homes = dict(zip(groups, folds, strict=True))
    assert folds == [homes[group] for group in groups]
    sizes = [folds.count(fold) for fold in range(5)]
    assert max(sizes) - min(sizes) <= max(groups.count(group) for group in groups)


def test_a_pair_is_judged_by_the_threshold_of_the_others() -> None:
    """The last fold alone would ask for .5; the others teach .85, and by that it is missed."""
    scores, same = [0.9, 0.8, 0.9, 0.8, 0.6, 0.4], [True, False, True, False, True, False]
    said, thresholds = judge_held_out(scores, same, [0, 0, 1, 1, 2, 2])
    assert said[4:] == [False, False]
    assert round(thresholds[2], 2) == 0.85


def test_cross_validation_counts_every_pair_once() -> None:
    """Two folds that agree judge each other without a mistake."""
    counts, _ = cross_validate([0.9, 0.1, 0.9, 0.1], [True, False, True, False], [0, 0, 1, 1])
    assert counts == Counts(true_positive=2, true_negative=2)
