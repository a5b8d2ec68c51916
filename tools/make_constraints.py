"""Write the constraints files: every package, exact version, hash of every file of that version.

Run it by `make constraints`, which makes an environment with pip-tools for it. The requirements
come from pyproject.toml; which index answers is pip's own configuration, and no address of it is
written. Each larger set is a superset of the smaller and agrees with it on every version.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
HASHED = (
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
)


@dataclass(frozen=True)
class Pinned:
    """One constraints file: what it is for, and whose requirements it pins."""

    name: str
    purpose: str
    extras: tuple[str, ...]
    runtime: bool = True


# The largest first: the smaller ones are held to its versions.
FILES = (
    Pinned(
        "constraints-dev.txt",
        "what runs, builds, tests and checks it",
        ("build", "dev", "postgres"),
    ),
    Pinned(
        "constraints-spark.txt",
        "the above and PySpark, for the tests that need it; PySpark has no wheel and\n"
        "# builds one of what it is, without a compiler",
        ("build", "dev", "postgres", "spark"),
    ),
    Pinned("constraints-build.txt", "what builds it", ("build",), runtime=False),
    Pinned("constraints.txt", "what it needs when it runs", ()),
    Pinned(
        "constraints-interchange.txt",
        "the above, what reads an export in tests, and the validator of BODS; PyICU builds from\n"
        "# source and needs the ICU headers (Debian: libicu-dev, pkg-config)",
        ("build", "dev", "postgres", "interchange"),
    ),
    Pinned(
        "constraints-bench.txt",
        "the above and the reference engines of `make bench`; PyICU builds from source and needs\n"
        "# the ICU headers (Debian: libicu-dev, pkg-config)",
        ("build", "dev", "postgres", "bench"),
    ),
)


def read_requirements(pinned: Pinned) -> list[str]:
    """The direct requirements of one file, as pyproject.toml states them."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = list(project["dependencies"]) if pinned.runtime else []
    for extra in pinned.extras:
        wanted += project["optional-dependencies"][extra]
    return sorted(set(wanted))


def compile_pins(pinned: Pinned, held_to: Path | None, folder: Path) -> str:
    """The pins of one file, held to the versions of `held_to` where there is one."""
    stem = Path(pinned.name).stem
    lines = read_requirements(pinned)
    if held_to:
        lines.append(f"-c {held_to.name}")
    (folder / f"{stem}.in").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "piptools", "compile", *HASHED, "-o", f"{stem}.out"]
    subprocess.run([*command, f"{stem}.in"], cwd=folder, check=True)
    return (folder / f"{stem}.out").read_text("utf-8")


def make_constraints(names: list[str]) -> None:
    """The named constraints files (all where none is named) are written anew."""
    held_to: Path | None = None
    with tempfile.TemporaryDirectory() as made:
        for pinned in FILES:
            target = CHECKOUT / pinned.name
            if not names or pinned.name in names:
                head = f"# {pinned.name}: {pinned.purpose}.\n# Written by `make constraints`.\n"
                target.write_text(head + compile_pins(pinned, held_to, Path(made)), "utf-8")
                print(f"wrote {pinned.name}")
            if held_to is None:
                held_to = Path(made) / target.name
                held_to.write_bytes(target.read_bytes())


if __name__ == "__main__":
    make_constraints(sys.argv[1:])
