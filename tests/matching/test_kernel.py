"""The kernel agrees with its plain Python twin, and its index loses nothing."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import kernel_twin as twin
from matching.listed_parties import make_party
from matching.name_strategies import any_text, names, words
from ostraka.matching import _kernel
from ostraka.matching.building import build_index
from ostraka.matching.comparison import compare_names
from ostraka.matching.encoding import encode_reading
from ostraka.matching.explanation import recompute
from ostraka.matching.index import Candidate, encode_query, open_index
from ostraka.matching.weights import load_weights
from ostraka.model.party import PartyKind
from ostraka.names import prepare
from ostraka.names.tokens import TokenRole

WEIGHTS = load_weights()


def _load_twin_weights() -> twin.TwinWeights:
    text = files("ostraka.matching").joinpath("weights.csv").read_text("utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    roles = {TokenRole(row["name"]): float(row["value"]) for row in rows if row["group"] == "role"}
    values = {
        row["name"]: float(row["value"]) for row in rows if row["group"] not in {"role", "evidence"}
    }
    return twin.TwinWeights(roles, **values)


TWIN = _load_twin_weights()


@given(st.text("abcdeé商", max_size=12), st.text("abcdeé商", max_size=12))
def test_edit_distance_is_the_optimal_string_alignment_distance(left: str, right: str) -> None:
    assert _kernel.edit_distance(left, right) == twin.edit_distance(left, right)


@given(words, words)
def test_similarity_of_words_is_the_twins_and_is_symmetric(left: str, right: str) -> None:
    base = WEIGHTS.kernel.skeleton_base
    expected = twin.word_similarity(left, right, base)
    assert _kernel.word_similarity(left, right, base) == pytest.approx(expected, abs=1e-12)
    assert _kernel.word_similarity(right, left, base) == pytest.approx(expected, abs=1e-12)


@given(names, names, st.booleans())
@settings(max_examples=400)
def test_the_score_of_two_names_is_the_twins(left: str, right: str, person: bool) -> None:
    kind = PartyKind.PERSON if person else PartyKind.ORGANISATION
    for one in prepare(left, kind):
        for other in prepare(right, kind):
            scored = _kernel.compare(
                encode_reading(one), encode_reading(other), WEIGHTS.kernel, person, None
            )
            assert scored[0] == pytest.approx(twin.align(one, other, TWIN, person=person), abs=1e-6)


@given(names, names)
@settings(max_examples=300)
def test_the_score_is_recomputed_exactly_from_the_reason(left: str, right: str) -> None:
    reason = compare_names(left, right, None, WEIGHTS, None)
    assert recompute(reason, WEIGHTS) == reason.weight


@given(any_text)
@settings(max_examples=300)
def test_any_text_is_compared_with_itself_without_crashing(text: str) -> None:
    reason = compare_names(text, text, None, WEIGHTS, None)
    assert reason.weight in {0.0, WEIGHTS.kernel.ceiling}


@given(st.lists(names, min_size=1, max_size=25), names)
@settings(max_examples=120, deadline=None)
def test_the_index_finds_whatever_laying_against_every_name_finds(
    tmp_path_factory: pytest.TempPathFactory, listed: list[str], query: str
) -> None:
    path = tmp_path_factory.mktemp("index") / "some.index"
    parties = [make_party(f"custom:{k}", name) for k, name in enumerate(listed)]
    build_index(parties, path, WEIGHTS)
    index = open_index(path, WEIGHTS)
    readings = encode_query(query, None)
    exhaustive = index.search_all(readings, floor=0.7, weak_aliases=False)
    [found] = index.search_many([readings], floor=0.7, weak_aliases=False)
    assert _by_owner(found) == pytest.approx(_by_owner(exhaustive), abs=1e-9)


def _by_owner(candidates: list[Candidate]) -> dict[int, float]:
    return {candidate.owner: candidate.scored[0] for candidate in candidates}


def test_threads_do_not_change_the_answers(tmp_path: Path) -> None:
    path = tmp_path / "some.index"
    listed = ["Shohrat Zakir", "Erken Tuniyaz", "Rapid Action Battalion", "SEK Studio"]
    build_index([make_party(f"custom:{k}", n) for k, n in enumerate(listed)], path, WEIGHTS)
    index = open_index(path, WEIGHTS)
    queries = [encode_query(name, None) for name in [*listed, "Nobody Atall", ""] * 20]
    one = index.search_many(queries, floor=0.6, weak_aliases=False, threads=1)
    assert index.search_many(queries, floor=0.6, weak_aliases=False, threads=4) == one


@pytest.mark.parametrize(
    "prepared", [b"no role", b"\xff\x1d0", b"\x1d0", b"a\x1d9", b"a\x1d0\x1dx"]
)
def test_a_malformed_prepared_name_is_refused(prepared: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the kernel's own words are not the contract
        _kernel.build([prepared], [0], [0], WEIGHTS.kernel)
