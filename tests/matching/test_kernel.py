"""The kernel agrees with its plain Python twin, and its index loses nothing."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import kernel_twin as twin
from matching import word_twin
from matching.listed_parties import make_party
from matching.name_strategies import (
    altered_names,
    altered_readings,
    altered_words,
    any_text,
    names,
    pairs_of_two_words,
    words,
)
from ostraka.matching import _kernel
from ostraka.matching.building import PERSON, build_index
from ostraka.matching.comparison import compare_names
from ostraka.matching.encoding import encode_reading
from ostraka.matching.explanation import recompute
from ostraka.matching.index import Candidate, encode_query, open_index
from ostraka.matching.weights import load_weights
from ostraka.model.party import PartyKind
from ostraka.names import prepare
from ostraka.names.tokens import Reading, Token, TokenRole

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
    assert _kernel.edit_distance(left, right) == word_twin.edit_distance(left, right)


@given(st.one_of(st.tuples(words, words), altered_words()))
@settings(max_examples=400, deadline=None)
def test_similarity_of_words_is_the_twins_and_is_symmetric(pair: tuple[str, str]) -> None:
    left, right = pair
    base = WEIGHTS.kernel.skeleton_base
    expected = word_twin.word_similarity(left, right, base)
    assert _kernel.word_similarity(left, right, base) == pytest.approx(expected, abs=1e-12)
    assert _kernel.word_similarity(right, left, base) == pytest.approx(expected, abs=1e-12)


@given(st.one_of(st.tuples(names, names), altered_names()), st.booleans())
@settings(max_examples=400, deadline=None)
def test_the_score_of_two_names_is_the_twins(pair: tuple[str, str], person: bool) -> None:
    kind = PartyKind.PERSON if person else PartyKind.ORGANISATION
    for one, other in product(prepare(pair[0], kind), prepare(pair[1], kind)):
        _check_against_twin(one, other, person=person)


@given(altered_readings(), st.booleans())
@settings(max_examples=800, deadline=None)
def test_the_score_of_words_of_every_kind_is_the_twins(
    pair: tuple[Reading, Reading], person: bool
) -> None:
    _check_against_twin(*pair, person=person)


def _check_against_twin(one: Reading, other: Reading, *, person: bool) -> None:
    expected = twin.align(one, other, TWIN, person=person)
    assert _compare(one, other, person=person)[0] == pytest.approx(expected, abs=1e-6)


def _compare(one: Reading, other: Reading, *, person: bool) -> _kernel.Scored:
    encoded = encode_reading(one), encode_reading(other)
    return _kernel.compare(*encoded, WEIGHTS.kernel, person, None)


@given(names, names)
@settings(max_examples=300, deadline=None)
def test_the_score_is_recomputed_exactly_from_the_reason(left: str, right: str) -> None:
    reason = compare_names(left, right, None, WEIGHTS, None)
    assert recompute(reason, WEIGHTS) == reason.weight


@given(any_text)
@settings(max_examples=300, deadline=None)
def test_any_text_is_as_alike_itself_as_its_words_are_telling(text: str) -> None:
    reason = compare_names(text, text, None, WEIGHTS, None)
    same = round(WEIGHTS.kernel.ceiling * reason.support, 4)
    assert reason.weight == (same if prepare(text) else 0.0)


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


_NO_ROLE = chr(ord("A") + len(TokenRole)).encode()


@pytest.mark.parametrize(
    "prepared",
    [
        b"no role",
        b"a\x1d",
        b"a\x1d@",
        b"a\x1dAA",
        b"a\x1d" + _NO_ROLE,
        b"\xff\x1dA",
        b"\xc3\x1dA",
        b"\x1dA",
        b"a\x1dA\x1f\x1fb\x1dA",
        b"a\x1dA\x1dx",
        b"a\x1dA\x1d1,,2",
        b"a\x1dA\x1d4294967296",
        b"a\x1dA\x1d1\x1d-1",
        b"a\x1dA\x1d1\x1d2.5",
        b"a\x1dA\x1d1\x1d2\x1d16",
        b"a\x1dA\x1d1\x1d2\x1dx",
        b"a\x1dA\x1d1\x1d2\x1d3\x1d4",
        b"8\x1ea\x1dA",
        b"x\x1ea\x1dA",
        b"\x1ea\x1dA",
    ],
)
def test_a_malformed_prepared_name_is_refused_wherever_it_comes_in(prepared: bytes) -> None:
    """The kernel's own words are not the contract."""
    whole = b"7\x1ea\x1dA\x1d1,2\x1d3\x1d15"
    index = _kernel.Index(_kernel.build([whole], [0], [0], WEIGHTS.kernel), WEIGHTS.kernel)
    with pytest.raises(ValueError):  # noqa: PT011
        _kernel.build([whole, prepared], [0, 1], [0, 0], WEIGHTS.kernel)
    with pytest.raises(ValueError):  # noqa: PT011
        _kernel.compare(whole, prepared, WEIGHTS.kernel, True, None)
    with pytest.raises(ValueError):  # noqa: PT011
        index.search_many([[whole, prepared]], 0.7, False, 10, 1)


@pytest.mark.parametrize("script", ["Hani", "Hang", "Kana"])
def test_names_romanised_from_one_script_are_compared_in_that_script_only(script: str) -> None:
    """王晨 and 汪辰 are both Wang Chen; a Wang Chen in Latin letters may be either."""
    tokens = Token("wang", TokenRole.WORD), Token("chen", TokenRole.WORD)
    romanised, written = Reading(tokens, "romanised", script), Reading(tokens, "as written")
    other = Reading(tokens, "romanised", "Hang" if script == "Hani" else "Hani")
    names = romanised, written, other
    same = pytest.approx(WEIGHTS.kernel.ceiling)
    assert [_compare(romanised, name, person=True)[0] for name in names] == [0.0, same, same]
    found, exhaustive = _search(names, romanised)
    assert (sorted(found), sorted(exhaustive)) == ([1, 2], [1, 2])


@given(pairs_of_two_words(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_two_names_of_two_words_are_as_alike_one_way_as_the_other(
    pair: tuple[Reading, Reading], person: bool
) -> None:
    """Of longer names the order of equally good correspondences may decide."""
    one, other = pair
    there, back = _compare(one, other, person=person), _compare(other, one, person=person)
    assert there[0] == pytest.approx(back[0], abs=1e-9)
    assert there[3] == back[3]


_VOWELLESS = Token("khld", TokenRole.WORD, vowelless=True)
_PLA = Token("pla", TokenRole.ACRONYM)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        pytest.param("khaleed zakirov", [_VOWELLESS, "zakirov"], id="vowelless listed"),
        pytest.param([_VOWELLESS, "zakirov"], "khaleed zakirov", id="vowelless asked for"),
        pytest.param("fad zakirov kad", ["fd", "zakirov", "kd"], id="two consonants listed"),
        pytest.param(["fd", "zakirov", "kd"], "fad zakirov kad", id="two consonants asked for"),
        pytest.param("pla", [_PLA], id="acronym listed"),
        pytest.param([_PLA], "pla", id="acronym asked for"),
        pytest.param("xuekelaiti zhaker", "xukelayti zhakir", id="sounds"),
        pytest.param("philip zakirov", "filip zakirov", id="sounds of a short word"),
        pytest.param("quan guo chen", "chen quanguo", id="split, and turned round"),
        pytest.param("chen quanguo", "quan guo chen", id="joined, and turned round"),
        pytest.param("guo chen quan", "quanguo chen", id="split around the end"),
        pytest.param("quanguo chen", "guo chen quan", id="joined around the end"),
        pytest.param("sense time studio", "sensetime studio", id="split in front"),
        pytest.param("kim sko chol", "kim sok chol", id="a slip in three letters"),
        pytest.param(["x", "q", "smithson"], "xaver quirin smithson", id="initials asked for"),
        pytest.param("xaver quirin smithson", ["x", "q", "smithson"], id="initials listed"),
    ],
)
def test_the_index_finds_what_is_alike_otherwise_than_by_letters(
    query: str | list[str | Token], listed: str | list[str | Token]
) -> None:
    found, exhaustive = _search([_read(listed)], _read(query), floor=0.6)
    assert exhaustive
    assert found == exhaustive


def _read(words: str | list[str | Token]) -> Reading:
    """A reading of words; in a list, one letter is an initial and two have lost their vowels."""
    if isinstance(words, str):
        return Reading(tuple(Token(word, TokenRole.WORD) for word in words.split()), "as written")
    roles = {1: TokenRole.INITIAL}
    made = (
        Token(word, roles.get(len(word), TokenRole.WORD), vowelless=len(word) == 2)
        if isinstance(word, str)
        else word
        for word in words
    )
    return Reading(tuple(made), "as written")


@given(st.lists(altered_readings(), min_size=1, max_size=8), st.booleans())
@settings(max_examples=200, deadline=None)
def test_the_index_finds_words_of_every_kind(
    pairs: list[tuple[Reading, Reading]], person: bool
) -> None:
    """Vowelless words by their consonants, acronyms, short forms, joined words, syllables."""
    query = pairs[0][0]
    found, exhaustive = _search([listed for _, listed in pairs], query, person=person)
    assert found == pytest.approx(exhaustive, abs=1e-9)


def _search(
    listed: Sequence[Reading], query: Reading, *, person: bool = True, floor: float = 0.7
) -> tuple[dict[int, float], dict[int, float]]:
    """Scores by the number of the listed name, through the index and without it."""
    encoded, asked = [encode_reading(reading) for reading in listed], encode_reading(query)
    flags = [PERSON if person else 0] * len(encoded)
    sections = _kernel.build(encoded, range(len(encoded)), flags, WEIGHTS.kernel)
    index = _kernel.Index(sections, WEIGHTS.kernel)
    [found] = index.search_many([[asked]], floor, False, len(encoded), 1)
    exhaustive = index.search_all([asked], floor, False)
    return _scores(found), _scores(exhaustive)


def _scores(found: Sequence[_kernel.Found]) -> dict[int, float]:
    return {name: scored[0] for name, _, _, scored in found}


def test_columns_hold_what_the_hits_hold() -> None:
    """Bulk work reads columns; they must not tell another story than the hits."""
    names = [b"shohrat\x1dA\x1fzakir\x1dA", b"shukhrat\x1dA\x1fzakir\x1dA", b"acme\x1dA"]
    sections = _kernel.build(names, [0, 1, 2], [2, 2, 0], WEIGHTS.kernel)
    index = _kernel.Index(sections, WEIGHTS.kernel)
    queries = [[names[0]], [b"nobody\x1dA"], [names[2]]]
    counts, parties, scores = index.search_parties(queries, 0.5, False, 10, 2)
    told = iter(zip(memoryview(parties).cast("I"), memoryview(scores).cast("d"), strict=True))
    columns = [[next(told) for _ in range(count)] for count in memoryview(counts).cast("I")]
    found = index.search_many(queries, 0.5, False, 10, 2)
    assert columns == [[(owner, scored[0]) for _, owner, _, scored in one] for one in found]
