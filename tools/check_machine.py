"""Say in one sentence what this machine lacks for building Ostraka, and how to get it.

The Makefile runs it with the Python that will make the environment, before anything else.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

COMPILERS = ("c++", "g++", "clang++")


def find_lacks() -> dict[str, str]:
    """What is missing, by the Debian package that brings it."""
    here = {
        "python3-venv": has_venv(),
        "python3-dev": (Path(sysconfig.get_paths()["include"]) / "Python.h").exists(),
        "g++": find_compiler() is not None,
    }
    what = {
        "python3-venv": "the modules venv and ensurepip of Python",
        "python3-dev": "the headers of Python (Python.h)",
        "g++": "a C++ compiler (c++, g++ or clang++, or the one named in CXX)",
    }
    return {package: what[package] for package, present in here.items() if not present}


def has_venv() -> bool:
    """Whether `python3 -m venv` can work here; Debian leaves ensurepip out of python3."""
    return find_spec("venv") is not None and find_spec("ensurepip") is not None


def find_compiler() -> str | None:
    """The first C++ compiler on the path; the one named in CXX before any other."""
    named = os.environ.get("CXX", "").split()[:1]
    return next(filter(None, map(shutil.which, [*named, *COMPILERS])), None)


def main() -> int:
    """0 where everything is there; 1, and the lacks on standard error, where it is not."""
    lacks = find_lacks()
    if not lacks:
        return 0
    sys.stderr.write(f"Missing on this machine: {'; '.join(lacks.values())}.\n")
    sys.stderr.write(f"On Debian or Ubuntu: apt-get install {' '.join(lacks)}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
