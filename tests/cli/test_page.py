"""`ostraka show` and `ostraka notice`: one page per party, also of who left its list."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Ostraka
from cli.un_samples import make_un_file

LEFT = "un_sc:102"


@pytest.fixture
def held(ostraka: Ostraka, tmp_path: Path) -> Ostraka:
    """Three days of a list: 102 is there on the first two."""
    for day, keys in (
        ("2020-01-02", "101 102"),
        ("2020-02-02", "101 102 103"),
        ("2020-03-02", "101 103"),
    ):
        file = make_un_file(tmp_path / f"{day}.xml", day, keys)
        done = ostraka("import", "un_sc", str(file), "--force", "--reason", "a small sample")
        assert done.exit_code == 0, done.stderr
    return ostraka


def read(ostraka: Ostraka, *arguments: str) -> Any:  # noqa: ANN401 - a JSON document
    done = ostraka(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_who_left_the_list_is_absent_since_with_both_snapshots(held: Ostraka) -> None:
    page = read(held, "show", LEFT)
    snapshots = {s["published"]: s["id"] for s in read(held, "snapshots", "un_sc")["snapshots"]}
    [former] = page["former_listings"]
    assert page["on_list"] is False
    assert page["snapshot"]["published"] == former["last_seen"] == "2020-02-02"
    assert (former["absent_since"], former["ended_on"]) == ("2020-03-02", None)
    assert former["last_seen_in"]["id"] == snapshots["2020-02-02"]
    assert former["absent_from"]["id"] == snapshots["2020-03-02"]
    text = held("show", LEFT).stdout
    assert "Not on the list since the snapshot published 2020-03-02" in text
    assert "no notice of the authority is recorded" in text


def test_the_page_of_a_day_on_which_it_was_listed_says_so(held: Ostraka) -> None:
    page = read(held, "show", LEFT, "--as-of", "2020-02-15")
    assert (page["on_list"], page["former_listings"]) == (True, [])


def test_the_notice_of_the_authority_ends_the_listing(held: Ostraka) -> None:
    """The day is the authority's; what was seen stays beside it."""
    told = held("notice", LEFT, "--on", "2020-02-20", "--citation", "SC/14711")
    assert told.exit_code == 0, told.stderr
    assert "ended on 2020-02-20: SC/14711" in told.stdout
    [former] = read(held, "show", LEFT)["former_listings"]
    assert (former["ended_on"], former["absent_since"]) == ("2020-02-20", "2020-03-02")
    assert former["notice"]["citation"] == "SC/14711"
    assert "ended on 2020-02-20: SC/14711" in held("show", LEFT).stdout


def test_a_notice_of_a_party_that_still_stands_takes_nothing_off(held: Ostraka) -> None:
    """Its list counts; the notice is kept and shown."""
    told = held("notice", "un_sc:101", "--on", "2020-02-20", "--citation", "SC/14711")
    assert "still holds the party" in told.stderr
    page = read(held, "show", "un_sc:101")
    assert (page["on_list"], len(page["notices"])) == (True, 1)
    assert "Notices of removal, of listings that still stand" in held("show", "un_sc:101").stdout
    hits = read(held, "screen", "Oruk Vandale")["results"][0]["hits"]
    assert [hit["party"] for hit in hits] == ["un_sc:101"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("un_sc:999", "--on", "2020-02-20", "--citation", "x"), 1),
        ((LEFT, "--on", "2020-02-20", "--citation", " "), 2),
        ((LEFT, "--on", "2999-01-01", "--citation", "x"), 2),
    ],
)
def test_a_notice_that_cannot_be_right_is_refused(
    held: Ostraka, arguments: tuple[str, ...], code: int
) -> None:
    assert held("notice", *arguments).exit_code == code


def test_a_day_before_every_snapshot_is_read_back(held: Ostraka) -> None:
    """By the dates of the list, and marked; who was listed later is not shown."""
    page = read(held, "show", "un_sc:101", "--as-of", "2016-12-01")
    assert (page["reconstructed"], page["review"]) == (True, None)
    assert "read back by its own dates" in held("show", "un_sc:101", "--as-of", "2016-12-01").stdout
    refused = held("show", "un_sc:101", "--as-of", "2016-11-29")
    assert refused.exit_code == 1
    assert "listed later" in refused.stderr


def test_without_a_date_of_listing_the_answer_is_review(ostraka: Ostraka, tmp_path: Path) -> None:
    """Before it was first seen, with no stated date: open, and not nothing."""
    file = tmp_path / "own.csv"
    file.write_text("id,name\n1,Numa Quell\n")
    assert ostraka("import", "custom", str(file), "--published", "2020-01-02").exit_code == 0
    page = read(ostraka, "show", "custom:1", "--as-of", "2019-01-01")
    assert page["reconstructed"] is True
    assert "is open" in page["review"]
    [hit] = read(ostraka, "screen", "Numa Quell", "--as-of", "2019-01-01")["results"][0]["hits"]
    assert "is open" in hit["review"]


def test_what_was_known_is_asked_apart_from_what_was_in_force(held: Ostraka) -> None:
    """Everything came in today: yesterday nothing was known of any day."""
    today = datetime.now(UTC).date()
    yesterday = (today - timedelta(days=1)).isoformat()
    asked = ("screen", "Mira Quellhorst", "--as-of", "2020-02-15")
    answer = read(held, *asked, "--known-on", today.isoformat())
    assert [hit["party"] for hit in answer["results"][0]["hits"]] == [LEFT]
    assert answer["engine"]["known_on"] == today.isoformat()
    assert read(held, *asked)["engine"]["known_on"] is None
    refused = held(*asked, "--known-on", yesterday)
    assert refused.exit_code == 1
    assert "no list is held" in refused.stderr
    assert held("show", LEFT, "--known-on", yesterday).exit_code == 1
    assert "what was imported later" in held(*asked, "--known-on", today.isoformat()).stdout


def test_a_reason_for_force_is_shown(held: Ostraka) -> None:
    rows = read(held, "snapshots", "un_sc")["snapshots"]
    assert {row["forced"] for row in rows} == {"a small sample"}
    assert "a small sample" in held("snapshots", "un_sc").stdout
    assert "a small sample" in held("doctor").stdout
