"""The real files beside the checkout, read whole."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ostraka.model.listing import DateKind
from ostraka.model.party import PartyKind
from ostraka.sources.demo.bundle import load_customers
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import load_parser

pytestmark = pytest.mark.shared


def load(shared: Path, key: str, folder: str) -> ParsedList:
    parsed = load_parser(key)(open_inputs([shared / "lists" / folder]))
    assert len({party.id for party in parsed.parties}) == len(parsed.parties)
    assert parsed.warnings == ()
    return parsed


@pytest.mark.parametrize(
    ("day", "persons", "bodies"),
    [("2024-11-30", 686, 193), ("2025-04-19", 684, 193), ("2026-02-27", 730, 273)],
)
def test_the_un_list_is_read_whole(shared: Path, day: str, persons: int, bodies: int) -> None:
    """As many parties as start tags, by kind, with the date of the file."""
    parsed = load(shared, "un_sc", f"un_sc/consolidated-{day}")
    kinds = Counter(party.kind for party in parsed.parties)
    assert kinds == {PartyKind.PERSON: persons, PartyKind.ORGANISATION: bodies}
    assert parsed.counted == parsed.tallies["records"] == len(parsed.parties)
    assert parsed.published == date.fromisoformat(day)


def test_every_dated_listing_of_the_un_list_is_dated(shared: Path) -> None:
    """Also the ten with a zone; and every reference is stripped."""
    parsed = load(shared, "un_sc", "un_sc/consolidated-2026-02-27")
    assert all(party.listings[0].listed_on for party in parsed.parties)
    references = [party.identifiers[0].value for party in parsed.parties]
    assert len(set(references)) == 1003
    assert all(reference == reference.strip() for reference in references)


def test_the_consolidated_screening_list_is_read_whole(shared: Path) -> None:
    """14,160 rows of thirteen lists are 14,048 parties, 70 of them on several lists."""
    parsed = load(shared, "us_trade_csl", "us_trade/csl-2022-04-21")
    assert len(parsed.parties) == 14_048
    assert parsed.counted == parsed.tallies["records"] == 14_160
    assert sum(key.startswith("rows of ") for key in parsed.tallies) == 13
    assert parsed.published is None
    several = [p for p in parsed.parties if len({x.origin.record for x in p.listings}) > 1]
    assert len(several) == 70


def test_the_three_dates_of_sensetime_are_read_from_its_ids(shared: Path) -> None:
    """By its uid, in the file of the next spring."""
    parsed = load(shared, "us_trade_csl", "us_trade/csl-2022-04-21")
    (party,) = [p for p in parsed.parties if p.id == "us_trade_csl:33114"]
    (found,) = party.listings
    assert found.listed_on == date(2021, 12, 10)
    assert {d.kind: d.on for d in found.dates} == {
        DateKind.EFFECTIVE: date(2022, 2, 8),
        DateKind.DIVEST_BY: date(2022, 12, 10),
    }


def test_the_invented_customers_are_nobody_on_the_real_lists(shared: Path) -> None:
    """Apart from those that carry a listed name on purpose."""
    on_purpose = {
        *("xuekelaiti zhaker", "erkin tuniyaz", "rab forces", "ri yong mu", "sek studio"),
        *("european institute yusto", "chen mingguo", "megvii technology", "bingtuan"),
        "quanguo chen",
    }
    invented = {c.name.casefold() for c in load_customers()} - on_purpose
    assert invented & _listed_names(shared) == set()


def _listed_names(shared: Path) -> set[str]:
    found: set[str] = set()
    for key, folder in (
        ("un_sc", "un_sc/consolidated-2026-02-27"),
        ("us_trade_csl", "us_trade/csl-2022-04-21"),
    ):
        for party in load(shared, key, folder).parties:
            found.update(name.text.casefold() for name in party.names)
    for file in open_inputs([shared / "lists" / "us_ofac" / "sdn-2024-05-03"]):
        for row in csv.reader(io.StringIO(file.data.decode("latin-1"))):
            if len(row) > 1:
                family, _, given = row[1].casefold().partition(", ")
                found.update({row[1].casefold(), f"{given} {family}".strip()})
    return found
