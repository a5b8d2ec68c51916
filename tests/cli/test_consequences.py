"""What `screen` says follows from a hit for an actor and an activity."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from cli.conftest import Ostraka

US_BUYS = ("--actor", "us_person", "--activity", "securities_buy")
CONTRACT = "row id query party source name matched_name score class listed_on programmes reason"
ADDED = "verdict from until rule citation unverified sell_by position"


@pytest.fixture
def screen(ostraka: Ostraka, tmp_path: Path) -> Ostraka:
    """Screens the bundled designations."""
    home = str(tmp_path / "home")
    assert ostraka("demo", "--home", home).exit_code == 0
    return lambda *words: ostraka("screen", "--home", home, "--source", "demo", *words)


def _hits(screen: Ostraka, *words: str) -> list[dict[str, Any]]:
    done = screen(*words, "--json")
    assert done.exit_code == 0, done.stderr
    hits: list[dict[str, Any]] = json.loads(done.stdout)["results"][0]["hits"]
    return hits


def _verdicts(screen: Ostraka, name: str, day: str) -> dict[str, str]:
    hits = _hits(screen, name, *US_BUYS, "--as-of", day)
    return {hit["party"]: hit["consequences"][0]["verdict"] for hit in hits}


def test_a_hit_says_nothing_of_consequences_that_nobody_asked(screen: Ostraka) -> None:
    """Who acts is never guessed."""
    assert all(hit["consequences"] == [] for hit in _hits(screen, "SenseTime Group Limited"))


def test_the_verdict_turns_on_the_sixtieth_day(screen: Ostraka) -> None:
    """E.O. 14032 s.1: listed on 10 December 2021, so from 8 February 2022."""
    name = "SenseTime Group Limited"
    before, on = (_verdicts(screen, name, day) for day in ("2022-02-07", "2022-02-08"))
    assert "prohibited" not in before.values()
    assert "prohibited" in on.values()


def test_a_name_that_is_near_gives_review_with_the_reading(screen: Ostraka) -> None:
    """The issuer has another name than the listed company."""
    hits = _hits(screen, "SenseTime Group Incorporated Holding", *US_BUYS, "--as-of", "2022-03-01")
    near = [hit["consequences"][0] for hit in hits if hit["closeness"] != "equal"]
    listed = [one for one in near if one["because"] and one["because"][0]["rule"] == "cmic.trade"]
    assert listed
    for one in listed:
        assert one["verdict"] == "review"
        assert "if it is meant: prohibited" in one["readings"]
        assert "not equal" in one["caveats"][0]


def test_the_rule_its_day_and_its_citation_stand_below_the_hit(screen: Ostraka) -> None:
    """A person must be able to look it up."""
    text = screen("SenseTime Group Limited", *US_BUYS, "--as-of", "2022-03-01").stdout
    for words in ("prohibited unless licensed", "cmic.trade", "from 2022-02-08", "E.O. 14032"):
        assert words in text


def test_what_nobody_read_at_its_source_is_tagged(screen: Ostraka) -> None:
    """The 365th day of E.O. 14032 is such a point."""
    asked = ("--actor", "us_person", "--activity", "securities_divest", "--as-of", "2022-12-10")
    text = screen("SenseTime Group Limited", *asked).stdout
    assert "unverified  citation: that the 365th day" in text


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--actor", "us_person"), "securities_divest"),
        (("--activity", "pay"), "us_owned_foreign_entity"),
        (("--actor", "somebody", "--activity", "pay"), "foreign_bank"),
        (("--actor", "us_person", "--activity", "steal"), "correspondent_account"),
    ],
)
def test_half_a_question_or_an_unknown_word_is_refused_with_the_words_there_are(
    screen: Ostraka, words: tuple[str, ...], named: str
) -> None:
    """Wrong usage ends with 2."""
    done = screen("SenseTime", *words)
    assert done.exit_code == 2
    assert named in done.stderr.replace("\n", "")


def _screen_table(screen: Ostraka, tmp_path: Path, *words: str, out: str = "out.csv") -> Path:
    table = tmp_path / "in.csv"
    table.write_text("name\nSenseTime Group Limited\nVida Orlak\n")
    done = screen("--file", str(table), "--out", str(tmp_path / out), *words)
    assert done.exit_code == 0, done.stderr
    return tmp_path / out


def test_a_table_has_the_columns_of_the_contract_until_more_is_asked(
    screen: Ostraka, tmp_path: Path
) -> None:
    """Programs that read the table know its columns by number."""
    with _screen_table(screen, tmp_path).open() as rows:
        assert next(csv.reader(rows)) == CONTRACT.split()


def test_a_table_that_was_asked_says_verdict_rule_and_last_day_to_sell(
    screen: Ostraka, tmp_path: Path
) -> None:
    """The further columns stand behind those of the contract."""
    out = _screen_table(screen, tmp_path, *US_BUYS, "--as-of", "2022-03-01")
    with out.open() as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == [*CONTRACT.split(), *ADDED.split()]
    (row,) = [row for row in rows if row["verdict"] == "prohibited"]
    assert (row["from"], row["sell_by"]) == ("2022-02-08", "2022-12-09")
    assert "cmic.trade" in row["rule"]
    assert "holding: none_found" in row["position"]


def test_every_shape_of_table_has_them(screen: Ostraka, tmp_path: Path) -> None:
    """Parquet and workbooks are made at the end, from lines."""
    out = _screen_table(screen, tmp_path, *US_BUYS, "--as-of", "2022-03-01", out="out.parquet")
    table = pq.read_table(out)
    assert table.column_names == [*CONTRACT.split(), *ADDED.split()]
    assert "2022-02-08" in {str(day) for day in table["from"].to_pylist()}
