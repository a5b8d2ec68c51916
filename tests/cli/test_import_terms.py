"""A list that is not for commercial use says so, and keeps what the user confirms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from ostraka.snapshots import Store

ENTITY = {
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
    assert lines[0].startswith("Licence: CC BY-NC 4.0")
    assert "--commercial" in lines[1]
    assert lines[2].startswith("Reading ")


def test_a_confirmation_is_kept_with_the_snapshot(
    ostraka: Ostraka, dataset: str, tmp_path: Path
) -> None:
    """In the words of the user."""
    result = ostraka("import", "opensanctions", dataset, *DAY, "--commercial", "Licence OS-7")
    assert result.exit_code == 0, result.stderr
    store = Store(tmp_path / "home")
    snapshot = store.current("opensanctions")
    assert snapshot
    kept = store.get_manifest(snapshot).warnings
    assert "commercial use confirmed by the user: Licence OS-7" in kept


@pytest.mark.parametrize(("source", "text"), [("opensanctions", " "), ("un_sc", "Licence")])
def test_a_confirmation_without_a_meaning_is_refused(
    ostraka: Ostraka, dataset: str, source: str, text: str
) -> None:
    """An empty one, or one for a list that asks for none."""
    assert ostraka("import", source, dataset, "--commercial", text).exit_code == 2


def test_the_list_is_screened_only_where_it_is_named(ostraka: Ostraka, dataset: str) -> None:
    """Politically exposed persons come with it."""
    ostraka("import", "opensanctions", dataset, *DAY)
    assert ostraka("screen", "Zeta Zorvan", "--json").exit_code == 1
    named = ostraka("screen", "Zeta Zorvan", "--source", "opensanctions", "--json")
    (hit,) = json.loads(named.stdout)["results"][0]["hits"]
    assert hit["party"] == "opensanctions:NK-1"
    shown = ostraka("show", "opensanctions:NK-1", "--json")
    assert "QUUX" not in shown.stdout
