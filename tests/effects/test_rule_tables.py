"""The tables of rules: complete, cited, and without two answers for one day."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ostraka.effects.matching import find_groups
from ostraka.effects.notes import (
    find_places,
    load_authorisations,
    load_place_rules,
    load_warnings,
)
from ostraka.effects.question import Case
from ostraka.effects.rows import Rules
from ostraka.effects.tables import load_rules, parse_rules
from ostraka.model.errors import RuleRefused
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.sources.registry import KNOWN_KEYS
from ostraka.sources.tables import iter_table

FOLDER = Path(__file__).parents[2] / "src" / "ostraka" / "effects" / "rules"
REVERSED = ("raelc", "deraelc", "efas", "tnailpmoc", "dewolla", "ytliug")
UNSAID = re.compile(rf"\b(?:{'|'.join(w[::-1] for w in REVERSED)})\b", re.IGNORECASE)
ROW = """
rules:
  - lists: [invented]
    authority: Nobody
    binds: [us_person]
    scope: A list that a test invented.
    citation: 1 Invented Code 2
    groups:
      - id: one
        rows:
          - {{id: a, actors: [us_person], activities: [pay], verdict: prohibited, until: 2020-12-31,
             text: Payments are prohibited., citation: "{cite}"}}
          - {{id: b, actors: [us_person], activities: [pay, deal], verdict: review, from: {start},
             text: Payments are reviewed., citation: 1 Invented Code 3}}
"""


def test_every_list_that_can_be_read_has_its_rules() -> None:
    """`demo` carries listings of other lists, and those inside a screening list have keys too."""
    inside = {row["key"] for row in iter_table("ostraka.sources.us_trade_csl", "lists.csv")}
    assert {*KNOWN_KEYS, *inside} - {"demo"} <= set(load_rules())


def test_every_class_of_listing_that_a_reader_gives_has_its_group() -> None:
    """Whatever the programme: an unknown one must not fall through."""
    for key, rules in load_rules().items():
        for kind in _classes_of(key) - {ListingClass.LEAD}:
            listing = Listing(key, "", kind, Origin(key, "1"), programme="NOT-YET-KNOWN")
            # an office held is a status that forbids nothing; the scope of the list says so
            scoped = key == "opensanctions" and kind is ListingClass.STATUS
            assert scoped or find_groups(Case(listing), rules), (key, kind)


def _classes_of(key: str) -> set[ListingClass]:
    wide = {"gb_uksl", "eu_journal", "ua_nsdc", "ca_sema", "opensanctions", "custom"}
    if key in wide:
        return set(ListingClass)
    narrow = {"un_sc": {ListingClass.ASSET_FREEZE, ListingClass.VISA}}
    return narrow.get(key, {ListingClass.ASSET_FREEZE})


def test_every_programme_of_the_lists_that_do_not_block_has_a_group() -> None:
    """Each of them does something else."""
    rules = load_rules()["us_ofac_cons"]
    for row in iter_table("ostraka.sources.ofac", "programmes.csv"):
        if row["home"] in ("cons", "both") or row["in_cons"]:
            listing = Listing(
                "us_ofac_cons", "", ListingClass.STATUS, Origin("", ""), row["programme"]
            )
            assert find_groups(Case(listing), rules), row["programme"]


def test_a_row_without_citation_is_refused() -> None:
    """Nobody could check it."""
    with pytest.raises(RuleRefused, match="citation"):
        parse_rules(ROW.format(cite="", start="2021-01-01"), "invented.yml")


def test_rows_that_speak_of_the_same_days_are_refused() -> None:
    """One day has one answer; the day after the end is another."""
    with pytest.raises(RuleRefused, match="same days"):
        parse_rules(ROW.format(cite="1 Invented Code 1", start="2020-12-31"), "invented.yml")
    assert parse_rules(ROW.format(cite="1 Invented Code 1", start="2021-01-01"), "invented.yml")


def test_the_tables_beside_the_rules_can_be_read() -> None:
    """Authorisations, warnings, and a rule for every code of a place."""
    assert load_authorisations()
    assert load_warnings()
    codes = {row["place"] for row in iter_table("ostraka.effects", "rules/places.csv")}
    assert codes == set(load_place_rules())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ul. Lenina 1, Севастополь", ("crimea",)),
        ("Bandar-e Abbas, Iran", ("iran",)),
        ("P'yŏngyang", ("north-korea",)),
        ("Kashgar Prefecture", ("xinjiang",)),
        ("Iranduba, Brazil", ()),
    ],
)
def test_places_are_found_in_their_spellings(text: str, codes: tuple[str, ...]) -> None:
    """Whole words only: a town whose name begins like a country's is another town."""
    assert find_places(text) == codes


@pytest.mark.parametrize("file", sorted(FOLDER.rglob("*.*ml")), ids=lambda file: file.name)
def test_no_table_promises_what_no_list_can(file: Path) -> None:
    """The words of the house hold for the law tables as well; values only, not names of keys."""
    assert [line for line in file.read_text("utf-8").splitlines() if UNSAID.search(line)] == []


def test_every_file_says_what_it_is_and_of_which_day() -> None:
    """A lawyer reads the head first."""
    for file in FOLDER.rglob("*.yml"):
        head = "\n".join(x for x in file.read_text("utf-8").splitlines() if x.startswith("#"))
        assert re.search(r"2026-\d\d-\d\d", head), file.name
        assert yaml.safe_load(file.read_text("utf-8"))
    assert all(isinstance(rules, Rules) for rules in load_rules().values())
