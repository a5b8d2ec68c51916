"""A policy: what it says is followed, what it does not understand is refused with its line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cli.answer_samples import EQUAL
from ostraka.model.errors import PolicyRefused
from ostraka.model.hit import Feature, Reason
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject
from ostraka.screening.policy.reading import parse_policy

TEXT = """\
name = "Retail"
version = "2026-11"
lists = ["demo"]
threshold = 0.75

[[segment]]
name = "ships"
kind = "vessel"
require = ["identifier", "country"]

[[segment]]
name = "trade finance with Iran"
country = "Iran"
product = ["Trade Finance"]
threshold = 0.6
"""
POLICY = parse_policy(TEXT, "p.toml")


def test_the_first_segment_that_holds_decides() -> None:
    """By kind, by country and product together, and else by the rules above the segments."""
    iran = Subject("x", countries=("ir",), product="trade finance")
    assert POLICY.find_threshold(iran, PartyKind.PERSON) == 0.6
    assert POLICY.find_threshold(iran, PartyKind.VESSEL) == 0.75
    assert POLICY.find_threshold(replace(iran, product=""), None) == 0.75
    assert (POLICY.threshold, POLICY.least_threshold) == (0.75, 0.6)
    assert (POLICY.lists, POLICY.weak_aliases) == (("demo",), False)


def test_the_kind_that_is_asked_for_comes_before_the_listed_one() -> None:
    """Who screens a ship means a ship."""
    assert POLICY.segments[0].holds(Subject("x", PartyKind.VESSEL), None)
    assert not POLICY.segments[0].holds(Subject("x", PartyKind.PERSON), PartyKind.VESSEL)


@pytest.mark.parametrize(
    ("feature", "weight", "is_held"),
    [
        (Feature.COUNTRY, 0.01, False),
        (Feature.IDENTIFIER, 1.0, False),
        (Feature.COUNTRY, -0.03, True),
        (Feature.BORN, 0.01, True),
    ],
)
def test_a_hit_without_required_corroboration_is_held_back(
    feature: Feature, weight: float, is_held: bool
) -> None:
    """One of the kinds of evidence named must agree; a contradiction is not agreement."""
    reason = Reason(feature, "", "", weight, "")
    hit = replace(EQUAL, kind=PartyKind.VESSEL, reasons=(*EQUAL.reasons, reason))
    held = POLICY.hold_back(Subject("x"), hit)
    assert (held is not None) is is_held
    if held:
        assert (held.segment, held.why) == (
            "ships",
            "required to agree, and not found to: identifier or country",
        )
    assert POLICY.hold_back(Subject("x"), EQUAL) is None


def test_the_hash_is_of_what_it_says_and_not_of_how_it_is_written() -> None:
    """Comments and layout may change; a threshold may not without notice."""
    commented = "# for the branch in Linz\n" + TEXT.replace(
        '["identifier", "country"]', '["country","identifier"]'
    )
    assert parse_policy(commented, "other.toml").sha256 == POLICY.sha256
    assert parse_policy(TEXT.replace("0.75", "0.76"), "p.toml").sha256 != POLICY.sha256
    assert POLICY.mark.name == "Retail"
    assert len(POLICY.mark.sha256) == 64


@pytest.mark.parametrize(
    ("old", "new", "where", "problem"),
    [
        ('name = "Retail"', 'nome = "Retail"', "p.toml:1: nome", "there is no such key"),
        ('name = "Retail"\n', "", "p.toml:1: name", "name must be a text"),
        ("threshold = 0.75", "threshold = 75", "p.toml:4: threshold", "75 is not a score"),
        ("threshold = 0.6", "threshold = true", "p.toml:15: threshold", "True is not a score"),
        ('kind = "vessel"', 'kind = "boat"', "p.toml:8: kind", "'boat' is not known here"),
        ('"Iran"', '"Atlantis"', "p.toml:13: country", "'atlantis' is not known here"),
        ('"country"]', '"gender"]', "p.toml:9: require", "'gender' is not known here"),
        ('["demo"]', '["dmo"]', "p.toml:3: lists", "there is no list of that key: dmo"),
        ("trade finance with Iran", "ships", "p.toml:7: name", "two segments have the same name"),
        ("lists =", "lists", "p.toml:3", None),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(
    old: str, new: str, where: str, problem: str | None
) -> None:
    """File, line and key, and what to do: a rule that is quietly left out protects nobody."""
    assert old in TEXT
    with pytest.raises(PolicyRefused) as refused:
        parse_policy(TEXT.replace(old, new), "p.toml")
    assert refused.value.where == where
    assert refused.value.problem == problem or problem is None
    assert refused.value.remedy
