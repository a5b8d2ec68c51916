"""kill -9 in the midst of fetching, reading and publishing: a whole store, every time."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ostraka.snapshots import Store
from ostraka.snapshots.folder import SnapshotFolder
from ostraka.snapshots.opened import open_folder
from ostraka.snapshots.state import load_state
from sync.lists import make_un
from sync.publisher import Answer, Publisher, Request

KEY = "un_sc"
LIVES = """
import sys
from pathlib import Path
from ostraka.sources.fetch import Fetcher
from sync.lists import make_room, make_source, refresh_lists

room = make_room(Path(sys.argv[1]), Fetcher("Ostraka test"))
source = make_source("un_sc", (sys.argv[2],))
refresh_lists(room, source)
print("ready", flush=True)
while True:
    refresh_lists(room, source)
"""


def read_whole(home: Path) -> int:
    """The number of publications; every byte is compared and every party of the current read."""
    folder = home / "snapshots" / KEY
    state = load_state(folder, KEY)
    if state is None or not state.entries:
        return 0
    held: list[SnapshotFolder] = [open_folder(folder, state, e) for e in state.entries]
    assert all(snapshot.is_whole() for snapshot in held)
    store = Store(home)
    current = store.current(KEY)
    assert current is not None
    assert len(store.load_parties(current)) == current.parties
    return len(held)


@pytest.mark.slow
def test_a_sync_killed_at_random_moments_leaves_a_whole_store(
    publisher: Publisher, tmp_path: Path, kills: int
) -> None:
    """The list changes with every request, so that each moment of a publication comes up."""
    days = [f"2025-{1 + n // 28:02d}-{1 + n % 28:02d}" for n in range(330)]

    def script(request: Request) -> Answer:
        number = min(request.number, len(days) - 1)
        return Answer(make_un(days[number], 30 + number % 4))

    url = publisher.plays("/un.xml", script)
    chance = random.Random(20211210)  # noqa: S311 - moments, not secrets
    path = os.pathsep.join(p for p in sys.path if p)
    grown = []
    for _ in range(kills):
        command = [sys.executable, "-c", LIVES, str(tmp_path), url]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.3))
            process.kill()
        assert process.returncode == -signal.SIGKILL
        grown.append(read_whole(tmp_path))
    assert grown == sorted(grown)
    assert grown[-1] > 0
