"""`screen --file --owners` reports rows that no list names and that listed parties own."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pytest

import ostraka as package
from cli.conftest import Ostraka

# On the bundled list OFAC names Moxing Cartoon, and no list names the others.
STAKES = (
    "owner,owned,percent\n"
    "Moxing Cartoon,Elm Trading,60\n"
    "Elm Trading,Yarrow Shipping,50\n"
    "Quince Fund,Cedar Ltd,60\n"
)
ROWS = ("Yarrow Shipping", "Elms Trading", "Cedar Ltd", "Moxing Cartoon", "Hazel Mills")
REPORTED = [("1", "Yarrow Shipping", "caught"), ("2", "Elm Trading", "review")]


@pytest.fixture
def stakes(ostraka: Ostraka, tmp_path: Path) -> str:
    """A file of stakes, and a home that holds the bundled list."""
    assert ostraka("import", "demo").exit_code == 0
    path = tmp_path / "stakes.csv"
    path.write_text(STAKES, encoding="utf-8")
    return str(path)


def _screen(
    ostraka: Ostraka, folder: Path, stakes: str, *words: str, times: int = 1
) -> list[dict[str, str]]:
    source, out = folder / "in.csv", folder / "out.csv"
    source.write_text("name\n" + "\n".join(ROWS * times) + "\n", encoding="utf-8")
    files = ("--file", str(source), "--out", str(out), "--owners", "--stakes", stakes)
    done = ostraka("screen", *files, "--source", "demo", "--as-of", "2026-11-22", *words)
    assert done.exit_code == 0, done.stderr
    assert "Stakes from stakes.csv" in done.stderr
    with out.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _owned(rows: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    owned = [row for row in rows if row["source"] == "stakes"]
    assert all((row["class"], row["programmes"]) == ("owned", "ofac") for row in owned)
    return [(row["row"], row["name"], row["reason"].partition(":")[0]) for row in owned]


def test_a_row_that_listed_parties_own_is_reported_with_the_path(
    ostraka: Ostraka, stakes: str, tmp_path: Path
) -> None:
    """Equal names decide, near ones are for review; a listed party is a hit and no more."""
    rows = _screen(ostraka, tmp_path, stakes)
    assert _owned(rows) == REPORTED
    assert "Moxing Cartoon holds 60 % of Elm Trading; Elm Trading holds 50 %" in rows[0]["reason"]
    assert {row["source"] for row in rows if row["row"] == "4"} == {"demo"}


def test_what_follows_is_for_review(ostraka: Ostraka, stakes: str, tmp_path: Path) -> None:
    """The listing is the owner's; whether its rule binds here is for a person."""
    asked = ("--actor", "us_person", "--activity", "securities_buy")
    rows = _screen(ostraka, tmp_path, stakes, *asked)
    assert _owned(rows) == REPORTED
    owned = [row for row in rows if row["source"] == "stakes"]
    assert {row["verdict"] for row in owned} == {"review"}
    assert all(row["citation"] and row["rule"] == "ofac [ownership]" for row in owned)


def test_processes_that_share_a_table_report_the_same(
    ostraka: Ostraka, stakes: str, tmp_path: Path
) -> None:
    """Byte for byte, whatever their number."""
    written = []
    for workers in ("1", "2"):
        rows = _screen(ostraka, tmp_path, stakes, "--workers", workers, times=1_001)
        written.append((tmp_path / "out.csv").read_bytes())
        assert len(_owned(rows)) == 2 * 1_001
    assert written[0] == written[1]


def test_python_reports_them_for_names_and_tables(
    ostraka: Ostraka, stakes: str, tmp_path: Path
) -> None:
    """The interface is that of the command line."""
    assert ostraka("stakes", "--json").exit_code == 0
    home = tmp_path / "home"
    screener = package.open(home, sources="demo", owners=True, stakes=[stakes])
    (owned,) = screener.screen("yarrow  SHIPPING").owned
    assert (owned.regime.value, owned.caught.value, owned.score) == ("ofac", "yes", 1.0)
    found = screener.screen_table(pa.table({"name": list(ROWS)})).to_pylist()
    assert [(r["row"], r["name"]) for r in found if r["source"] == "stakes"] == [
        (1, "Yarrow Shipping"),
        (2, "Elm Trading"),
    ]
