"""Dependencies are pinned by version and hash, and no registry is named."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house.source_tree import CHECKOUT

FILES = (
    "constraints.txt",
    "constraints-build.txt",
    "constraints-dev.txt",
    "constraints-bench.txt",
    "constraints-interchange.txt",
)
PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+) \\$", re.MULTILINE)
ADDRESS = re.compile(r"https?:|file:|index-url|find-links|trusted-host|@ ")
every_file = pytest.mark.parametrize("name", FILES)


def _read_pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((CHECKOUT / name).read_text("utf-8")))


def _requirements(*extras: str) -> list[Requirement]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][e] for e in extras)]
    return [Requirement(line) for lines in lists for line in lines]


@every_file
def test_no_address_of_a_registry_is_written(name: str) -> None:
    """Which registry answers is pip's own configuration."""
    assert ADDRESS.findall((CHECKOUT / name).read_text("utf-8")) == []


@every_file
def test_every_pin_carries_a_hash(name: str) -> None:
    """A pin whose line does not end in a continuation would have none."""
    lines = (CHECKOUT / name).read_text("utf-8").splitlines()
    pinned = [i for i, line in enumerate(lines) if line and line[0] not in " #"]
    assert pinned
    assert [lines[i] for i in pinned if not PIN.match(lines[i])] == []
    assert [lines[i] for i in pinned if "--hash=sha256:" not in lines[i + 1]] == []


@pytest.mark.parametrize("smaller", ["constraints.txt", "constraints-build.txt"])
@pytest.mark.parametrize(
    "larger", ["constraints-dev.txt", "constraints-bench.txt", "constraints-interchange.txt"]
)
def test_a_larger_set_agrees_with_the_smaller(smaller: str, larger: str) -> None:
    """What is tested is what runs."""
    assert _read_pins(smaller).items() <= _read_pins(larger).items()


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        ("constraints.txt", ()),
        ("constraints-dev.txt", ("build", "dev", "postgres")),
        ("constraints-bench.txt", ("build", "dev", "postgres", "bench")),
        ("constraints-interchange.txt", ("build", "dev", "postgres", "interchange")),
    ],
)
def test_every_requirement_is_pinned_within_its_bounds(name: str, extras: tuple[str, ...]) -> None:
    """A requirement added to pyproject.toml needs `make constraints`."""
    pins = {canonicalize_name(pin): version for pin, version in _read_pins(name).items()}
    outside = [
        str(requirement)
        for requirement in _requirements(*extras)
        if (version := pins.get(canonicalize_name(requirement.name))) is None
        or version not in requirement.specifier
    ]
    assert outside == []


def test_what_runs_needs_none_of_the_heavy_tables() -> None:
    """Decisions of docs/DESIGN.md: no ICU build, no second table engine at run time."""
    unwanted = {"numpy", "pandas", "polars", "pyicu", "rigour", "normality"}
    assert unwanted & _read_pins("constraints.txt").keys() == set()
