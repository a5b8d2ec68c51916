"""The rules are data: cited, dated, without gap or overlap, and refused where they are not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ostraka.model.errors import RuleRefused
from ostraka.model.ownership import Regime
from ostraka.ownership.rules import get_rule, load_rules, read_rules

ROW: dict[str, Any] = {
    "id": "first",
    "from": None,
    "until": None,
    "propagates": False,
    "citation": "an act, section 1",
    "verified": True,
    "text": "Nobody is reached but the party named.",
}


def _file(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"regime": "ofac", "rows": [ROW | row for row in rows]}


@pytest.mark.parametrize("regime", Regime)
def test_every_regime_has_one_rule_for_every_day(regime: Regime) -> None:
    """An answer for a day of the past rests on the rule of that day."""
    rules = load_rules()[regime]
    days = [day for rule in rules for day in (rule.since, rule.until) if day]
    asked = {day + timedelta(days=step) for day in days for step in (-1, 0, 1)} | {date(1990, 1, 1)}
    for day in asked:
        assert [rule for rule in rules if rule.in_force(day)] == [get_rule(regime, day)]


def test_every_row_is_cited_and_has_a_name_of_its_own() -> None:
    """Who applies a rule must be able to read it at its source."""
    rules = [rule for rows in load_rules().values() for rule in rows]
    assert all(rule.citation and rule.text for rule in rules)
    assert len({rule.id for rule in rules}) == len(rules)


def test_the_affiliates_rule_has_its_four_periods() -> None:
    """Off, on, suspended, and on again by a text that nobody could verify."""
    rules = load_rules()[Regime.BIS]
    assert [(r.until, r.propagates, r.verified) for r in rules] == [
        (date(2025, 9, 28), False, True),
        (date(2025, 11, 9), True, True),
        (date(2026, 11, 9), False, True),
        (None, True, False),
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (_file({"citation": ""}), "citation"),
        (_file({"text": ""}), "text"),
        (_file({"limits": {"shares": "half"}}), "limits"),
        (_file({"until": date(2020, 1, 2)}, {"id": "b", "from": date(2020, 1, 2)}), "overlap"),
        (_file({"until": date(2020, 1, 1)}, {"id": "b", "from": date(2020, 1, 3)}), "no row holds"),
        (_file({"from": date(2020, 1, 1)}), "no beginning"),
        ({"regime": "ofac", "rows": []}, "rows"),
    ],
)
def test_a_row_that_cites_nothing_or_contradicts_another_is_refused(
    content: dict[str, Any], problem: str
) -> None:
    """A wrong table must not become an answer."""
    with pytest.raises(RuleRefused, match=problem):
        read_rules("test.yml", content)
