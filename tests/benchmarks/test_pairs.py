"""Labelled pairs: groups, and labels that we hold wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.engines import Engine
from benchmarks.pair_figures import compare_paired, describe, judge
from benchmarks.pairs import LabelledPair, leave_doubtful, load_doubts, load_pairs, mark

LENGTHS = Engine(
    "lengths", "1", 0.7, lambda left, right, _: 1.0 if len(left) == len(right) else 0.0
)
ALWAYS = Engine("always", "1", 0.7, lambda _, __, ___: 1.0)


def make_pair(left: str, right: str, *, same: bool, group: str = "nk_checks") -> LabelledPair:
    return LabelledPair(left, right, "Person", group, same)


PAIRS = [
    make_pair("Ann", "Bob", same=True),
    make_pair("Ann", "Anna", same=False),
    make_pair("Eve", "Adam", same=False),
    make_pair("Lea", "Leah", same=True, group="synth_people"),
]


def test_a_pair_counts_in_its_groups() -> None:
    """The tables of hand-made and of synthetic pairs share no row."""
    assert PAIRS[0].groups == ("all", "hand-made", "people")
    assert PAIRS[3].groups == ("all", "synthetic", "people", "synthetic people")


def test_figures_are_those_of_the_group() -> None:
    """Three hand-made pairs are all right, the synthetic one is missed."""
    groups = describe(judge(LENGTHS, PAIRS))["groups"]
    assert groups["hand-made"]["at_threshold"]["f1"] == 1.0
    assert groups["synthetic"]["at_threshold"]["recall"] == 0.0
    assert groups["all"]["pairs"] == 4


def test_paired_wins_are_pairs_that_one_engine_alone_gets_right() -> None:
    """Both get the first pair right; each is alone with others."""
    lengths, always = judge(LENGTHS, PAIRS), judge(ALWAYS, PAIRS)
    assert compare_paired(lengths, always, "all") == {"wins": 2, "losses": 1}


def test_every_doubt_has_a_reason_and_names_no_row() -> None:
    """A pair is named by its hash; what third parties wrote is not copied."""
    doubts = load_doubts()
    assert doubts
    assert all(len(pair) == 64 and len(why) > 20 for pair, why in doubts.items())


@pytest.mark.shared
def test_every_doubt_is_about_a_pair_of_the_file(shared: Path) -> None:
    """A hash that no pair has would silently doubt nothing."""
    pairs = load_pairs(shared / "bench/names/name_pairs.csv")
    assert {mark(pair.left, pair.right) for pair in pairs} >= set(load_doubts())
    assert len(leave_doubtful(pairs)) == len(pairs) - len(load_doubts())
