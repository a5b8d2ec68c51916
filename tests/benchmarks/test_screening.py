"""What is counted of the answers to rows that mean a party and rows that mean nobody."""

from __future__ import annotations

from benchmarks.cases import Case, load_ships, sample
from benchmarks.curves import describe_curves
from benchmarks.screening import CaseSet, cut, describe_set, find_script
from benchmarks.search import Ranking, score_of_truth

MEANT = frozenset({"l:1"})
ASKED = [Case("1", "Anna Berg", truth=MEANT, treatment="none"), Case("2", "Ana Berg", truth=MEANT)]
NOBODIES = [Case("3", "Eva Roth"), Case("4", "\u738b\u82b3")]


def test_recall_wants_the_party_that_is_meant() -> None:
    """A hit on another party is no recall; the second place is recall but not the first place."""
    shown: list[Ranking] = [[(0.9, "l:2"), (0.8, "l:1")], [(0.9, "l:3")]]
    figures = describe_set(CaseSet("x", ASKED, all_fields=False), shown)
    assert (figures["recall"], figures["recall_at_1"], figures["hits_per_row"]) == (0.5, 0.0, 1.5)
    assert figures["by_treatment"]["none"] == {"rows": 1, "recall": 1.0}


def test_alerts_are_counted_by_script() -> None:
    """One of two is stopped, and it is the one in Han characters."""
    figures = describe_set(CaseSet("x", NOBODIES, all_fields=False), [[], [(0.8, "l:1")]])
    assert figures["per_thousand"] == 500.0
    assert {name: one["alerts"] for name, one in figures["by_script"].items()} == {
        "LATIN": 0,
        "CJK": 1,
    }


def test_what_is_shown_is_cut_at_the_threshold() -> None:
    """The threshold itself alerts."""
    assert cut([[(0.9, "a"), (0.7, "b"), (0.6, "c")]], 0.7) == [[(0.9, "a"), (0.7, "b")]]
    assert score_of_truth([(0.9, "l:2"), (0.7, "l:1")], ASKED[0]) == 0.7


def test_the_script_is_that_of_the_first_letter() -> None:
    """Digits and signs before it do not count."""
    assert [find_script(name) for name in ("3M", "\u738b", "...")] == ["LATIN", "CJK", "NONE"]


def test_a_perfect_engine_has_a_perfect_curve() -> None:
    """Every altered name above every nobody: nothing is lost at one alert per 1,000."""
    people = ("people, US mix", "people, global mix")
    names = ("UN names altered", "UN names as listed")
    kinds = [(name, fields) for name in (*names, *people) for fields in (True, False)]
    sets = [CaseSet(name, ASKED if name in names else NOBODIES, f) for name, f in kinds]
    answers: dict[str, list[Ranking]] = {
        one.key: [[(0.9 if one.cases is ASKED else 0.3, "l:1")] for _ in one.cases] for one in sets
    }
    curve = describe_curves({one.key: one for one in sets}, answers)["name only"]
    assert (curve["auc"], curve["average_precision"]) == (1.0, 1.0)
    assert curve["recall_at_alerts"]["1"]["recall"] == 1.0


def test_a_sample_is_the_same_every_time_and_in_order() -> None:
    """The same rows are asked of every engine and in every run."""
    ships = load_ships()
    assert len(ships) >= 500
    assert len({ship.name.casefold() for ship in ships}) == len(ships)
    chosen = sample(ships, 50)
    assert chosen == sample(ships, 50)
    assert chosen == [ship for ship in ships if ship in chosen]
