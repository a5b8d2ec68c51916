"""`ostraka screen NAME` as a whole process, in a home that holds a list of a size.

Cold is the process: started, answered, ended. The files of the home are in the page cache, as
on any machine that screens more than once.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.scale.columns import Enlarged
from benchmarks.scale.indexes import Built
from ostraka.model.party import Party
from ostraka.screening.holdings import choose_snapshots
from ostraka.screening.opening import fingerprint
from ostraka.snapshots import Store
from ostraka.sources.reading import ParsedList
from ostraka.sources.registry import get_source

_RUNS = 11
_FOUND = 3  # the code that --fail-on-hit ends with

# A process counts what its parent held when it was forked, so a small one stands between.
_LAUNCHER = """
import json, os, subprocess, sys, time
runs = []
for _ in range(int(sys.argv[1])):
    started = time.perf_counter()
    process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    runs.append([process.returncode, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss])
print(json.dumps(runs))
"""


def measure_cold(listed: Enlarged, built: Built, names: dict[str, str]) -> dict[str, Any]:
    """Medians of the whole process for each name: milliseconds and peak megabytes.

    A name that should be found and is not, or the other way round, is an error.
    """
    home = make_home(listed, built)
    return {what: _run_all(home, name, found=what == "hit") for what, name in names.items()}


def make_home(listed: Enlarged, built: Built) -> Path:
    """A home whose snapshots hold the list; its index is the one that was measured.

    Snapshots sort parties by id, so an index that the home built itself would number them
    otherwise; it would hold the same.
    """
    home = listed.folder / "home"
    store = Store(home)
    if not store.sources():
        shutil.rmtree(home, ignore_errors=True)
        making = home.with_name("making")
        shutil.rmtree(making, ignore_errors=True)
        _publish(Store(making), list(listed.parties()))
        making.rename(home)
    mark = fingerprint(store, choose_snapshots(store, None, None), None)
    index = home / "indexes" / f"{mark[:32]}.index"
    shutil.rmtree(index.parent, ignore_errors=True)
    index.parent.mkdir()
    os.link(built.path, index)
    return home


def _publish(store: Store, parties: Sequence[Party]) -> None:
    now = datetime.now(UTC)
    for key in sorted({party.source for party in parties}):
        own = tuple(party for party in parties if party.source == key)
        parsed = ParsedList(parties=own, published=None)
        reason = "a list of a benchmark, larger than the real one"
        store.publish(get_source(key), parsed, published=now.date(), now=now, force_reason=reason)


def _run_all(home: Path, name: str, *, found: bool) -> dict[str, Any]:
    program = str(Path(sys.executable).with_name("ostraka"))
    screen = ["screen", name, "--fail-on-hit", "--allow-stale", "36500"]
    command = [program, "--home", str(home), *screen]
    launch = [sys.executable, "-c", _LAUNCHER, str(_RUNS + 1), *command]
    runs = json.loads(subprocess.check_output(launch, text=True))[1:]
    if {code for code, *_ in runs} != {_FOUND if found else 0}:
        raise RuntimeError(f"screen ended with {[code for code, *_ in runs]}")
    walls, computed, peaks = ([run[at] for run in runs] for at in (1, 2, 3))
    return {
        "runs": len(runs),
        "milliseconds": round(statistics.median(walls) * 1e3),
        "slowest_milliseconds": round(max(walls) * 1e3),
        "processor_milliseconds": round(statistics.median(computed) * 1e3),
        "peak_megabytes": round(max(peaks) * 1024 / 1e6),
    }
