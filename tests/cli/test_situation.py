"""Where the home is."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest

from ostraka.cli.situation import find_home, read_situation


def test_a_home_that_is_given_counts_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option is nearer to the user than a variable; the option of the verb is nearest."""
    monkeypatch.setenv("OSTRAKA_HOME", str(tmp_path / "variable"))
    assert find_home(None, tmp_path / "option") == tmp_path / "option"
    assert find_home(tmp_path / "verb", tmp_path / "option") == tmp_path / "verb"


def test_the_environment_counts_before_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty variable is no folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("OSTRAKA_HOME", str(tmp_path / "variable"))
    assert find_home(None) == tmp_path / "variable"
    monkeypatch.setenv("OSTRAKA_HOME", "")
    assert find_home(None).name == "ostraka"


def test_a_relative_home_is_the_same_wherever_the_command_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made absolute when the command begins."""
    monkeypatch.chdir(tmp_path)
    assert find_home(Path("here")) == tmp_path / "here"


def test_the_moment_has_a_time_zone(tmp_path: Path) -> None:
    """The day of a screening must not depend on where it is run."""
    situation = read_situation(tmp_path)
    assert situation.now.tzinfo is UTC
    assert situation.today == situation.now.date()
