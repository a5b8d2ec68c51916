"""A command and all processes it begins: how long, how much of the processors, how much memory."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_EVERY = 0.25  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command took; `output` is its standard output.

    `megabytes` is the most that all its processes had at once, pages they share counted once.
    """

    seconds: float
    processor_seconds: float
    megabytes: float
    processes: int
    output: str


def watch(command: Sequence[str]) -> Watched:
    """The command, run to its end.

    Raises:
        RuntimeError: It ended with another exit code than 0.
    """
    before = os.times()
    started = perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    ended = threading.Event()
    peaks = [(0.0, 0)]
    watcher = threading.Thread(target=_look, args=(process.pid, ended, peaks))
    watcher.start()
    output, _ = process.communicate()
    seconds = perf_counter() - started
    ended.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    after = os.times()
    return Watched(
        seconds,
        after.children_user + after.children_system - before.children_user - before.children_system,
        max(megabytes for megabytes, _ in peaks),
        max(processes for _, processes in peaks),
        output,
    )


def _look(process: int, ended: threading.Event, peaks: list[tuple[float, int]]) -> None:
    while not ended.wait(_EVERY):
        sizes = [read_share(one) for one in (process, *find_descendants(process))]
        peaks.append((sum(sizes), sum(size > 0 for size in sizes)))


def find_descendants(process: int) -> Iterator[int]:
    """The processes that a process has begun, and theirs."""
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            own = list(map(int, children.read_text("ascii").split()))
        except OSError:
            continue  # it ended meanwhile
        for child in own:
            yield child
            yield from find_descendants(child)


def read_share(process: int) -> float:
    """Megabytes of a process, its share of pages that several have (PSS)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    share = next((line.split()[1] for line in lines if line.startswith("Pss:")), "0")
    return int(share) * 1024 / 1e6
