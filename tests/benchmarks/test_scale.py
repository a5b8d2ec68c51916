"""Lists made larger, and what is reckoned from the times: the same for the same seed."""

from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.alterations.party_making import make_party
from benchmarks.cases import Case
from benchmarks.scale.enlarging import enlarge, sample_real
from benchmarks.scale.queries import Query, find_recall
from benchmarks.scale.timing import Bulk, fit_exponent, time_each

from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.screening.subjects import make_subject

FAMILIES = ("Vandale", "Orlak", "Quellhorst", "Orlak", "Orlak") * 20
GIVEN = tuple(f"{a}{b}" for a in ("Oru", "Mi", "Vi", "A", "Li") for b in ("ka", "ra", "do", "nel"))


def _make_real() -> list[Party]:
    parties = []
    for number, (family, given) in enumerate(zip(FAMILIES, GIVEN * 5, strict=True)):
        name = (f"{family.upper()}, {given} {GIVEN[-1 - number // 5]}", NameKind.PRIMARY, "", "")
        party = make_party("list", str(number), PartyKind.PERSON, [name])
        assert party
        parties.append(party)
    return parties


def _names(parties: list[Party]) -> list[str]:
    return [name.text for party in parties for name in party.names]


def test_a_larger_list_begins_with_the_smaller_one() -> None:
    """So that the same names are sought in every size."""
    real = _make_real()
    small, large = list(enlarge(real, 112, seed=1)), list(enlarge(real, 120, seed=1))
    assert large[:112] == small
    assert small[: len(real)] == real
    assert small == list(enlarge(real, 112, seed=1))
    assert small != list(enlarge(real, 112, seed=2))


def test_every_size_is_of_names_that_differ() -> None:
    """An equal name would be found in the place of the one that is meant."""
    names = _names(list(enlarge(_make_real(), 250, seed=1)))
    assert len(names) == len({name.casefold() for name in names}) == 250


def test_words_keep_their_place_and_their_share() -> None:
    """A family name stays one, and the commonest stays the commonest."""
    made = _names(list(enlarge(_make_real(), 400, seed=1)))[len(FAMILIES) :]
    families = Counter(name.partition(", ")[0] for name in made)
    assert set(families) <= {family.upper() for family in FAMILIES}
    assert {word for name in made for word in name.partition(", ")[2].split()} <= set(GIVEN)
    # Three in five of the real names; fewer here, as a name that comes again is left out.
    assert 0.4 < families["ORLAK"] / families.total() <= 0.6


def test_a_sample_holds_whole_parties_and_no_more_names_than_asked() -> None:
    """The same ones for the same seed."""
    real = _make_real()
    kept = sample_real(real, 5, seed=1)
    assert len(kept) == 5
    assert kept == sample_real(real, 5, seed=1)
    assert all(party in real for party in kept)


def test_growth_is_the_slope_of_the_logarithms() -> None:
    """Time that grows as the list does has the exponent 1; one size tells nothing."""
    assert fit_exponent({1_000: 2.0, 10_000: 20.0, 100_000: 200.0}) == pytest.approx(1.0)
    assert fit_exponent({1_000: 2.0}) is None


def test_single_calls_are_each_measured() -> None:
    """The slowest of a hundred is not lost in the middle."""
    asked: list[int] = []
    spread = time_each(asked.append, range(10))
    assert asked == list(range(10))
    assert 0 <= spread.median <= spread.p99


def test_names_are_cut_into_the_trigrams_of_their_words() -> None:
    """Accents and case do not count; a word's first and last letters do, doubly."""
    trigrams = pytest.importorskip("benchmarks.scale.trigrams", reason="tantivy is of bench")
    assert trigrams.cut_trigrams("Ömer LI") == ["_om", "ome", "mer", "er_", "_li", "li_"]
    assert trigrams.cut_trigrams("—") == []


def test_trigrams_find_a_name_with_a_slip() -> None:
    """Each party once, the nearest first."""
    trigrams = pytest.importorskip("benchmarks.scale.trigrams", reason="tantivy is of bench")
    engine = trigrams.TrigramSearch(_make_real())
    ranking = engine.search([Case("1", "Vandaale Oruka")], all_fields=True)[0]
    parties = [party for _, party in ranking]
    assert len(parties) == len(set(parties))
    wanted = {
        party.id for party in _make_real() if party.names[0].text.startswith("VANDALE, Oruka")
    }
    assert parties[0] in wanted


def test_recall_counts_those_who_are_meant_alone() -> None:
    """An invented person is nobody's party, so it is neither found nor missed."""
    subject = make_subject("Oruka Vandale")[0]
    queries = [Query(subject, "list:1", "typo"), Query(subject, "list:2", "typo"), Query(subject)]
    found = find_recall(queries, [["list:1"], ["list:1"], ["list:1"]])
    assert found == {"recall": 0.5, "worst": {"typo": 0.5}}
    assert find_recall([Query(subject)], [[]]) == {}


def test_a_bulk_states_its_rate_and_its_processor_time() -> None:
    """Ten queries in two seconds, one second of it computed."""
    assert Bulk(2.0, 1.0).write(10) == {"per_second": 5.0, "user_us": 100_000.0}
