"""The lists of the European Union as published, from the shared folder of the checkout."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ostraka.model.identifier import Scheme
from ostraka.model.listing import ListingClass
from ostraka.model.party import PartyKind
from ostraka.sources.eu_fsf.parse import parse as parse_fsf
from ostraka.sources.eu_journal.parse import parse as parse_journal
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import InputFile
from sources.extracts import make_names_xml

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
    parsed = parse_fsf([make_names_xml(entries)])
    assert parsed.tallies["records"] == 5_307
    assert len(parsed.parties) == 5_307 - parsed.tallies.get("parties without a name", 0)
    assert parsed.tallies.get("parties without a name", 0) == 0
    people = sum(party.kind is PartyKind.PERSON for party in parsed.parties)
    assert people == sum(entry["type"] == "INDIVIDUAL" for entry in entries)


def test_the_annexes_of_29_acts_are_read_whole(shared: Path) -> None:
    """7,948 entries, each a party; the annexes of Regulation 833/2014 with ships and banks too."""
    files = open_inputs([shared / "lists" / "eu_journal" / "consolidated-by-act-2026-08-22"])
    parsed = parse_journal(files)
    assert parsed.tallies == {"records": 7_948}
    assert len(parsed.parties) == len({party.id for party in parsed.parties}) == 7_948
    assert parsed.warnings == ("acts not held: 224/2014, 747/2014, 1352/2014, 2015/735, 2017/1770",)
    assert (parsed.parts["833/2014 XLII"], parsed.parts["833/2014 XIV"]) == (633, 70)
    assert all(x.legal_basis for party in parsed.parties for x in party.listings)
    ships = [p for p in parsed.parties if p.kind is PartyKind.VESSEL]
    assert len(ships) == 708
    assert all(any(i.scheme is Scheme.IMO for i in p.identifiers) for p in ships[:600])
    unkept = [row["ethnicity"] for file in files for row in _rows(file) if row["ethnicity"]]
    assert unkept
    assert not any(text in repr(party) for text in unkept for party in parsed.parties)


def _rows(file: InputFile) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(file.data.decode("utf-8-sig")))


def test_parties_that_other_lists_have_too_keep_their_own_names_and_days(shared: Path) -> None:
    """The Corps' Public Security Bureau is not the Corps; three romanisations are three names."""
    folder = shared / "lists" / "eu_journal" / "consolidated-by-act-2026-08-22"
    parties = parse_journal(open_inputs([folder / "32020R1998.csv"])).parties
    by_name = {party.name: party for party in parties}
    bureau = by_name["Xinjiang Production and Construction Corps Public Security Bureau"]
    assert [n.text for n in bureau.names[1:]] == ["新疆生产建设兵团公安局"]
    assert bureau.listings[0].listed_on == date(2021, 3, 22)
    general = by_name["RI Yong Gil"]
    assert [n.text for n in general.names[1:]] == [
        *("RI Yong Gi", "RI Yo’ng-kil", "YI Yo’ng-kil", "리영길"),
    ]
    assert [str(b) for b in general.born] == ["1955"]
