"""Every real file of a list beside the checkout: a test a file, by the committed measurements."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ostraka.snapshots import Store
from ostraka.sources.programme_map import get_programme
from ostraka.sources.registry import get_source
from sources.real_files import DERIVED, OFFICIAL, REFUSED, Reading, read_real_file

MEASURED = Path(__file__).parents[2] / "docs" / "measured" / "real_files.csv"


def load_measured() -> list[dict[str, str]]:
    """The committed rows, without the lines of their head."""
    lines = [x for x in MEASURED.read_text("utf-8").splitlines() if not x.startswith("#")]
    return list(csv.DictReader(lines))


ROWS = load_measured()
UNKNOWN_PROGRAMMES = {"PAIPA"}  # a tag of 2026 whose act was not known when the table was written
every_file = pytest.mark.parametrize("row", ROWS, ids=[row["path"] for row in ROWS])


def load(shared: Path, row: dict[str, str]) -> Reading:
    return read_real_file(shared / "lists", row["path"], row["source"])


@every_file
def test_a_file_is_read_as_it_was_measured(shared: Path, row: dict[str, str]) -> None:
    """Records and parties, distinct, each with a name, a listing, and a programme that is told."""
    reading = load(shared, row)
    found = (reading.how, str(reading.records), str(reading.parties))
    assert found == (row["how"], row["records"], row["parties"])
    if reading.parsed:
        parties = reading.parsed.parties
        assert len({party.id for party in parties}) == len(parties)
        listings = [listing for party in parties for listing in party.listings]
        assert all(listing.authority for listing in listings)
        if row["source"] != "opensanctions":  # its simple table states no programme of most
            assert all(get_programme(listing).title for listing in listings)
            unknown = {x.programme for x in listings if not get_programme(x).legal_basis}
            assert unknown <= UNKNOWN_PROGRAMMES


@every_file
def test_a_difference_is_explained(row: dict[str, str]) -> None:
    """Records are those the manifest counts, parties are records, or the page says why not."""
    same = row["entries"] in ("", row["records"]) and row["records"] == row["parties"]
    assert same or row["why"]
    assert row["how"] != REFUSED or row["why"]


def test_no_file_of_a_list_is_left_out(shared: Path) -> None:
    """The rows are those of the manifest that name a source, with its counts."""
    with (shared / "lists" / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        listed = {r["path"]: (r["key"], r["entries"]) for r in csv.DictReader(file) if r["key"]}
    assert {row["path"]: (row["source"], row["entries"]) for row in ROWS} == listed


def test_a_partial_file_that_is_old_enough_is_taken_with_a_warning(
    shared: Path, tmp_path: Path
) -> None:
    """The European excerpt, a third of a list of 2022: its size cannot be judged, which is said."""
    path = "eu_fsf/consolidated-excerpt-2022-03-18/xmlFullSanctionsList_1_1.xml"
    parsed = read_real_file(shared / "lists", path, "eu_fsf").parsed
    assert parsed
    now = datetime(2026, 11, 29, tzinfo=UTC)
    publication = Store(tmp_path).publish(get_source("eu_fsf"), parsed, published=None, now=now)
    assert publication.published == date(2022, 3, 18)
    (warning,) = publication.warnings
    assert "its size could not be checked" in warning


def test_a_set_without_its_entries_is_refused_with_the_reason(shared: Path) -> None:
    """Aliases and addresses of parties that are not there."""
    reading = read_real_file(
        shared / "lists", "us_ofac/sdn-altadd-2026-06-02/alt.csv", "us_ofac_sdn"
    )
    assert reading.how == REFUSED
    assert "the file of the entries is missing" in reading.refusal


def test_extracts_are_read_in_tests_alone() -> None:
    """Their shape is one no user has."""
    derived = {row["path"] for row in ROWS if row["how"] == DERIVED}
    assert derived == {row["path"] for row in ROWS if row["path"].endswith(".json")} - {
        "opensanctions/ftm-sa-wiki-peps-2024-03-14/entities.ftm.json"
    }
    assert any(row["how"] == OFFICIAL for row in ROWS)
