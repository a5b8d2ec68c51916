"""What a hit is worth: weights of evidence and the probability that follows from a prior."""

from __future__ import annotations

import csv
from importlib.resources import files
from math import log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.matching.calibration import find_probability, load_calibration, parse_calibration
from ostraka.matching.weights import load_weights
from ostraka.model.hit import Feature, Reason

TABLE = """# a head
kind,name,from,value,basis
name,,0,-1,fitted
name,,0.7,0.5,fitted
name,,0.9,3,fitted
finding,born_far,,-2,judged
"""


def _name(weight: float) -> Reason:
    return Reason(Feature.NAME, "Ana", "Ana", weight, "")


@pytest.mark.parametrize(
    ("weight", "evidence"), [(0.0, -1), (0.6999, -1), (0.7, 0.5), (0.9, 3), (1.0, 3)]
)
def test_a_name_weighs_what_its_band_says(weight: float, evidence: float) -> None:
    assert parse_calibration(TABLE).weigh([_name(weight)]) == evidence


def test_weights_are_added_and_a_finding_without_any_weighs_nothing() -> None:
    far = Reason(Feature.BORN, "", "", -0.3, "", finding="born_far")
    bound = Reason(Feature.BOUND, "", "", 0.1, "")
    assert parse_calibration(TABLE).weigh([_name(0.9), far, bound]) == 1.0


@pytest.mark.parametrize(
    ("old", "new"), [("0.7,0.5", "0.7,-2"), ("0.7,0.5", "0.95,0.5"), (",0,-1", ",0.1,-1")]
)
def test_a_table_that_falls_or_begins_above_0_is_refused(old: str, new: str) -> None:
    """A better name may not be worth less."""
    with pytest.raises(ValueError, match="ascend"):
        parse_calibration(TABLE.replace(old, new))


def test_every_finding_of_the_table_of_evidence_has_a_weight_of_evidence() -> None:
    """And none is left of a finding that no longer exists."""
    limits = {"common_word_below"}
    assert load_calibration().findings.keys() == load_weights().evidence.keys() - limits


def test_every_row_says_what_it_rests_on() -> None:
    """Fitted, with the rows it was fitted on, or judged, with the reason."""
    text = files("ostraka.matching").joinpath("calibration.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    assert all(row["basis"].startswith(("fitted: ", "judged: ")) for row in rows)


@given(st.floats(-8, 8), st.floats(1e-6, 0.5))
def test_the_odds_after_are_the_odds_before_times_the_ratio(weight: float, prior: float) -> None:
    """Bayes' rule; a probability stays between 0 and 1 and rises with the evidence."""
    after = find_probability(weight, prior)
    assert 0 <= after <= 1
    assert find_probability(weight + 1, prior) >= after
    if 0.001 < after < 0.999:
        odds = log10(after / (1 - after)) - log10(prior / (1 - prior))
        assert odds == pytest.approx(weight, abs=0.01)


def test_a_name_that_nobody_gave_weighs_nothing() -> None:
    """Found by a number alone: that the name agrees by 0 is not known."""
    nobody = Reason(Feature.NAME, "", "Ana", 0.0, "no name was given")
    assert parse_calibration(TABLE).weigh([nobody]) == 0.0
