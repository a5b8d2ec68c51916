"""What the lists said on 9 and on 10 December 2021, from OFAC's own files of the two days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from ostraka.cli.main import app

pytestmark = [pytest.mark.shared, pytest.mark.slow]
SDN = "us_ofac_sdn"
BEFORE, AFTER = "2021-12-09", "2021-12-10"


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both days, imported from the files as they were published."""
    folder = tmp_path_factory.mktemp("event")
    for day in (BEFORE, AFTER):
        files = shared / "lists" / "us_ofac" / f"sdn-{day}" / "sdn.csv"
        done = ostraka(folder, "import", SDN, str(files), "--published", day)
        assert done.exit_code == 0, done.stderr
    return folder


def ostraka(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--home", str(home)])


def read(home: Path, *arguments: str) -> Any:  # noqa: ANN401 - a JSON document
    done = ostraka(home, *arguments, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_twenty_five_parties_came_and_none_went(home: Path) -> None:
    difference = read(home, "diff", SDN, BEFORE, AFTER)
    added, removed = difference["added"], difference["removed"]
    assert (len(added), removed) == (25, [])
    assert f"{SDN}:34079" in {party["party"] for party in added}


@pytest.mark.parametrize(("day", "found"), [(BEFORE, set()), (AFTER, {f"{SDN}:34079"})])
def test_shohrat_zakir_is_found_from_the_day_he_was_listed(
    home: Path, day: str, found: set[str]
) -> None:
    """And the answer says which snapshot it rests on; it is none that was read back."""
    answer = read(home, "screen", "Shohrat Zakir", "--as-of", day)
    (result,) = answer["results"]
    assert {hit["party"] for hit in result["hits"]} == found
    snapshot = answer["engine"]["snapshots"][SDN]
    assert (snapshot["published"], snapshot["reconstructed"]) == (day, False)


def test_the_second_day_is_stored_as_a_difference(home: Path) -> None:
    """Twenty-five parties of nine thousand."""
    folder = home / "snapshots" / SDN
    sizes = {p.parent.name[:10]: p.stat().st_size for p in folder.rglob("parties.parquet")}
    assert sizes[AFTER] < sizes[BEFORE] / 10


def test_what_history_shows_is_no_date_of_listing(home: Path) -> None:
    """The CSV states none: first seen and last absent are told instead."""
    entry = read(home, "show", f"{SDN}:34079")
    (listing,) = entry["listings"]
    assert (listing["listed_on"], listing["first_seen"], listing["last_absent"]) == (
        None,
        AFTER,
        BEFORE,
    )
