"""The published search of OFAC, held to values published for its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from matching.listed_parties import make_party, weak
from ostraka.matching.building import build_index
from ostraka.matching.index import open_index
from ostraka.matching.ofac_search import (
    find_hits_as_ofac,
    jaro_winkler,
    score_as_ofac,
    soundex,
)
from ostraka.matching.weights import load_weights
from ostraka.model.subject import Subject


@pytest.mark.parametrize(
    ("left", "right", "similarity"),
    [
        ("martha", "marhta", 0.9611),
        ("dwayne", "duane", 0.84),
        ("dixon", "dicksonx", 0.8133),
        ("abc", "xyz", 0.0),
        ("", "abc", 0.0),
        ("same", "same", 1.0),
    ],
)
def test_jaro_winkler_has_the_values_of_the_literature(
    left: str, right: str, similarity: float
) -> None:
    """The pairs that Winkler's papers use."""
    assert jaro_winkler(left, right) == pytest.approx(similarity, abs=1e-4)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Robert", "R163"),
        ("Washington", "W252"),
        ("Lee", "L000"),
        ("Gutierrez", "G362"),
        ("Pfister", "P236"),
        ("Jackson", "J250"),
        ("Tymczak", "T522"),
        ("Ashcraft", "A261"),
        ("金", ""),
    ],
)
def test_soundex_has_the_codes_of_the_national_archives(word: str, code: str) -> None:
    """Letters of one sound beside each other, or parted by H or W, are one."""
    assert soundex(word) == code


def test_the_higher_of_both_techniques_counts() -> None:
    """Parts in another order, or the whole name with letters that sound otherwise."""
    assert score_as_ofac("Shohrat Zakir", "ZAKIR, Shohrat") == 100
    assert score_as_ofac("Vida Orlak", "Vida Orlag") == round(
        100 * jaro_winkler("vida orlak", "vida orlag")
    )


def test_every_name_is_compared_and_nothing_else(tmp_path: Path) -> None:
    """Weak aliases, too; one hit a party, by its best name, said to be for comparison."""
    parties = [
        make_party("custom:1", "ORLAK, Vida", weak("Widow")),
        make_party("custom:2", "Quellhorst, Mira"),
    ]
    build_index(parties, tmp_path / "test.index", load_weights())
    index = open_index(tmp_path / "test.index", load_weights())
    [[hit], nothing] = find_hits_as_ofac(
        index, [Subject("widow"), Subject("Brodovik")], threshold=0.9
    )
    assert (hit.party, hit.score, hit.matched_name) == ("custom:1", 1.0, "Widow")
    assert "for comparison only" in hit.reasons[0].detail
    assert nothing == []
