"""The lists of the European Union as published, from the shared folder of the checkout."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from ostraka.model.listing import ListingClass
from ostraka.model.party import PartyKind
from ostraka.sources.eu_fsf.parse import parse as parse_fsf
from ostraka.sources.intake import open_inputs
from sources.eu_samples import make_fsf_entity, make_fsf_name, make_fsf_xml

_EXCERPT = "eu_fsf/consolidated-excerpt-2022-03-18"
_DERIVED = "eu_fsf/consolidated-derived-2025-04-15/eu_sanctions.json"


def test_the_excerpt_of_the_financial_sanctions_files_is_read_whole(shared: Path) -> None:
    """1,044 entities are 1,024 parties: twenty stand under two programmes each."""
    parsed = parse_fsf(open_inputs([shared / "lists" / _EXCERPT]))
    assert parsed.counted == parsed.tallies["records"] == 1_044
    assert len(parsed.parties) == 1_024
    assert sum(len(party.listings) for party in parsed.parties) == 1_044
    assert parsed.published == date(2022, 3, 18)
    assert parsed.warnings == ()
    assert all(x.listed_on for party in parsed.parties for x in party.listings)
    assert all(x.legal_basis for party in parsed.parties for x in party.listings)
    assert {party.listing_class for party in parsed.parties} == {ListingClass.ASSET_FREEZE}


def test_the_names_of_the_list_of_2025_are_read(shared: Path) -> None:
    """The file at hand keeps names and dates only, so each is put into the official shape."""
    entries = json.loads((shared / "lists" / _DERIVED).read_text("utf-8"))["data"]
    assert len(entries) == 5_307
    made = [_make_entity(entry) for entry in entries]
    parsed = parse_fsf([make_fsf_xml(*made)])
    assert parsed.tallies["records"] == 5_307
    assert len(parsed.parties) == 5_307 - parsed.tallies.get("parties without a name", 0)
    assert parsed.tallies.get("parties without a name", 0) == 0
    people = sum(party.kind is PartyKind.PERSON for party in parsed.parties)
    assert people == sum(entry["type"] == "INDIVIDUAL" for entry in entries)


def _make_entity(entry: dict[str, object]) -> str:
    details = entry["details"]
    assert isinstance(details, dict)
    names = [str(entry["name"]), *map(str, details["aliases"])]
    return make_fsf_entity(
        names="".join(make_fsf_name(name) for name in names),
        code="P" if entry["type"] == "INDIVIDUAL" else "E",
        logicalId=str(entry["id"]).removeprefix("EU-"),
        euReferenceNumber="",
    )
