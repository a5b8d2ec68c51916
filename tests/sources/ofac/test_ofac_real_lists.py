"""Real files of OFAC: what is in them, how much is understood, what it costs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ostraka.model.identifier import Scheme
from ostraka.model.listing import DateKind, ListingClass
from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import ParsedList
from sources.ofac.ofac_samples import read

pytestmark = pytest.mark.shared

CONSOLIDATED = {
    "consolidated-2020-03-17": 375,
    "consolidated-2022-03-24": 462,
    "consolidated-2025-01-10": 443,
    "consolidated-2025-03-28": 443,
    "consolidated-2025-12-19": 442,
    "consolidated-2026-01-08": 442,
}
WITH_CMIC = sorted(CONSOLIDATED)[1:]
SDN = "sdn-2023-12-28"


@cache
def _read(shared: Path, folder: str) -> ParsedList:
    key = "us_ofac_sdn" if folder.startswith("sdn") else "us_ofac_cons"
    return read(key, *open_inputs([shared / "lists" / "us_ofac" / folder]))


def _find(parsed: ParsedList, uid: int) -> Party:
    return next(p for p in parsed.parties if p.id.endswith(f":{uid}"))


@pytest.mark.parametrize(("folder", "count"), sorted(CONSOLIDATED.items()))
def test_the_consolidated_files_are_read_whole(shared: Path, folder: str, count: int) -> None:
    """Four shapes, six years; header and bytes agree with the parties."""
    parsed = _read(shared, folder)
    assert (len(parsed.parties), parsed.counted) == (count, count)
    assert parsed.stated_count in {None, count}
    assert len({p.id for p in parsed.parties}) == count


@pytest.mark.parametrize("folder", WITH_CMIC)
def test_sensetime_has_its_three_dates_in_every_shape(shared: Path, folder: str) -> None:
    """Listed on 10 December 2021, in effect after 60 days, divestment for a year."""
    party = _find(_read(shared, folder), 33114)
    (listing,) = party.listings
    assert party.name == "SENSETIME GROUP LIMITED"
    assert listing.listed_on == date(2021, 12, 10)
    assert {(d.kind, d.on) for d in listing.dates} == {
        (DateKind.EFFECTIVE, date(2022, 2, 8)),
        (DateKind.DIVEST_BY, date(2022, 12, 10)),
    }


@pytest.mark.parametrize("folder", WITH_CMIC)
def test_hikvision_is_the_same_party_in_every_shape(shared: Path, folder: str) -> None:
    """Its ISIN stands in remarks, idList or a feature, its code in a document."""
    party = _find(_read(shared, folder), 30946)
    latin = {(n.text, n.kind) for n in party.names if n.kind is not NameKind.ORIGINAL_SCRIPT}
    assert latin == {
        ("HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO., LTD.", NameKind.PRIMARY),
        ("HIKVISION", NameKind.ALIAS),
        ("HANGZHOU HIKVISION DIGITAL TECHNOLOGY", NameKind.ALIAS),
    }
    assert {(i.scheme, i.value) for i in party.identifiers} == {
        (Scheme.ISIN, "CNE100000PM8"),
        (Scheme.TICKER, "002415 CN"),
        (Scheme.USCC, "91330000733796106P"),
    }
    assert [x.listed_on for x in party.listings] == [date(2021, 6, 3)]
    assert [a.full for a in party.addresses] == [
        "555, Qianmo Road, Binjiang District, Hangzhou 310051, China"
    ]


def test_csv_and_xml_of_neighbouring_days_say_the_same(shared: Path) -> None:
    """The CSV set of 19 December 2025 and the legacy XML of 8 January 2026 differ in little."""
    csv, xml = (_read(shared, f"consolidated-{d}") for d in ("2025-12-19", "2026-01-08"))
    others = {p.id: p for p in xml.parties}
    assert {p.id for p in csv.parties} == others.keys()
    differing = [p.id for p in csv.parties if _facts_of(p) != _facts_of(others[p.id])]
    assert len(differing) <= 5


def _facts_of(party: Party) -> tuple[object, ...]:
    return (
        {(n.text, n.kind) for n in party.names},
        {(i.scheme, i.value, i.country) for i in party.identifiers},
        {a.full for a in party.addresses},
        {(x.programme, x.listing_class, x.listed_on) for x in party.listings},
        {(f.topic, f.text) for f in party.facts},
        {str(b) for b in party.born},
        {(r.other_name, r.other) for r in party.relations},
    )


def test_the_sdn_set_is_read_whole(shared: Path) -> None:
    """Entries, alias rows, address rows, and those that hold an address."""
    parsed = _read(shared, SDN)
    assert (len(parsed.parties), parsed.counted) == (13_821, 13_821)
    assert parsed.tallies["alias rows"] == 17_091
    assert parsed.tallies["address rows"] == 18_990
    assert parsed.tallies["addresses held"] == 16_338
    assert sum(len(p.addresses) for p in parsed.parties) == 16_338
    aliases = sum(n.origin.record.startswith("alt.csv") for p in parsed.parties for n in p.names)
    weak = sum(n.kind is NameKind.WEAK_ALIAS for p in parsed.parties for n in p.names)
    assert (aliases, weak) == (17_091, parsed.tallies["weak aliases in remarks"])
    assert weak > 3_300
    assert {x.listing_class for p in parsed.parties for x in p.listings} == {
        ListingClass.ASSET_FREEZE
    }


@pytest.mark.parametrize(
    "folder",
    [SDN, "sdn-2021-12-09", "sdn-2021-12-10", "sdn-2022-06-28", "sdn-2024-05-03"],
)
def test_nearly_every_remark_is_understood(shared: Path, folder: str) -> None:
    """A simple grammar of labels reaches 95 %; every rule here checks the shape of its value."""
    tallies = _read(shared, folder).tallies
    assert tallies["remark segments understood"] / tallies["remark segments"] > 0.99


def test_no_remark_is_lost(shared: Path) -> None:
    """Unread segments are facts of their party, word for word."""
    parsed = _read(shared, SDN)
    unread = sum(f.topic == "remark" for p in parsed.parties for f in p.facts)
    tallies = parsed.tallies
    assert unread == tallies["remark segments"] - tallies["remark segments understood"]


def test_links_find_their_party(shared: Path) -> None:
    """Names of the same file, resolved only where exactly one party has them."""
    relations = [r for p in _read(shared, SDN).parties for r in p.relations]
    found = sum(r.other is not None for r in relations)
    assert found / len(relations) > 0.98


def test_the_designations_of_2021_12_10_appear(shared: Path) -> None:
    """The file of that day has 25 entries more than that of the day before."""
    before, after = (_read(shared, f"sdn-2021-12-{d}") for d in ("09", "10"))
    added = {p.id for p in after.parties} - {p.id for p in before.parties}
    assert len(added) == 25
    party = _find(after, 34079)
    assert (party.name, [str(b) for b in party.born]) == ("ZAKIR, Shohrat", ["1953-08"])


@pytest.mark.parametrize("folder", ["consolidated-2020-03-17", "consolidated-2025-01-10"])
def test_parties_on_both_lists_say_so(shared: Path, folder: str) -> None:
    """The shapes that name the lists put the blocking where it belongs."""
    parsed = _read(shared, folder)
    blocked = [x for p in parsed.parties for x in p.listings if x.list == "us_ofac_sdn"]
    assert {x.listing_class for x in blocked} == {ListingClass.ASSET_FREEZE}
    assert all(x.listed_on for x in blocked)


MEASURE = """
import re, sys
from pathlib import Path
from ostraka.sources.intake import open_inputs
from ostraka.sources.us_ofac_sdn.parse import parse
parse(open_inputs([Path(sys.argv[1])]))
print(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to read memory from")
def test_the_sdn_set_is_read_in_little_memory(shared: Path, checkout: Path) -> None:
    """Below 600 MB; `getrusage` would count what this process held when it started the other."""
    folder = shared / "lists" / "us_ofac" / SDN
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, folder],
        env={"PYTHONPATH": str(checkout / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert 0 < int(done.stdout) < 600_000
