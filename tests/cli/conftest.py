"""A terminal to type into, with a home of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ostraka.cli.main import app

Ostraka = Callable[..., Result]
NON_COMMERCIAL = (
    *("confirm", "opensanctions", "--use", "non-commercial"),
    *("--by", "Ada Quill"),
)
"""What has to be said in a home before anything of OpenSanctions is used there."""


@pytest.fixture
def ostraka(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ostraka:
    """Runs `ostraka` with the arguments; standard output and standard error stay apart."""
    monkeypatch.setenv("OSTRAKA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, list(arguments))

    return run
