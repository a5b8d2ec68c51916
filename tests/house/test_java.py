"""`.ci/run` ends with a Java that the pinned PySpark runs on, or says that there is none."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from house.source_tree import CHECKOUT

SCRIPT = CHECKOUT / ".ci" / "java.sh"
VERSIONS = {
    "8": 'java version "1.8.0_402"',
    "11": 'openjdk version "11.0.22" 2024-01-16',
    "17": 'openjdk version "17.0.15" 2025-04-15',
    "21": 'openjdk version "21.0.7" 2025-04-15 LTS',
    "25": 'openjdk version "25" 2025-09-16',
}


def _install(folder: Path, *versions: str) -> list[str]:
    """Homes of Javas that do nothing but say who they are, as theirs do on standard error."""
    homes = []
    for version in versions:
        java = folder / f"java-{version}" / "bin" / "java"
        java.parent.mkdir(parents=True)
        java.write_text(f"#!/bin/sh\necho '{VERSIONS[version]}' >&2\n")
        java.chmod(0o755)
        homes.append(str(java.parents[1]))
    return homes


def _run(command: str, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"source '{SCRIPT}'; {command}"],
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("installed", "chosen"),
    [("11 17", "17"), ("8 21 25", "21"), ("17 21", "17"), ("25 21", "21")],
)
def test_the_first_java_that_runs_spark_is_chosen(
    tmp_path: Path, installed: str, chosen: str
) -> None:
    """An older one, or one too new, that `java` may be called by does not stand in its way."""
    homes = _install(tmp_path, *installed.split())
    environment = {"PATH": f"{homes[0]}/bin:/usr/bin:/bin", "java_homes": str(tmp_path)}
    found = _run("choose_java", environment)
    assert (found.returncode, found.stdout) == (0, f"{tmp_path}/java-{chosen}\n")


def test_the_java_that_is_set_goes_first(tmp_path: Path) -> None:
    """Whoever sets JAVA_HOME means it."""
    _, newer = _install(tmp_path, "17", "21")
    environment = {"PATH": "/usr/bin:/bin", "java_homes": str(tmp_path), "JAVA_HOME": newer}
    assert _run("choose_java", environment).stdout == f"{newer}\n"


def test_no_java_is_chosen_where_none_runs_spark(tmp_path: Path) -> None:
    """The caller installs one then; a home without a Java in it is no Java."""
    homes = [*_install(tmp_path, "8", "11", "25"), str(tmp_path), ""]
    found = _run("find_java " + " ".join(f"'{home}'" for home in homes), {"PATH": "/usr/bin:/bin"})
    assert (found.returncode, found.stdout) == (1, "")


@pytest.mark.parametrize(
    ("had", "chosen"), [("17", "openjdk-17-jre-headless\n"), ("21", "openjdk-21-jre-headless\n")]
)
def test_the_package_is_one_that_this_debian_has(tmp_path: Path, had: str, chosen: str) -> None:
    """Bookworm has 17, trixie 21."""
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\n[ "$4" = openjdk-{had}-jre-headless ]\n')
    apt.chmod(0o755)
    found = _run("choose_java_package", {"PATH": f"{tmp_path}:/usr/bin:/bin"})
    assert (found.returncode, found.stdout) == (0, chosen)


def test_a_debian_without_any_is_told_what_to_do(tmp_path: Path) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n")
    apt.chmod(0o755)
    found = _run("choose_java_package", {"PATH": f"{tmp_path}:/usr/bin:/bin"})
    assert (found.returncode, found.stdout) == (1, "")
    assert "JAVA_HOME" in found.stderr
