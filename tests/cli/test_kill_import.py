"""kill -9 while `ostraka import` runs as it is typed: reading, judging, writing, swapping in."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ostraka.snapshots import Store
from ostraka.snapshots.opened import open_folder
from ostraka.snapshots.state import load_state

KEY = "custom"
ROWS = 600


def make_file(folder: Path, number: int) -> Path:
    """A list of some hundred invented parties, one more each time."""
    path = folder / f"{number}.csv"
    rows = [f"{n},Numa Quell{n}" for n in range(ROWS + number)]
    path.write_text("\n".join(["id,name", *rows]), encoding="utf-8")
    return path


def start_import(home: Path, file: Path, number: int) -> subprocess.Popen[bytes]:
    """The command, as a process of its own."""
    day = f"2025-{1 + number // 28:02d}-{1 + number % 28:02d}"
    words = ["import", KEY, str(file), "--published", day, "--home", str(home)]
    return subprocess.Popen(
        [sys.executable, "-m", "ostraka.cli", *words], stderr=subprocess.DEVNULL
    )


def count_whole(home: Path) -> int:
    """Parties of the current list; every byte of every snapshot is compared, each is read."""
    store, folder = Store(home), home / "snapshots" / KEY
    state = load_state(folder, KEY)
    if state is None or not state.entries:
        return 0
    assert all(open_folder(folder, state, entry).is_whole() for entry in state.entries)
    current = store.current(KEY)
    assert current is not None
    parties = store.load_parties(current)
    assert len(parties) == current.parties
    return len(parties)


@pytest.mark.slow
def test_an_import_killed_at_random_moments_leaves_the_old_list_or_the_new(
    tmp_path: Path, kills: int
) -> None:
    """Moments from the start of the process to its end: how long it takes is measured first."""
    home = tmp_path / "home"
    began = time.perf_counter()
    assert start_import(home, make_file(tmp_path, 0), 0).wait(120) == 0
    longest = time.perf_counter() - began
    chance = random.Random(20211210)  # noqa: S311 - moments, not secrets
    stands, endings = ROWS, set()
    for number in range(1, kills + 1):
        process = start_import(home, make_file(tmp_path, number), number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, longest * 1.1))
        process.kill()
        endings.add(process.wait(60))
        before, stands = stands, count_whole(home)
        assert stands in {before, ROWS + number}
    assert -signal.SIGKILL in endings
    final = kills + 1
    assert start_import(home, make_file(tmp_path, final), final).wait(120) == 0
    assert count_whole(home) == ROWS + final
    assert not list(home.rglob(".tmp-*"))
