"""The package as a user gets it: its wheel, installed beside nothing but what it needs to run."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Installed:
    """A wheel and the environment that it was installed into."""

    wheel: Path
    environment: Path

    @property
    def python(self) -> Path:
        """The Python of the environment."""
        return self.environment / "bin" / "python"

    def make_variables(self, home: Path) -> dict[str, str]:
        """What a process of a newcomer sees: an empty home, no terminal, nothing of ours."""
        return {
            "PATH": f"{self.environment / 'bin'}:{os.defpath}",
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "TERM": "dumb",
            "COLUMNS": "100",
        }

    def run(self, *command: str, home: Path) -> subprocess.CompletedProcess[str]:
        """Runs a command of the environment in the folder `home`, and waits for its end."""
        return _run(command, home, self.make_variables(home))


def install_wheel_once(checkout: Path, folder: Path) -> Installed:
    """Builds and installs the wheel in `folder`; who comes second finds it there."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        environment = folder / "environment"
        if not (folder / "done").exists():
            _build_wheel(checkout, folder / "dist")
            _make_environment(checkout, environment, _find_wheel(folder / "dist"))
            (folder / "done").touch()
        return Installed(_find_wheel(folder / "dist"), environment)


def _find_wheel(folder: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    return wheel


def _build_wheel(checkout: Path, out: Path) -> None:
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(checkout))
    _must_run((sys.executable, *build), checkout)


def _make_environment(checkout: Path, environment: Path, wheel: Path) -> None:
    pip = (str(environment / "bin" / "python"), "-m", "pip", "--quiet", "install")
    _must_run((sys.executable, "-m", "venv", str(environment)), checkout)
    _must_run((*pip, "--require-hashes", "-r", str(checkout / "constraints.txt")), checkout)
    _must_run((*pip, "--no-deps", str(wheel)), checkout)


def _must_run(command: Sequence[str], folder: Path) -> None:
    # The environment of the tests must not reach into the one that is built.
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = _run(command, folder, variables)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"


def _run(
    command: Sequence[str], folder: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
