"""Nothing in the repository belongs to one machine, and nothing in it is large."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from house.source_tree import CHECKOUT

BYTES_MAX = 1_000_000
# Put together here, so that this file does not hold what it looks for.
MACHINE_PATTERNS = ("/wo" + "rk/", "sim" + "ple/")


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    paths = [CHECKOUT / name for name in done.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _machine_words() -> set[str]:
    """Hosts and folders that pip is configured with here, and the folder of the checkout."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    addresses = re.findall(r"(?:https?|file)://([^\s'\"]+)", done.stdout)
    hosts = {re.split(r"[/:@]", address.lstrip("/"))[0] for address in addresses}
    folders = {"/" + address.strip("/") for address in addresses if address.startswith("/")}
    return {word for word in hosts if "." in word} | folders | {f"{CHECKOUT}/"}


def test_no_file_names_a_path_or_registry_of_this_machine(tracked: list[Path]) -> None:
    """What works only here does not work for the next person."""
    words = [*MACHINE_PATTERNS, *sorted(_machine_words())]
    found = [
        f"{path.relative_to(CHECKOUT)}: {word}"
        for path in tracked
        for word in words
        if word.encode() in path.read_bytes()
    ]
    assert found == []


def test_no_file_is_large(tracked: list[Path]) -> None:
    """Lists are imported by their users; none of them is part of the repository."""
    sizes = {str(path.relative_to(CHECKOUT)): path.stat().st_size for path in tracked}
    assert {name: size for name, size in sizes.items() if size > BYTES_MAX} == {}


def test_nothing_built_is_tracked(tracked: list[Path]) -> None:
    """Compiled files come from the sources, on every machine its own."""
    built = {".so", ".pyc", ".whl", ".o", ".a"}
    assert [path.name for path in tracked if path.suffix in built] == []
