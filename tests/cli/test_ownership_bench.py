"""The labelled graphs, asked at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Ostraka
from ownership.bench_cases import Case, get_expected, load_cases, write_tables
from ownership.structures import DAY


@pytest.mark.shared
def test_every_labelled_case_comes_out_at_the_command_line(
    shared: Path, tmp_path: Path, ostraka: Ostraka
) -> None:
    """Ranges, bands, nominees, boards, votes, joint holdings and countries have their columns."""
    cases = load_cases(shared)
    asked = {case["id"]: _ask(case, tmp_path, ostraka) for case in cases}
    assert asked == {case["id"]: get_expected(case) for case in cases}


def _ask(case: Case, folder: Path, ostraka: Ostraka) -> dict[str, str]:
    stakes, listed = write_tables(case, folder)
    regimes = [part for word in get_expected(case) for part in ("--regime", word)]
    done = ostraka(
        "ownership", str(stakes), "--listed", str(listed), "--party", case["target"],
        "--on", case.get("as_of", DAY.isoformat()), *regimes, "--json",
    )  # fmt: skip
    assert done.exit_code == 0, (case["id"], done.stderr)
    return {entry["regime"]: entry["caught"] for entry in json.loads(done.stdout)["parties"]}
