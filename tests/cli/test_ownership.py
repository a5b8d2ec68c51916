"""`ostraka ownership` answers for a file of stakes, in text, JSON and a drawing."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree
from pydantic import TypeAdapter

from cli.conftest import Ostraka
from ostraka.screening.ownership_shapes import OwnershipDocument

STAKES = "owner,owned,percent\nAlder,Birch,50\nBirch,Cedar,50\nZelkova,Cedar,40\n"
LISTED = "party,regime\nAlder,ofac\nAlder,uk\nAlder,eu\nAlder,ca\nAlder,bis\n"


def _write(folder: Path) -> tuple[str, str]:
    stakes, listed = folder / "stakes.csv", folder / "listed.csv"
    stakes.write_text(STAKES, encoding="utf-8")
    listed.write_text(LISTED, encoding="utf-8")
    return str(stakes), str(listed)


def test_the_answer_has_the_keys_of_the_contract(ostraka: Ostraka, tmp_path: Path) -> None:
    """One entry for the party asked and each regime, named as it was typed."""
    stakes, listed = _write(tmp_path)
    done = ostraka(
        "ownership", stakes, "--listed", listed, "--party", "CEDAR", "--on", "2026-11-22", "--json"
    )
    assert done.exit_code == 0, done.stderr
    document = json.loads(done.stdout)
    TypeAdapter(OwnershipDocument).validate_python(document)
    entries = {entry["regime"]: entry for entry in document["parties"]}
    assert {regime: entry["caught"] for regime, entry in entries.items()} == {
        "ofac": "yes",
        "uk": "no",
        "eu": "yes",
        "ca": "yes",
        "bis": "yes",
    }
    ofac = entries["ofac"]
    assert ofac["party"] == "CEDAR"
    assert (ofac["percent_min"], ofac["percent_max"], ofac["accounted_for"]) == (50.0, 50.0, 90.0)
    assert ofac["because"][0]["owner"] == "Birch"
    assert ofac["because"][0]["caught"] == "yes"
    assert ofac["rule"]["from"] == "2014-08-13"
    assert "no on the stakes known" in entries["uk"]["why"]
    assert entries["bis"]["rule"]["verified"] is False


def test_without_a_party_every_party_is_answered_for(ostraka: Ostraka, tmp_path: Path) -> None:
    """Four parties, one regime."""
    stakes, listed = _write(tmp_path)
    done = ostraka("ownership", stakes, "--listed", listed, "--regime", "ofac", "--json")
    found = {e["party"]: e["caught"] for e in json.loads(done.stdout)["parties"]}
    assert found == {"Alder": "yes", "Birch": "yes", "Cedar": "yes", "Zelkova": "no_data"}


def test_a_party_of_which_nothing_is_known_is_no_data(ostraka: Ostraka, tmp_path: Path) -> None:
    """Not a no, and not an error."""
    stakes, listed = _write(tmp_path)
    done = ostraka("ownership", stakes, "--listed", listed, "--party", "Oak", "--json")
    entries = json.loads(done.stdout)["parties"]
    assert {(entry["party"], entry["caught"]) for entry in entries} == {("Oak", "no_data")}


def test_the_text_draws_the_structure_and_says_why(ostraka: Ostraka, tmp_path: Path) -> None:
    """A person at a terminal sees who holds whom before reading the rules."""
    stakes, listed = _write(tmp_path)
    done = ostraka("ownership", stakes, "--listed", listed, "--party", "Cedar")
    assert "├─ 50 % Birch  [caught: ofac, eu, ca, bis]" in done.stdout
    assert "│  └─ 50 % Alder  [listed: ofac, uk, eu, ca, bis]" in done.stdout
    assert "Birch (caught itself) holds 50 % of it; the rule of OFAC needs at least 50 %" in (
        done.stdout
    )


def test_the_drawing_is_svg_with_shares_and_reasons(ostraka: Ostraka, tmp_path: Path) -> None:
    """It opens without a script, and shows what the text shows."""
    stakes, listed = _write(tmp_path)
    out = tmp_path / "cedar.svg"
    done = ostraka(
        "ownership", stakes, "--listed", listed, "--party", "Cedar", "--drawing", str(out)
    )
    assert done.exit_code == 0, done.stderr
    text = " ".join(map(str, etree.parse(out).getroot().itertext()))
    assert "Alder" in text
    assert "40 %" in text
    assert "needs at least 50 %" in text


def test_a_row_that_is_not_understood_loses_no_other(ostraka: Ostraka, tmp_path: Path) -> None:
    """A percentage that is a word leaves the share open, and is told."""
    stakes, listed = _write(tmp_path)
    Path(stakes).write_text(STAKES + "Alder,Elm,half\n,Elm,10\n", encoding="utf-8")
    done = ostraka("ownership", stakes, "--listed", listed, "--party", "Elm", "--json")
    document = json.loads(done.stdout)
    assert {entry["caught"] for entry in document["parties"]} == {"review"}
    assert len(document["problems"]) == 2
    assert "row 4, percent" in done.stderr


def test_an_unknown_kind_of_file_is_refused_with_what_to_do(
    ostraka: Ostraka, tmp_path: Path
) -> None:
    """Exit code 1, and the kinds that can be read."""
    _, listed = _write(tmp_path)
    odd = tmp_path / "odd.json"
    odd.write_text('{"hello": 1}', encoding="utf-8")
    done = ostraka("ownership", str(odd), "--listed", listed)
    assert done.exit_code == 1
    assert "BODS 0.4" in done.stderr


def test_a_regime_that_does_not_exist_is_wrong_usage(ostraka: Ostraka, tmp_path: Path) -> None:
    """Exit code 2."""
    stakes, listed = _write(tmp_path)
    done = ostraka("ownership", stakes, "--listed", listed, "--regime", "moon")
    assert done.exit_code == 2
