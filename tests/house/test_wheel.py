"""The wheel starts, and answers, where nothing of the development is installed."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from house.source_tree import CHECKOUT
from wheel_environment import Installed

pytestmark = pytest.mark.slow


def _ostraka(installed: Installed, home: Path, *arguments: str) -> str:
    done = installed.run("ostraka", *arguments, home=home)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_says_its_version(installed: Installed, tmp_path: Path) -> None:
    """The least that an installed command can do."""
    assert _ostraka(installed, tmp_path, "--version") == "ostraka 0.1.0\n"


def test_it_names_the_lists_it_can_read(installed: Installed, tmp_path: Path) -> None:
    """The definitions of the lists are in the wheel; none is held in an empty home."""
    sources = json.loads(_ostraka(installed, tmp_path, "sources", "--json"))["sources"]
    assert {source["key"] for source in sources} >= {"us_ofac_sdn", "un_sc", "custom", "demo"}
    assert {source["parties"] for source in sources} == {None}


def test_the_demo_runs_to_its_end(installed: Installed, tmp_path: Path) -> None:
    """The first thing a newcomer tries, without a terminal."""
    page = _ostraka(installed, tmp_path, "demo")
    assert "Chen Quanguo" in page or "CHEN" in page


def test_a_bundled_party_is_found_by_name(installed: Installed, tmp_path: Path) -> None:
    """From an empty home to an answer with its reasons, in two commands."""
    _ostraka(installed, tmp_path, "import", "demo")
    answer = json.loads(
        _ostraka(installed, tmp_path, "screen", "Shohrat Zakir", "--source", "demo", "--json")
    )
    (hit, *_) = answer["results"][0]["hits"]
    assert hit["source"] == "demo"
    assert hit["reasons"]
    assert hit["score"] == pytest.approx(sum(r["weight"] for r in hit["reasons"]), abs=1e-4)


def test_nothing_is_written_outside_the_home(installed: Installed, tmp_path: Path) -> None:
    """One folder holds everything, and it is the one that was named."""
    kept = tmp_path / "kept"
    _ostraka(installed, tmp_path, "--home", str(kept), "import", "demo")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_development_packages_are_not_needed(installed: Installed, tmp_path: Path) -> None:
    """Neither the tools nor the heavy libraries are in the environment the tests above use."""
    listed = installed.run(
        str(installed.python), "-m", "pip", "list", "--format", "json", home=tmp_path
    )
    names = {entry["name"].lower() for entry in json.loads(listed.stdout)}
    assert names & {"pytest", "numpy", "pandas", "polars", "nanobind", "rigour", "pyicu"} == set()


def test_every_data_file_is_in_the_wheel(installed: Installed) -> None:
    """A table that is missing is found by a user, on the day that needs it."""
    tracked = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "--", "src/ostraka"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    data = {name.removeprefix("src/") for name in tracked if "/kernel/" not in name}
    with zipfile.ZipFile(installed.wheel) as wheel:
        packed = set(wheel.namelist())
    assert data - packed == set()
    assert "ostraka/py.typed" in packed
    assert not [name for name in packed if name.endswith((".cpp", ".hpp", ".pyc"))]


def test_the_wheel_holds_the_compiled_kernel(installed: Installed) -> None:
    """One shared library, in its room."""
    with zipfile.ZipFile(installed.wheel) as wheel:
        built = [name for name in wheel.namelist() if name.endswith(".so")]
    (kernel,) = built
    assert kernel.startswith("ostraka/matching/_kernel.")


def test_the_licence_goes_with_it(installed: Installed) -> None:
    """Apache-2.0 section 4 (a) asks for a copy."""
    with zipfile.ZipFile(installed.wheel) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith("licenses/LICENSE")]
        assert wheel.read(name).decode() == (CHECKOUT / "LICENSE").read_text("utf-8")
