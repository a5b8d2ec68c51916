"""The arithmetic that every table of the benchmark rests on."""

from __future__ import annotations

from benchmarks.measures import (
    Counts,
    count,
    find_auc,
    find_average_precision,
    find_best_threshold,
    find_interval,
    find_threshold_at_rate,
)
from hypothesis import given
from hypothesis import strategies as st

labelled = st.lists(st.tuples(st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0)), st.booleans()))


def test_counts_know_the_four_outcomes() -> None:
    """Precision looks along what was said, recall along what is so."""
    counts = count([True, True, False, False], [True, False, True, False])
    assert counts == Counts(1, 1, 1, 1)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


def test_saying_nothing_is_precise_and_finds_nothing() -> None:
    """Where nothing is said, nothing said is wrong."""
    counts = count([False, False], [True, False])
    assert (counts.precision, counts.recall, counts.f1) == (1.0, 0.0, 0.0)


@given(labelled)
def test_auc_is_the_share_of_pairs_in_order(pairs: list[tuple[float, bool]]) -> None:
    """The same as looking at every match beside every other, ties counting half."""
    matches = [score for score, same in pairs if same]
    others = [score for score, same in pairs if not same]
    orders = [(m > o) + (m == o) / 2 for m in matches for o in others]
    expected = sum(orders) / len(orders) if orders else 0.5
    found = find_auc([score for score, _ in pairs], [same for _, same in pairs])
    assert abs(found - expected) < 1e-9


def test_average_precision_takes_ties_together() -> None:
    """An engine whose scores saturate does not gain by the order of its input."""
    assert find_average_precision([1.0, 1.0], [True, False]) == 0.5
    assert find_average_precision([1.0, 1.0], [False, True]) == 0.5
    assert find_average_precision([1.0, 0.5], [True, False]) == 1.0


@given(labelled)
def test_no_threshold_beats_the_best_one(pairs: list[tuple[float, bool]]) -> None:
    """Every step between two scores is tried."""
    scores, same = [score for score, _ in pairs], [label for _, label in pairs]
    if not any(same):
        return
    best = find_best_threshold(scores, same)
    reached = count([score >= best for score in scores], same).f1
    steps = (0.0, 0.1, 0.3, 0.6, 0.8)
    assert all(reached >= count([s >= step for s in scores], same).f1 for step in steps)


@given(st.lists(st.floats(0, 1), min_size=1), st.sampled_from((1, 3, 10, 500)))
def test_the_threshold_of_a_rate_never_alerts_more(scores: list[float], rate: int) -> None:
    """Ties at the threshold do not alert, rather than all of them."""
    threshold = find_threshold_at_rate(scores, rate)
    assert sum(score >= threshold for score in scores) <= len(scores) * rate / 1000 or rate >= 1000


def test_the_threshold_of_a_rate_alerts_as_many_as_it_may() -> None:
    """Two of a thousand may alert, so the third best score is the first that may not."""
    scores = [place / 1000 for place in range(1000)]
    assert sum(score >= find_threshold_at_rate(scores, 2) for score in scores) == 2


def test_an_interval_is_wilson_s() -> None:
    """The example of Newcombe 1998, table I: 81 of 263 is .2553 to .3662."""
    assert [round(bound, 4) for bound in find_interval(81, 263)] == [0.2553, 0.3662]
    assert find_interval(0, 0) == (0.0, 1.0)
