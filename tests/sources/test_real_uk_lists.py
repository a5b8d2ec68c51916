"""The lists of the United Kingdom as published, from the shared folder of the checkout."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.sources.gb_uksl.parse import parse as parse_uksl
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source, load_parser
from sources.extracts import make_names_csv


@cache
def load(shared: Path, path: str) -> ParsedList:
    return load_parser("gb_ofsi_conlist")(open_inputs([shared / "lists" / "uk_ofsi" / path]))


@pytest.mark.parametrize(
    ("path", "rows", "groups", "day"),
    [
        ("conlist-2020-04-27/ConList.csv", 9_492, 2_114, "2020-04-27"),
        ("conlist-2022-05-04/ConList.xlsx", 15_261, 3_430, "2022-05-04"),
    ],
)
def test_the_ofsi_lists_are_read_whole(
    shared: Path, path: str, rows: int, groups: int, day: str
) -> None:
    """Rows are names; a party is one Group ID; every row, regime and kind is understood."""
    parsed = load(shared, path)
    assert parsed.tallies == {"records": rows, "designations": groups}
    assert len(parsed.parties) == groups
    assert parsed.counted in (None, rows)
    assert parsed.published == date.fromisoformat(day)
    assert parsed.warnings == ()
    assert all(party.kind for party in parsed.parties)
    assert all(x.listed_on for party in parsed.parties for x in party.listings)
    assert {party.listing_class for party in parsed.parties} == {ListingClass.ASSET_FREEZE}
    assert len(parsed.parties) >= (get_source("gb_ofsi_conlist").floors.parties_min or 0)


def test_references_link_the_ofsi_list_to_the_uk_sanctions_list(shared: Path) -> None:
    """All but one group of 2022 state their unique id, so that the two lists can be joined."""
    parsed = load(shared, "conlist-2022-05-04/ConList.xlsx")
    linked = [p for p in parsed.parties if any("UK Sanctions" in i.label for i in p.identifiers)]
    assert len(parsed.parties) - len(linked) <= 1
    schemes = {i.scheme for p in parsed.parties for i in p.identifiers}
    assert {Scheme.INN, Scheme.OGRN, Scheme.IMO, Scheme.PASSPORT} <= schemes


def test_the_names_of_the_uk_sanctions_list_of_2026_are_read(shared: Path) -> None:
    """The file at hand has names only, so each is put into the official shape as a row."""
    path = shared / "lists" / "uk_fcdo" / "uksl-names-derived-2026-06-11" / "uk.json"
    entries = json.loads(path.read_text("utf-8"))
    assert len(entries) == 15_313
    parsed = parse_uksl([make_names_csv(entries)])
    assert parsed.tallies["records"] == 15_313
    unnamed = [e for e in entries if not any(c.isalnum() for c in e["full_name"])]
    assert len(parsed.parties) == 15_313 - len(unnamed)
