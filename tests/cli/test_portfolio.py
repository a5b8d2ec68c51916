"""A table of holdings, screened by number or symbol where it has no names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import ostraka as package
from cli.conftest import Ostraka

# The bundled list gives Hikvision this ISIN and this ticker.
ISIN, TICKER = "CNE100000PM8", "002415 CN"
HIKVISION = "demo:hikvision"
US_BUYS = ("--actor", "us_person", "--activity", "securities_buy")
US_DIVESTS = ("--actor", "us_person", "--activity", "securities_divest")


@pytest.fixture
def screen(ostraka: Ostraka) -> Ostraka:
    """Screens the bundled designations."""
    assert ostraka("import", "demo").exit_code == 0
    return lambda *words: ostraka("screen", "--source", "demo", *words)


def _screen(screen: Ostraka, folder: Path, table: str, *words: str) -> list[dict[str, str]]:
    source, out = folder / "holdings.csv", folder / "out.csv"
    source.write_text(table, encoding="utf-8")
    done = screen("--file", str(source), "--out", str(out), *words)
    assert done.exit_code == 0, done.stderr
    with out.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("heading", "value", "score"),
    [
        ("isin", ISIN, 1.0),
        ("ISIN code", ISIN.lower(), 1.0),
        ("ticker", TICKER, 0.8),
        ("Symbol", "002415.CN", 0.8),
        ("ticker", "2415 CN", 0.8),
    ],
)
def test_a_number_or_symbol_alone_finds_the_issuer(
    screen: Ostraka, tmp_path: Path, heading: str, value: str, score: float
) -> None:
    """The row says what was asked and why it is for review: an ISIN decides, a ticker may not."""
    (row,) = _screen(screen, tmp_path, f"{heading},quantity\n{value},5\nXS0000000000,1\n")
    assert (row["party"], row["row"], row["query"]) == (HIKVISION, "1", value)
    assert float(row["score"]) == score
    assert "no name was given" in row["reason"].casefold()


@pytest.mark.parametrize("value", ["002415", "02415 HK", "CNE100000PM", "2415"])
def test_what_is_not_equal_is_no_match(screen: Ostraka, tmp_path: Path, value: str) -> None:
    """Numbers are equal or they are others: a ticker of another exchange is another security."""
    assert _screen(screen, tmp_path, f"ticker\n{value}\n") == []


def test_the_same_ticker_beside_another_name_only_supports(screen: Ostraka, tmp_path: Path) -> None:
    """Exchanges share symbols; an ISIN is given to one security."""
    table = f"name,ticker,isin\nBlue Heron Bakery,{TICKER},\nBlue Heron Bakery,,{ISIN}\n"
    (row,) = _screen(screen, tmp_path, table)
    assert (row["row"], row["party"]) == ("2", HIKVISION)


def test_a_row_without_name_in_a_table_of_names_is_told(screen: Ostraka, tmp_path: Path) -> None:
    """It is screened by its number; that its name is missing is a matter of the data."""
    rows = _screen(screen, tmp_path, f"id,name,isin\na,,{ISIN}\nb,Hikvision,\n")
    assert {(row["id"], row["party"]) for row in rows} == {("a", HIKVISION), ("b", HIKVISION)}
    with (tmp_path / "out.csv.errors.csv").open(encoding="utf-8") as lines:
        (problem,) = csv.DictReader(lines)
    assert (problem["row"], problem["id"], problem["field"]) == ("1", "a", "name")
    assert "identifiers alone" in problem["problem"]


def test_a_row_with_neither_is_refused(screen: Ostraka, tmp_path: Path) -> None:
    """There is nothing to look for."""
    source = tmp_path / "holdings.csv"
    source.write_text(f"isin,quantity\n,5\n{ISIN},5\n", encoding="utf-8")
    done = screen("--file", str(source), "--out", str(tmp_path / "out.csv"))
    assert done.exit_code == 1
    assert "2 rows in = 1 screened + 1 refused" in done.stderr


def test_buy_hold_and_sell_by_of_each_holding(screen: Ostraka, tmp_path: Path) -> None:
    """E.O. 14032: bought until the 60th day, sold to divest until the 365th, held afterwards."""
    table = f"id,isin,ticker\na,{ISIN},\nb,,{TICKER}\n"
    asked = {
        (activity[3], day): {
            row["id"]: row for row in _screen(screen, tmp_path, table, *activity, "--as-of", day)
        }
        for activity in (US_BUYS, US_DIVESTS)
        for day in ("2021-08-01", "2021-08-02", "2022-06-02", "2022-06-03")
    }
    buys = [asked["securities_buy", day]["a"] for day in ("2021-08-01", "2021-08-02")]
    assert [row["verdict"] for row in buys] == ["none_found", "prohibited"]
    assert (buys[1]["from"], buys[1]["sell_by"]) == ("2021-08-02", "2022-06-02")
    assert "holding: none_found" in buys[1]["position"]
    sells = [asked["securities_divest", day]["a"] for day in ("2022-06-02", "2022-06-03")]
    assert [row["verdict"] for row in sells] == ["none_found", "prohibited"]
    assert sells[0]["until"] == "2022-06-02"
    assert asked["securities_buy", "2021-08-02"]["b"]["verdict"] == "review"


def test_python_takes_an_identifier_without_a_name(screen: Ostraka, tmp_path: Path) -> None:
    """The interface is that of the command line."""
    assert screen("x").exit_code == 0
    screener = package.open(tmp_path / "home", sources="demo")
    (hit,) = screener.screen("", id=ISIN).hits
    assert (hit.party, hit.score) == (HIKVISION, 1.0)
    assert "No name was given" in hit.review
