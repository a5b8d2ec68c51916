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

_RUNS = 21
_FOUND = 3  # the code that --fail-on-hit ends with

# A process counts what its parent held when it was forked, so a small one stands between. The
# commands take turns, so that a busy moment of the machine meets all of them.
_LAUNCHER = """
import json, os, subprocess, sys, time
commands = json.loads(sys.argv[2])
runs = [[] for _ in commands]
for _ in range(int(sys.argv[1])):
    for command, own in zip(commands, runs):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        own.append([process.returncode, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss])
print(json.dumps(runs))
"""
_BARE = [sys.executable, "-I", "-c", "pass"]


def measure_cold(listed: Enlarged, built: Built, names: dict[str, str]) -> dict[str, Any]:
    """The whole process for each name, and a bare interpreter: milliseconds, peak megabytes.

    A name that should be found and is not, or the other way round, is an error.
    """
    home = make_home(listed, built)
    commands = {what: _make_command(home, name) for what, name in names.items()}
    commands["bare python"] = _BARE
    launch = [sys.executable, "-c", _LAUNCHER, str(_RUNS + 1), json.dumps([*commands.values()])]
    runs = json.loads(subprocess.check_output(launch, text=True))
    return {
        what: _summarise(own[1:], _FOUND if what == "hit" else 0)
        for what, own in zip(commands, runs, strict=True)
    }


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


def _make_command(home: Path, name: str) -> list[str]:
    program = str(Path(sys.executable).with_name("ostraka"))
    screen = ["screen", name, "--fail-on-hit", "--allow-stale", "36500"]
    return [program, "--home", str(home), *screen]


def _summarise(runs: Sequence[Sequence[float]], expected: int) -> dict[str, Any]:
    if {code for code, *_ in runs} != {expected}:
        raise RuntimeError(f"a process ended with {[code for code, *_ in runs]}, not {expected}")
    walls, computed, peaks = ([run[at] for run in runs] for at in (1, 2, 3))
    return {
        "runs": len(runs),
        "milliseconds": round(statistics.median(walls) * 1e3),
        "least_milliseconds": round(min(walls) * 1e3),
        "slowest_milliseconds": round(max(walls) * 1e3),
        "processor_milliseconds": round(statistics.median(computed) * 1e3),
        "least_processor_milliseconds": round(min(computed) * 1e3),
        "peak_megabytes": round(max(peaks) * 1024 / 1e6),
    }
