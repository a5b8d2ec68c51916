"""Peak memory of a process that only screens: an index opened, subjects screened, nothing else.

Run as a program in a process of its own, which states its memory as Linux counts it.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.scale.screeners import make_screener
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights
from ostraka.model.subject import Subject

_BATCH = 1000
_FIELDS = {"VmHWM": "peak", "RssAnon": "own", "RssFile": "mapped"}


def measure_memory(index: Path, subjects: Sequence[Subject]) -> dict[str, float]:
    """Megabytes: the peak, and at the end what is the process's own and what is mapped files.

    Mapped files, the index foremost, are shared by all processes that map them.
    """
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump(list(subjects), file)
        file.flush()
        command = [sys.executable, "-m", "benchmarks.scale.memory", str(index), file.name]
        figures: dict[str, float] = json.loads(subprocess.check_output(command, text=True))
    return figures


def read_memory() -> dict[str, float]:
    """What Linux says of this process, in megabytes."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    stated = {line.partition(":")[0]: line.split()[1] for line in lines if line.endswith("kB")}
    return {name: round(int(stated[key]) * 1024 / 1e6, 1) for key, name in _FIELDS.items()}


def _screen(index: str, queries: str) -> None:
    screener = make_screener(open_index(Path(index), load_weights()), threads=1)
    with Path(queries).open("rb") as file:
        subjects = pickle.load(file)  # noqa: S301  # our own file
    for start in range(0, len(subjects), _BATCH):
        screener.find_rows(subjects[start : start + _BATCH])
    print(json.dumps(read_memory()))


if __name__ == "__main__":
    _screen(*sys.argv[1:])
