"""The house has the rooms it says it has, and its doors can be found."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest

from house.source_tree import CHECKOUT, PACKAGE

CONTRACT_TARGETS = {"demo", "test", "check", "bench", "bench-quick", "docs", "clean", "help"}


def _rooms() -> set[str]:
    return {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def _facades() -> set[str]:
    """Modules that stand beside the rooms and are imported by name, as `ostraka.spark`."""
    return {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}


def test_every_room_and_facade_has_its_floor() -> None:
    """What the layers do not name could import whatever it likes."""
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    named = {room.strip() for floor in contract["layers"] for room in floor.split("|")}
    assert contract["exhaustive"] is True
    assert named == _rooms() | _facades()


def test_tests_mirror_the_rooms() -> None:
    """Who changes a room finds its tests under the same name."""
    folders = {path.name for path in (CHECKOUT / "tests").iterdir() if path.is_dir()}
    missing = _rooms() - folders
    assert missing == set()


def test_the_makefile_has_every_promised_target() -> None:
    """The contract's targets and those that the documents name."""
    targets = set(
        re.findall(r"^([a-z-]+):", (CHECKOUT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    assert targets >= CONTRACT_TARGETS


def test_every_target_shown_by_help_can_be_planned() -> None:
    """`make -n` fails where a target depends on a file that is not there."""
    for target in sorted(CONTRACT_TARGETS):
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=CHECKOUT, capture_output=True, text=True, check=False
        )
        assert (target, done.returncode, done.stderr) == (target, 0, "")


def test_continuous_integration_is_one_script_that_parses() -> None:
    """`.ci/run` is what anybody runs; a syntax error in it would show nowhere else."""
    script = CHECKOUT / ".ci" / "run"
    done = subprocess.run(["bash", "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert script.stat().st_mode & 0o100


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs/DESIGN.md"]
)
def test_what_a_newcomer_looks_for_is_there(name: str) -> None:
    """Present and not a placeholder."""
    assert len((CHECKOUT / name).read_text("utf-8")) > 500
