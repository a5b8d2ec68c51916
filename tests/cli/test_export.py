"""Lists are handed on from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from cli.un_samples import make_un_file


def test_an_export_says_what_it_wrote_and_on_what_terms(ostraka: Ostraka, tmp_path: Path) -> None:
    """The licence of each list goes with it."""
    ostraka("import", "un_sc", str(make_un_file(tmp_path / "un.xml", "2020-01-02", "101 102")))
    out = tmp_path / "un.ftm.json"
    result = ostraka("export", "--format", "ftm", "--source", "un_sc", str(out))
    assert result.exit_code == 0, result.stderr
    entities = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {e["id"] for e in entities if e["schema"] != "Sanction"} == {"unsc-101", "unsc-102"}
    assert "No open licence is stated" in result.stderr
    assert result.stderr.splitlines()[-1] == f"{out}: 2 parties, 4 ftm records."


def test_an_export_as_of_a_day_is_of_what_was_published_by_then(
    ostraka: Ostraka, tmp_path: Path
) -> None:
    """A list of later days is not what was said on that day."""
    for day, keys in (("2020-01-02", "101 102"), ("2021-01-02", "101 102 103")):
        ostraka("import", "un_sc", str(make_un_file(tmp_path / f"{day}.xml", day, keys)))
    out = tmp_path / "un.csv"
    ostraka("export", "--format", "csv", "--as-of", "2020-06-01", str(out))
    assert len(out.read_text("utf-8").splitlines()) == 1 + 2
    assert ostraka("export", "--format", "csv", "--as-of", "2019-06-01", str(out)).exit_code == 2
    assert len(out.read_text("utf-8").splitlines()) == 1 + 2


@pytest.mark.parametrize("arguments", [("--format", "xml", "x"), ("x",), ("--format", "csv")])
def test_a_wrong_usage_is_told(ostraka: Ostraka, arguments: tuple[str, ...]) -> None:
    """A format that does not exist, or a file or format not named."""
    assert ostraka("export", *arguments).exit_code == 2


def test_without_a_list_nothing_is_written(ostraka: Ostraka, tmp_path: Path) -> None:
    """And the reason is told."""
    result = ostraka("export", "--format", "csv", str(tmp_path / "x.csv"))
    assert result.exit_code == 1
    assert "no list is held" in result.stderr
    assert not (tmp_path / "x.csv").exists()
