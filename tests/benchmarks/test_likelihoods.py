"""Likelihood ratios from counts: monotone, and never from nothing to infinity."""

from __future__ import annotations

from benchmarks.fitting.likelihoods import fit_bands, fit_findings
from hypothesis import given
from hypothesis import strategies as st

STARTS = (0.0, 0.5, 0.7, 0.9)
scores = st.lists(st.floats(0, 1), max_size=40)


@given(scores, scores)
def test_a_better_score_is_never_worth_less(true: list[float], strangers: list[float]) -> None:
    """Noise in a band is pooled away."""
    weights = fit_bands(true, strangers, STARTS)
    assert len(weights) == len(STARTS)
    assert weights == sorted(weights)


def test_bands_weigh_what_was_counted() -> None:
    """Nine true names of ten score high, one stranger of ten does."""
    true, strangers = [0.95] * 90 + [0.1] * 10, [0.95] * 10 + [0.1] * 90
    assert fit_bands(true, strangers, (0.0, 0.9)) == [-0.94, 0.94]


def test_what_was_never_seen_is_rare_and_not_impossible() -> None:
    """Half a count is added everywhere."""
    assert fit_findings(["agrees"] * 9, ["differs"] * 9) == {"agrees": 1.28, "differs": -1.28}
