"""The JSON of an answer is the contract's, key by key."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cli.answer_samples import ENGINE, FOUND, NOT_FOUND
from ostraka.model.dates import PartialDate, Precision
from ostraka.model.hit import HeldBack
from ostraka.model.snapshot import PolicyMark
from ostraka.screening.answer import format_date, make_answer

EQUAL_HIT = {
    "party": "demo:7",
    "source": "demo",
    "kind": "person",
    "class": "asset_freeze",
    "name": "Oruk VANDALE",
    "matched_name": "VANDALE, Oruk",
    "score": 0.97,
    "weight_of_evidence": 2.5,
    "probability": 0.24,
    "closeness": "equal",
    "review": None,
    "reasons": [
        {
            "feature": "name",
            "query": "oruk vandal",
            "listed": "oruk vandale",
            "weight": 0.97,
            "detail": "the names are nearly the same",
            "finding": None,
            "order": 1.0,
            "parts": [
                {
                    "alignment": "similar",
                    "query": "vandal",
                    "listed": "vandale",
                    "similarity": 0.92,
                    "query_weight": 1.5,
                    "listed_weight": 1.4,
                }
            ],
        }
    ],
    "would_change": ["A date of birth outside 1950-1956 would take it below the threshold."],
    "listings": [
        {
            "list": "demo",
            "programme": "INVENTED-1",
            "programme_title": "Order 1",
            "authority": "Office of Invented Lists",
            "class": "asset_freeze",
            "listed_on": "2021-12-10",
            "first_seen": None,
            "last_absent": None,
            "ended_on": None,
            "legal_basis": ["Order 1"],
            "measures": [],
            "dates": [],
            "clauses": [{"kind": "subsidiaries", "text": "and its subsidiaries"}],
        }
    ],
    "linked": [],
    "related": ["demo:8"],
    "consequences": [],
}


def test_an_answer_holds_every_key_of_the_contract() -> None:
    """The engine, the record's id and the results, with nothing left out where it is unknown."""
    answer = make_answer(ENGINE, [FOUND, NOT_FOUND])
    assert answer["engine"] == {
        "version": "0.1.0",
        "index": "abc",
        "as_of": "2026-11-22",
        "known_on": None,
        "threshold": 0.7,
        "limit": 10,
        "policy": None,
        "weak_aliases": False,
        "allow_stale_days": None,
        "prior": None,
        "search": "ostraka",
        "peps": False,
        "snapshots": {
            "demo": {
                "id": "f" * 64,
                "published": "2021-12-10",
                "reconstructed": False,
                "omits": [],
            }
        },
        "not_held": ["un_sc", "xx_gazette"],
        "not_screened": [],
    }
    assert answer["screening"] is None
    assert list(answer) == ["engine", "screening", "stakes", "results"]


def test_results_come_in_the_order_of_the_arguments() -> None:
    """The first query with its hits, the second with an empty list."""
    found, not_found = _results()
    assert found["query"] == {
        "row": 1,
        "name": "Oruk Vandal",
        "kind": "person",
        "born": "1953-08",
        "country": "aq;bv",
        "ids": ["P 123"],
        "address": None,
        "birth_place": None,
        "gender": None,
        "product": None,
    }
    assert found["hits"][0] == EQUAL_HIT
    assert not_found == {
        "query": {
            "row": 2,
            "name": "Mira Quell",
            "kind": "any",
            "born": None,
            "country": None,
            "ids": [],
            "address": None,
            "birth_place": None,
            "gender": None,
            "product": None,
        },
        "found": 0,
        "hits": [],
        "held_back": [],
        "owned": [],
        "not_owned": [],
        "owners_notes": [],
    }


def test_what_history_shows_is_not_presented_as_what_the_list_states() -> None:
    """A list without dates leaves `listed_on` null and gives the snapshots on both sides."""
    close = _results()[0]["hits"][1]
    assert close["kind"] is None
    assert close["review"] == "the entry names a group"
    assert close["listings"] == [
        {
            "list": "us_ofac_sdn",
            "programme": None,
            "programme_title": None,
            "authority": "Office of Invented Lists",
            "class": "investment",
            "listed_on": None,
            "first_seen": "2021-12-10",
            "last_absent": "2021-12-09",
            "ended_on": None,
            "legal_basis": [],
            "measures": [],
            "dates": [{"kind": "divest_by", "on": "2022-12-10"}],
            "clauses": [],
        }
    ]


def test_the_policy_and_what_it_holds_back_are_part_of_the_answer() -> None:
    """Which rules were in force, and no hit lost by them without a word."""
    engine = replace(ENGINE, policy=PolicyMark("Retail", "3", "a" * 64), prior=0.001)
    hit = FOUND.hits[0]
    result = replace(FOUND, hits=(), held_back=(HeldBack(hit, "vessels", "no number agrees"),))
    answer: Any = make_answer(engine, [result])
    assert answer["engine"]["policy"] == {"name": "Retail", "version": "3", "sha256": "a" * 64}
    assert answer["engine"]["prior"] == 0.001
    assert answer["results"][0]["held_back"] == [
        {"segment": "vessels", "why": "no number agrees", "hit": EQUAL_HIT}
    ]


def test_a_list_read_back_by_its_dates_says_so() -> None:
    """`reconstructed` is true for the sources the engine names."""
    answer = make_answer(replace(ENGINE, reconstructed=("demo",)), [])
    assert json.loads(json.dumps(answer))["engine"]["snapshots"]["demo"]["reconstructed"] is True


@pytest.mark.parametrize(
    ("partial", "text"),
    [
        (PartialDate(date(1953, 8, 2), date(1953, 8, 2), Precision.DAY), "1953-08-02"),
        (PartialDate(date(1953, 8, 1), date(1953, 8, 31), Precision.MONTH), "1953-08"),
        (PartialDate(date(953, 1, 1), date(953, 12, 31), Precision.YEAR, circa=True), "0953"),
        (
            PartialDate(date(1950, 1, 1), date(1955, 12, 31), Precision.RANGE),
            "1950-01-01/1955-12-31",
        ),
    ],
)
def test_dates_are_as_fine_as_they_are_known(partial: PartialDate, text: str) -> None:
    """ISO 8601: a day, a month, a year, or an interval; nothing finer is invented."""
    assert format_date(partial) == text


def _results() -> list[dict[str, Any]]:
    answer = make_answer(ENGINE, [FOUND, NOT_FOUND])
    results: list[dict[str, Any]] = json.loads(json.dumps(answer))["results"]
    return results
