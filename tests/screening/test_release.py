"""The version an answer names is the one that is installed."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from ostraka.screening.release import find_version


def test_the_version_is_that_of_the_metadata() -> None:
    """It is part of what an index is found by, so two ways to read it must agree."""
    assert find_version.__wrapped__() == version("ostraka")


def test_where_two_are_installed_the_metadata_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The remains of another version beside it are no reason to guess."""
    for name in ("ostraka-0.0.1.dist-info", "ostraka-0.0.2.dist-info"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "METADATA").write_text(f"Name: ostraka\nVersion: {name[8:13]}\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert find_version.__wrapped__() == version("ostraka")
