"""Real processes of the command line, that see the package as the test does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OSTRAKA = (sys.executable, "-m", "ostraka.cli")


def make_environment(home: Path) -> dict[str, str]:
    """The environment of a process with that home and the import path of this one."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return {"PATH": os.environ["PATH"], "PYTHONPATH": path, "OSTRAKA_HOME": str(home)}
