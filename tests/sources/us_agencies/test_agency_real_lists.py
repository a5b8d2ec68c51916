"""The real files beside the checkout; the third party's extracts are put back into their shapes."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ostraka.model.name import NameKind
from ostraka.model.party import PartyKind
from ostraka.sources.intake import open_inputs
from ostraka.sources.keys import fold
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source, load_parser
from sources.us_agencies.agency_samples import load_extract
from sources.us_agencies.extracts import (
    make_covered_page,
    make_denied_export,
    make_entity_list,
    make_notice,
    make_orders,
    make_user_list,
)

pytestmark = pytest.mark.shared
CSL = "us_trade/csl-2022-04-21"


def load(shared: Path, key: str, folder: str) -> ParsedList:
    pages = "html" in get_source(key).formats
    return judge(key, load_parser(key)(open_inputs([shared / "lists" / folder], pages=pages)))


def judge(key: str, parsed: ParsedList) -> ParsedList:
    floors = get_source(key).floors
    assert parsed.warnings == ()
    assert len({party.id for party in parsed.parties}) == len(parsed.parties)
    assert (floors.parties_min or 0) <= len(parsed.parties) <= (floors.parties_max or 10**6)
    assert all(party.names and party.listings for party in parsed.parties)
    return parsed


def test_the_denied_persons_are_read_whole(shared: Path) -> None:
    """665 rows are 546 parties: an order has a row for each address of a person."""
    parsed = load(shared, "us_bis_denied", "us_bis/denied-persons-2023-11-28")
    assert parsed.counted == parsed.tallies["records"] == 665
    assert len(parsed.parties) == 546
    assert all(party.listings[0].listed_on for party in parsed.parties)
    rows = sum(len(party.addresses) for party in parsed.parties)
    assert rows > 630  # fewer than rows only where an address is repeated


@pytest.mark.parametrize(
    ("key", "rows"), [("us_bis_entity", 2001), ("us_bis_denied", 462), ("us_bis_meu", 71)]
)
def test_the_rows_of_a_list_are_read_from_the_screening_list(
    shared: Path, key: str, rows: int
) -> None:
    """As many as the list has in the file of all lists."""
    parsed = load(shared, key, CSL)
    assert parsed.tallies["records"] == rows
    assert parsed.tallies["rows of other lists"] == 14_160 - rows
    assert {x.list for party in parsed.parties for x in party.listings} == {key}


def test_the_forced_labour_list_is_read_whole(shared: Path) -> None:
    """160 rows of three sections are 144 parties; the extract has four spelt twice."""
    files = open_inputs(
        [shared / "lists/us_dhs/uflpa-2026-07-09/source-uflpa-2026-07-09.html"], pages=True
    )
    parsed = judge("us_dhs_uflpa", load_parser("us_dhs_uflpa")(files))
    assert parsed.counted == parsed.tallies["records"] == 160
    assert len(parsed.parties) == 144
    sections = Counter(x.programme for party in parsed.parties for x in party.listings)
    assert sections == {"UFLPA-2dB(i)": 9, "UFLPA-2dB(ii)": 43, "UFLPA-2dB(v)": 108}
    found = {fold(name.text) for party in parsed.parties for name in party.names}
    extract = load_extract(shared, "us_dhs/uflpa-2026-07-09/dhs_uflpa.json")
    missing = {entry["name"] for entry in extract if fold(entry["name"]) not in found}
    assert len(missing) == 4  # with the words of a clause or an acronym inside the name
    assert all(re.search(r"and [Ss]ubsidiaries$|\([A-Z]+\)$", name) for name in missing)


def test_the_corps_of_xinjiang_is_one_party_of_three_sections(shared: Path) -> None:
    """With its aliases and the clause on its affiliated entities."""
    parsed = load(shared, "us_dhs_uflpa", "us_dhs/uflpa-2026-07-09/source-uflpa-2026-07-09.html")
    (corps,) = [p for p in parsed.parties if "Bingtuan" in {n.text for n in p.names}]
    assert corps.name == "Xinjiang Production and Construction Corps"
    assert "XPCC" in {name.text for name in corps.names}
    assert len(corps.listings) == 3
    assert all(x.clauses and x.listed_on == date(2022, 6, 21) for x in corps.listings)


def test_the_entity_list_of_2026_is_read_entry_by_entry(shared: Path) -> None:
    """3,409 entries; the names are the extract's but for brackets that hold further names."""
    extract = load_extract(shared, "us_bis/entity-list-2026-07-09/bis_entity_list.json")
    file = make_entity_list(extract)
    parsed = judge("us_bis_entity", load_parser("us_bis_entity")([file]))
    assert parsed.tallies["records"] == len(parsed.parties) == 3409
    same = sum(
        party.name == entry["name"] for party, entry in zip(parsed.parties, extract, strict=True)
    )
    assert same >= 3370
    aliases = sum(n.kind is not NameKind.PRIMARY for p in parsed.parties for n in p.names)
    assert aliases >= sum(len(entry["aliases"]) for entry in extract)
    undated = [party for party in parsed.parties if not party.listings[0].listed_on]
    assert len(undated) <= 2  # the extract lost the day of these notices


@pytest.mark.parametrize(
    "name",
    ["Sense Time", "Megvii Technology", "Yitu Technologies", "Hikvision", "Dahua Technology"],
)
def test_the_companies_of_october_2019_are_listed_since_that_day(shared: Path, name: str) -> None:
    """In the file of 2022; SenseTime by the alias that its narrowed entry kept."""
    parsed = load(shared, "us_bis_entity", CSL)
    (party,) = [p for p in parsed.parties if name in {n.text for n in p.names}]
    assert party.listings[0].listed_on == date(2019, 10, 9)
    assert "84 FR 54002" in party.listings[0].acts[0].citation


def test_the_corps_and_its_police_stay_apart(shared: Path) -> None:
    """Near-homonyms: the police was listed in October 2019, the Corps itself in June 2021."""
    extract = load_extract(shared, "us_bis/entity-list-2026-07-09/bis_entity_list.json")
    file = make_entity_list(extract)
    parsed = load_parser("us_bis_entity")([file])
    stem = "Xinjiang Production and Construction Corps"
    found = [p.listings[0].listed_on for p in parsed.parties if p.name.startswith(stem)]
    assert sorted(map(str, found)) == ["2019-10-09", "2021-06-24"]


def test_the_military_end_users_of_2026_are_read_entry_by_entry(shared: Path) -> None:
    """70 entries, under their names."""
    extract = load_extract(shared, "us_bis/military-end-user-2026-07-09/bis_meu.json")
    parsed = judge("us_bis_meu", load_parser("us_bis_meu")([make_user_list(extract)]))
    assert parsed.tallies["records"] == len(parsed.parties) == 70


def test_the_denied_persons_of_2026_are_read_entry_by_entry(shared: Path) -> None:
    """564 rows; the extract cut names before "LTD." and "INC.", and one before its D/B/A."""
    extract = load_extract(shared, "us_bis/denied-persons-2026-04-14/bis_dpl.json")
    parsed = judge("us_bis_denied", load_parser("us_bis_denied")([make_denied_export(extract)]))
    assert parsed.tallies["records"] == 564
    assert len(parsed.parties) == 467
    found = {name.text for party in parsed.parties for name in party.names}
    differing = [entry for entry in extract if entry["name"] not in found]
    cut = [entry for entry in differing if re.match(r"(?:LTD|INC|LLC)\b", entry["address"])]
    assert [e["name"] for e in differing if e not in cut] == ["SIBERIAN AIRLINES D/B/A S7 AIRLINES"]


def test_the_orders_and_findings_of_2026_are_read_row_by_row(shared: Path) -> None:
    """67 rows: 2 on goods alone, 12 second listings, and rows that name several parties."""
    extract = load_extract(shared, "us_cbp/wro-2026-06-23/cbp_wro.json")
    parsed = judge("us_cbp_wro", load_parser("us_cbp_wro")([make_orders(extract)]))
    assert parsed.tallies["records"] == 67
    assert parsed.tallies["rows on goods that name no party"] == 2
    vessels = [party.name for party in parsed.parties if party.kind is PartyKind.VESSEL]
    assert len(vessels) == 4
    programmes = Counter(x.programme for p in parsed.parties for x in p.listings)
    assert programmes["FINDING"] == sum(e["notes"].startswith("Finding") for e in extract)
    assert all(party.listings[0].listed_on for party in parsed.parties)


def test_the_covered_list_of_2026_names_its_thirteen_companies(shared: Path) -> None:
    """Its other two entries are categories of equipment."""
    extract = load_extract(shared, "us_fcc/covered-list-2026-07-09/fcc_covered.json")
    page = make_covered_page(extract)
    parsed = judge("us_fcc_covered", load_parser("us_fcc_covered")([page]))
    assert len(parsed.parties) == 13
    assert parsed.tallies["rows on equipment that name no party"] == 2
    assert {"Dahua Technology Company", "ComNet (USA) LLC"} <= {p.name for p in parsed.parties}


def test_the_military_companies_of_2026_are_read_with_their_subsidiaries(shared: Path) -> None:
    """80 companies; what the notice lists in brackets are parties of their own."""
    extract = load_extract(shared, "us_dod/section-1260h-2026-06-10/dow_1260h.json")
    parsed = judge("us_dod_1260h", load_parser("us_dod_1260h")([make_notice(extract)]))
    assert parsed.tallies["records"] == 80
    found = {party.name for party in parsed.parties}
    assert {entry["name"] for entry in extract} <= found
    assert {"SenseTime Group, Inc.", "Chengdu Dahua Wisdom Information Technology Co., Ltd"} <= {
        name.rstrip(".") if name.endswith("Ltd.") else name for name in found
    }
