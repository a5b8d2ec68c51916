"""Registers as they are fetched, told and asked at the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from ostraka.screening.registers.held import HeldRegisters
from ostraka.sources import registers
from registers.editions import (
    lei,
    make_gb,
    make_gleif,
    make_psc,
    make_rr,
    publish_parts,
    publish_rr,
)
from sync.publisher import Publisher, publishing


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher of both registers, each with a few parties."""
    with publishing() as server:
        known = {"gleif_rr": make_gleif(server), "gb_psc": make_gb(server)}
        monkeypatch.setattr(registers, "load_registers", lambda: known)
        publish_rr(server, make_rr(5), 5)
        publish_parts(
            server, "2026-11-20", make_psc(["00000001", "00000002", "00000003"], "Moxing Cartoon")
        )
        yield server


@pytest.fixture
def holding(ostraka: Ostraka, publisher: Publisher) -> Ostraka:
    """A home that holds the bundled list and the British register."""
    assert publisher.address
    assert ostraka("import", "demo").exit_code == 0
    done = ostraka("sync", "gb_psc")
    assert done.exit_code == 0, done.stderr
    assert "gb_psc of 2026-11-20: published; 3 records, 3 stakes." in done.stderr
    return ostraka


def test_only_what_is_named_is_fetched(ostraka: Ostraka, publisher: Publisher) -> None:
    done = ostraka("sync", "gleif_rr", "--json")
    assert done.exit_code == 0, done.stderr
    document = json.loads(done.stdout)
    assert document["sources"] == []
    [row] = document["registers"]
    assert (row["register"], row["state"], row["stakes"]) == ("gleif_rr", "published", 5)
    assert not publisher.asked("/en_pscdata.html")
    assert "1 register current, 0 not." in done.stderr


def test_owners_are_found_in_the_register(holding: Ostraka) -> None:
    """The company is known by its number; its owner is on the bundled list under OFAC."""
    done = holding("screen", "00000002", "--source", "demo", "--owners", "--json")
    assert done.exit_code == 0, done.stderr
    document = json.loads(done.stdout)
    [result] = document["results"]
    caught = {entry["regime"]: entry["caught"] for entry in result["owned"]}
    assert caught["ofac"] == "yes"
    [stake] = next(e["path"] for e in result["owned"] if e["regime"] == "ofac")
    assert (stake["owner"], stake["percent_max"]) == ("Moxing Cartoon", pytest.approx(75))
    told = holding("screen", "00000002", "--source", "demo", "--owners").stdout
    assert "Stakes from gb_psc of 2026-11-20 (3 stakes, SHA-256" in told


def test_ownership_asks_registers_about_named_parties_only(holding: Ostraka) -> None:
    asked = holding("ownership", "--party", "GB-COH:00000001", "--source", "demo", "--json")
    assert asked.exit_code == 0, asked.stderr
    entries = json.loads(asked.stdout)["parties"]
    assert {e["regime"]: e["caught"] for e in entries}["ofac"] == "yes"
    nobody = holding("ownership", "--source", "demo")
    assert nobody.exit_code == 1
    assert "Not asked: gb_psc." in nobody.stderr


def test_doctor_tells_the_age_and_finds_damage(holding: Ostraka, tmp_path: Path) -> None:
    held = HeldRegisters(tmp_path / "home")
    healthy = holding("doctor")
    assert healthy.exit_code == 0, healthy.stderr
    assert "register gb_psc of 2026-11-20: sound, checked 0 days ago, 3 stakes" in healthy.stdout
    held.confirm("gb_psc", datetime.now(UTC) - timedelta(days=40))
    stale = holding("doctor")
    assert stale.exit_code == 1
    assert "Need care: gb_psc." in stale.stderr
    [table] = tmp_path.rglob("stakes.sqlite")
    data = bytearray(table.read_bytes())
    data[-1] ^= 1
    table.write_bytes(data)
    rows = {r["register"]: r for r in json.loads(holding("doctor", "--json").stdout)["registers"]}
    assert rows["gb_psc"]["condition"] == "damaged"
    assert rows["gleif_rr"]["condition"] == "not_held"
    table.write_bytes(data[:-1])
    refused = holding("screen", "00000002", "--source", "demo", "--owners")
    assert refused.exit_code == 1
    assert "was cut short" in refused.stderr


def test_sources_lists_registers(holding: Ostraka) -> None:
    rows = {r["key"]: r for r in json.loads(holding("sources", "--json").stdout)["registers"]}
    assert (rows["gb_psc"]["stakes"], rows["gleif_rr"]["stakes"]) == (3, None)
    assert "gb_psc  3 stakes of 2026-11-20" in holding("sources").stdout


def test_a_consolidation_of_the_lei_register_is_for_review(
    ostraka: Ostraka, publisher: Publisher, tmp_path: Path
) -> None:
    """It states no share, so that nothing is computed of it."""
    assert publisher.address
    assert ostraka("sync", "gleif_rr").exit_code == 0
    listed = tmp_path / "listed.csv"
    listed.write_text(f"party,regime\n{lei(0)},ofac\n", encoding="utf-8")
    done = ostraka("ownership", "--party", lei(2), "--listed", str(listed), "--json")
    assert done.exit_code == 0, done.stderr
    caught = {e["regime"]: e["caught"] for e in json.loads(done.stdout)["parties"]}
    assert caught["ofac"] == "review"
