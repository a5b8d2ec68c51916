"""Killed, refused or crowded at any moment, the store holds the old list or the new one."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

import pytest

from ostraka.model.errors import NotPublished
from ostraka.snapshots import Store, lock
from ostraka.snapshots.lock import hold_lock
from ostraka.snapshots.opened import open_folder
from ostraka.snapshots.publishing import LOCK_FILE
from ostraka.snapshots.state import load_state
from snapshots.invented import KEY, day, make_parties, make_party, publish


def read_current(home: Path) -> int:
    """The number of parties of the current list; every snapshot has the bytes it was given."""
    folder = home / "snapshots" / KEY
    state = load_state(folder, KEY)
    assert state is not None
    held = {e.folder: open_folder(folder, state, e) for e in state.entries}
    assert all(snapshot.is_whole() for snapshot in held.values())
    current = Store(home).current(KEY)
    assert current is not None
    assert len(Store(home).load_parties(current)) == current.parties
    return current.parties


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it, nothing tidies up after it."""


def read_whole(home: Path) -> int:
    """The number of parties of the current list, every publication having been read; 0 for none."""
    store = Store(home)
    held = store.snapshots(KEY)
    counts = [len(store.load_parties(snapshot)) for snapshot in held]
    assert counts == [snapshot.parties for snapshot in held]
    return counts[-1] if counts else 0


@contextmanager
def stopping_at(step: int, stop: Callable[[], BaseException]) -> Iterator[list[str]]:
    """The step of that number which touches the disk raises before it is done."""
    steps: list[str] = []

    def counted(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def touch(*args: object, **kwargs: object) -> object:
            if name != "open" or "wb" in args:
                steps.append(name)
                if len(steps) == step:
                    raise stop()
            return call(*args, **kwargs)

        return touch

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", counted("fsync", os.fsync))
        patch.setattr(shutil, "rmtree", counted("rmtree", shutil.rmtree))
        for name in ("open", "replace", "mkdir"):
            patch.setattr(Path, name, counted(name, getattr(Path, name)))
        yield steps


def stop_everywhere(
    tmp_path: Path, stop: Callable[[], BaseException], refused: type[BaseException]
) -> int:
    """A publication stopped at its every step, each time on a fresh home; the number of steps."""
    for step in range(1, 200):
        home = tmp_path / str(step)
        store = Store(home)
        publish(store, make_parties(10), day(-2))
        publish(store, make_parties(11), day(-1))
        with stopping_at(step, stop) as steps, suppress(refused):
            publish(store, make_parties(12))
        if len(steps) < step:  # it ended before that step
            return step
        assert read_whole(home) in {11, 12}
        publish(store, make_parties(12))
        publish(store, make_parties(13), day(1))
        assert read_whole(home) == 13
        assert not list(home.rglob(".tmp-*"))
    pytest.fail("the publication did not end within 200 steps")


def test_a_kill_at_any_step_leaves_the_old_or_the_new_list(tmp_path: Path) -> None:
    """And the next import removes what the killed one left."""
    assert stop_everywhere(tmp_path, Killed, Killed) > 15


def test_a_full_disk_at_any_step_leaves_the_old_or_the_new_list(tmp_path: Path) -> None:
    """The refusal is a sentence, not a traceback."""

    def full() -> OSError:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert stop_everywhere(tmp_path, full, NotPublished) > 15


def test_a_full_disk_is_told_plainly_and_leaves_no_leftovers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full is not filled further with half a snapshot."""
    publish(Store(tmp_path), make_parties(3))

    def refuse(path: Path, data: bytes) -> None:
        path.write_bytes(data[:3])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("ostraka.snapshots.folder.write_file", refuse)
    with pytest.raises(NotPublished) as refusal:
        publish(Store(tmp_path), make_parties(4), day(1))
    assert refusal.value.problem == ("the snapshot could not be written: No space left on device")
    assert (read_whole(tmp_path), list(tmp_path.rglob(".tmp-*"))) == (3, [])


def test_a_text_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """Half of a surrogate pair is no character of any name."""
    with pytest.raises(NotPublished) as refusal:
        publish(Store(tmp_path), (make_party(1, name="Numa \ud800"),))
    assert refusal.value.problem == (
        "the snapshot could not be written: a text of the list holds a code that is no character"
    )


PUBLISH_ON = """
import sys
from pathlib import Path
from ostraka.snapshots import Store, delta
from snapshots.invented import KEY, day, make_parties, publish

store = Store(Path(sys.argv[1]))
held = store.current(KEY)
offset = held.published.toordinal() - day(0).toordinal() + 1 if held else -3000
delta.SMALLEST_BASE, delta.LARGEST_SHARE = 1, 0.2  # so that differences are killed as well
for number in range(offset, offset + int(sys.argv[2])):
    publish(store, make_parties(30 + number % 3), day(number))
    if number == offset:
        print("ready", flush=True)
"""


def start_publishing(home: Path, days: int) -> subprocess.Popen[bytes]:
    """A process that publishes a list a day; the first stands when this returns."""
    command = [sys.executable, "-c", PUBLISH_ON, str(home), str(days)]
    room = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=room)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def test_processes_killed_at_random_moments_leave_a_whole_store(tmp_path: Path, kills: int) -> None:
    """kill -9, again and again, in the midst of importing into the same home."""
    chance = random.Random(20211210)  # noqa: S311 - moments, not secrets
    for _ in range(kills):
        with start_publishing(tmp_path, 1000) as process:
            time.sleep(chance.uniform(0, 0.12))
            process.kill()
        assert process.returncode == -signal.SIGKILL
        assert read_current(tmp_path) in {30, 31, 32}
    publish(Store(tmp_path), make_parties(31))
    assert read_current(tmp_path) == 31
    assert not list(tmp_path.rglob(".tmp-*"))
    assert len(Store(tmp_path).snapshots()) > kills


def test_two_imports_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Two processes publish side by side; no publication of either is lost."""
    with start_publishing(tmp_path, 40) as process:
        mine = [publish(Store(tmp_path), make_parties(40 + i), day(i - 50)) for i in range(10)]
        assert process.wait(60) == 0
    held = Store(tmp_path).snapshots()
    assert len(held) == 50
    assert {p.snapshot for p in mine} < {s.id for s in held}
    assert read_whole(tmp_path) == 49


def test_an_import_that_waits_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing hangs for ever on a process that does not end."""
    publish(Store(tmp_path), make_parties(1))
    monkeypatch.setattr(lock, "PATIENCE", 2)
    with (
        hold_lock(tmp_path / "snapshots" / KEY / LOCK_FILE),
        pytest.raises(NotPublished) as refusal,
    ):
        publish(Store(tmp_path), make_parties(2), day(1))
    assert refusal.value.problem == "another import of this list is running"
    assert read_whole(tmp_path) == 1


def test_an_import_goes_on_when_the_other_has_ended(tmp_path: Path) -> None:
    """The lock is waited for."""
    publish(Store(tmp_path), make_parties(1))
    held = hold_lock(tmp_path / "snapshots" / KEY / LOCK_FILE)
    held.__enter__()
    release = Timer(0.2, held.__exit__, (None, None, None))
    release.start()
    assert publish(Store(tmp_path), make_parties(2), day(1)).current
    release.join()
