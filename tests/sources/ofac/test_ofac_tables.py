"""The data tables of the OFAC lists: every word in them means something."""

from __future__ import annotations

import pytest

from ostraka.model.fact import Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.place import CountryRole
from ostraka.sources.ofac.labels import Rule, find_rule, load_refinements, load_rules, split_label
from ostraka.sources.ofac.programmes import load_lists, load_programmes
from ostraka.sources.ofac.shapes import has_shape
from ostraka.sources.registry import get_source, load_parser

RULES = sorted(load_rules().values(), key=lambda rule: rule.label)
TERMS = {"identifier": Scheme, "fact": Topic, "country": CountryRole}
GIBBERISH = (
    "",
    "?!",
    "some words that nobody has foreseen; and more",
    "see: the annex, as amended from time to time by whoever is competent for it",
    "\x00",
    "the quick brown fox: jumps over 12 lazy dogs and does not stop there at all",
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.label)
def test_a_rule_has_a_role_and_a_shape_that_exist(rule: Rule) -> None:
    """A slip in the table would come out only when a list has that label."""
    if rule.becomes in TERMS:
        assert {TERMS[rule.becomes](role) for role in rule.role.split("/")}
    assert has_shape("", rule.shape) is False


@pytest.mark.parametrize("shape", sorted({rule.shape for rule in RULES}))
@pytest.mark.parametrize("text", GIBBERISH)
def test_no_shape_takes_any_text(shape: str, text: str) -> None:
    """A rule that did would count as understood what nobody has understood."""
    assert has_shape(text, shape) is False


@pytest.mark.parametrize(
    ("label", "known"),
    [
        ("Secondary sanctions risk:", "Secondary sanctions risk"),
        ("Executive Order 13662 Directive Determination -", None),
        ("SECONDARY SANCTIONS RISK", "Secondary sanctions risk"),
        ("Listing Date (CMIC) ", "Listing Date (CMIC)"),
        ("Digital Currency Address - XBT", "Digital Currency Address"),
        ("Driver\u2019s License No.", "Driver's License No."),
    ],
)
def test_a_label_is_known_whatever_closes_it(label: str, known: str | None) -> None:
    """The shapes close labels with a colon, a dash, or nothing."""
    rule = find_rule(label)
    assert rule is not None
    assert rule.label == (known or label.rstrip(" -"))


def test_the_longest_label_is_the_one_meant() -> None:
    """`Registration Number` is more than `Registration`."""
    found = split_label("alt. Diplomatic Passport 123")
    assert found is not None
    assert (found[0].label, found[1]) == ("Diplomatic Passport", "123")


def test_refinements_name_schemes() -> None:
    """Both sides of a refinement are schemes."""
    for refinement in load_refinements():
        assert refinement.scheme == "*" or Scheme(refinement.scheme)
        assert Scheme(refinement.becomes)


def test_programmes_stand_on_lists_that_are_known() -> None:
    """A programme's list is one the files name."""
    named = {p.list for p in load_programmes().values() if p.list}
    assert named <= load_lists().keys()
    assert {p.home for p in load_programmes().values()} == {"sdn", "cons", "both"}
    assert load_lists()["SDN List"].listing_class is ListingClass.ASSET_FREEZE


@pytest.mark.parametrize("key", ["us_ofac_sdn", "us_ofac_cons"])
def test_both_lists_are_found_with_their_parsers(key: str) -> None:
    """A list is a folder with a definition and a parser."""
    assert get_source(key).key == key
    assert callable(load_parser(key))
