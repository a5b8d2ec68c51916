"""A list that is not for commercial use says so when it is brought in, and what was confirmed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import NON_COMMERCIAL, Ostraka
from ostraka.snapshots import Store
from sources.list_samples import make_un_record, make_un_xml

ENTITY: dict[str, Any] = {
    "id": "NK-1",
    "schema": "Person",
    "target": True,
    "properties": {"name": ["Zeta Zorvan"], "topics": ["sanction"], "religion": ["QUUX"]},
}
DAY = ("--published", "2026-11-20")


@pytest.fixture
def dataset(tmp_path: Path) -> str:
    """A dataset of one invented target."""
    path = tmp_path / "entities.ftm.json"
    path.write_text(json.dumps(ENTITY) + "\n", encoding="utf-8")
    return str(path)


def test_the_licence_is_told_before_the_list_is_read(ostraka: Ostraka, dataset: str) -> None:
    """On standard error, with how to confirm other use."""
    result = ostraka("import", "opensanctions", dataset, *DAY)
    assert result.exit_code == 0, result.stderr
    lines = result.stderr.splitlines()
    assert lines[0].startswith("Licence of opensanctions: CC BY-NC 4.0")
    assert "`ostraka confirm opensanctions --use non-commercial --by NAME`" in lines[1]
    assert lines[2].startswith("Reading ")


def test_a_confirmation_is_kept_with_the_snapshot(
    ostraka: Ostraka, dataset: str, tmp_path: Path
) -> None:
    """In the words of the user."""
    confirmed = ("confirm", "opensanctions", "--use", "commercial", "--by", "Ada Quill")
    assert ostraka(*confirmed, "--licence", "Licence OS-7").exit_code == 0
    result = ostraka("import", "opensanctions", dataset, *DAY)
    assert result.exit_code == 0, result.stderr
    store = Store(tmp_path / "home")
    snapshot = store.current("opensanctions")
    assert snapshot
    kept = store.get_manifest(snapshot).warnings
    assert "commercial use confirmed by the user: Licence OS-7" in kept
    told = r"commercial use, confirmed by Ada Quill on [\d-]+, under Licence OS-7\."
    assert re.search(told, result.stderr)


def test_the_list_is_screened_only_where_it_is_named(ostraka: Ostraka, dataset: str) -> None:
    """Not with the lists that are screened by default; and nothing of a religion is kept."""
    ostraka(*NON_COMMERCIAL)
    ostraka("import", "opensanctions", dataset, *DAY)
    assert ostraka("screen", "Zeta Zorvan", "--json").exit_code == 1
    named = ostraka("screen", "Zeta Zorvan", "--source", "opensanctions", "--json")
    (hit,) = json.loads(named.stdout)["results"][0]["hits"]
    assert hit["party"] == "opensanctions:NK-1"
    shown = ostraka("show", "opensanctions:NK-1", "--json")
    assert "QUUX" not in shown.stdout


PEP: dict[str, Any] = {
    "id": "Q1",
    "schema": "Person",
    "target": True,
    "properties": {"name": ["Anselm Quorvid"], "topics": ["role.pep"]},
}
OFFICE = {
    "id": "occ-1",
    "schema": "Occupancy",
    "properties": {
        "holder": ["Q1"],
        "post": ["pos-1"],
        "startDate": ["2011-02-03"],
        "endDate": ["2015-06"],
    },
}
POST = {"id": "pos-1", "schema": "Position", "properties": {"name": ["Minister of Tides"]}}


def test_politically_exposed_persons_are_off_until_they_are_asked_for(
    ostraka: Ostraka, tmp_path: Path
) -> None:
    """Naming the list is not enough; with --peps one is a status with the days of the office."""
    path = tmp_path / "peps.ftm.json"
    lines = (json.dumps(entity) + "\n" for entity in (ENTITY, PEP, OFFICE, POST))
    path.write_text("".join(lines), encoding="utf-8")
    ostraka(*NON_COMMERCIAL)
    assert ostraka("import", "opensanctions", str(path), *DAY).exit_code == 0
    screen = ("screen", "Anselm Quorvid", "--source", "opensanctions")
    assert json.loads(ostraka(*screen, "--json").stdout)["results"][0]["hits"] == []
    assert "Politically exposed persons were not looked at" in ostraka(*screen).stdout
    asked = json.loads(ostraka(*screen, "--peps", "--json").stdout)
    assert asked["engine"]["peps"] is True
    (hit,) = asked["results"][0]["hits"]
    assert (hit["class"], hit["listings"][0]["programme"]) == ("status", "role.pep")
    shown = ostraka("show", "opensanctions:Q1").stdout
    assert "Minister of Tides from 2011-02-03 until 2015-06" in shown


def test_a_sanctioned_person_in_an_office_is_found_without_asking(
    ostraka: Ostraka, tmp_path: Path
) -> None:
    """The switch hides nobody whom any list restricts or warns of."""
    path = tmp_path / "both.ftm.json"
    both = {**PEP, "properties": {**PEP["properties"], "topics": ["role.pep", "sanction"]}}
    path.write_text(json.dumps(both) + "\n", encoding="utf-8")
    ostraka(*NON_COMMERCIAL)
    ostraka("import", "opensanctions", str(path), *DAY)
    found = ostraka("screen", "Anselm Quorvid", "--source", "opensanctions", "--json")
    assert len(json.loads(found.stdout)["results"][0]["hits"]) == 1


def test_a_licence_that_asks_to_be_named_is_told_before_the_first_use(
    ostraka: Ostraka, tmp_path: Path
) -> None:
    """And no more once a snapshot is held."""
    path = tmp_path / "consolidated.xml"
    path.write_bytes(make_un_xml(make_un_record("INDIVIDUAL")).data)
    first = ostraka("import", "un_sc", str(path), "--force", "--reason", "test")
    assert first.stderr.startswith("Licence of un_sc: No open licence is stated")
    again = ostraka("import", "un_sc", str(path))
    assert "Licence" not in again.stderr
