"""A run that is interrupted goes on as if it had not been."""

from __future__ import annotations

import errno
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.model.errors import TableRefused
from ostraka.model.hit import Result
from ostraka.model.subject import Subject
from ostraka.screening.tables.growing import GrowingFile, Mark
from ostraka.screening.tables.progress import Progress
from screening.tables_fakes import ENDINGS, find_many, read_table, run, write_table

GROWING = ("csv", "csv.gz", "tsv", "jsonl", "jsonl.gz")
ROWS = [
    {
        "id": str(number),
        "name": ("Vida", "Ana", "", "Vida Orlak", "Bo")[number % 5],
        "dob": ("1980", "soon", "")[number % 3],
    }
    for number in range(23)
]
BATCH = 4


def write_source(folder: Path) -> Path:
    """The table of all tests here, with one broken row at its end."""
    source = write_table(folder / "in.csv", ROWS)
    source.write_bytes(source.read_bytes() + b"24,M\xfcller,\n")
    return source


@dataclass(frozen=True)
class History:
    """The files of a run as they were after each batch, and at its end."""

    folder: Path
    batches: tuple[dict[str, bytes], ...]
    end: dict[str, bytes]


_FOLDERS: list[TemporaryDirectory[str]] = []


@cache
def make_history(ending: str) -> History:
    """A run that nobody interrupts, looked at after every batch."""
    _FOLDERS.append(TemporaryDirectory())
    folder = Path(_FOLDERS[-1].name)
    source, out = write_source(folder), folder / f"out.{ending}"
    batches: list[dict[str, bytes]] = []

    def look(_: Progress) -> None:
        batches.append(read_files(folder))

    run(source, out, progress=look, batch_rows=BATCH)
    return History(folder, tuple(batches), read_files(folder))


def read_files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ENDINGS), st.integers(0, 4), st.integers(0, 400), st.integers(0, 400))
def test_a_run_torn_at_any_byte_and_resumed_equals_one_that_was_not(
    ending: str, batch: int, torn_out: int, torn_errors: int
) -> None:
    """The journal of one batch, and any part of what the next one wrote to either file."""
    history = make_history(ending)
    now, later = history.batches[batch], history.batches[batch + 1]
    grows = f"out.{ending}" if ending in GROWING else f"out.{ending}.part.jsonl"
    grows = grows if grows in now else f"out.{ending}"
    state = dict(now)
    for name, torn in ((grows, torn_out), (f"out.{ending}.errors.csv", torn_errors)):
        state[name] = later[name][: len(now.get(name, b"")) + torn]
    with TemporaryDirectory() as other:
        folder = Path(other)
        source = folder / "in.csv"
        shutil.copy2(history.folder / "in.csv", source)
        for name, content in state.items():
            if name != "in.csv":
                (folder / name).write_bytes(content)
        run(source, folder / f"out.{ending}", resume=True, batch_rows=BATCH)
        assert read_files(folder) == history.end


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("calls", [1, 2, 4, 6])
def test_a_run_stopped_by_the_user_goes_on(tmp_path: Path, ending: str, calls: int) -> None:
    """Ctrl-C in any batch, several times in one run."""
    source, out = write_source(tmp_path), tmp_path / f"out.{ending}"
    left = calls

    def stop(subjects: Sequence[Subject], row: int) -> list[Result]:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt
        return find_many(subjects, row)

    with pytest.raises(KeyboardInterrupt):
        run(source, out, find_many=stop, batch_rows=BATCH)
    left = 2
    if calls < 5:
        with pytest.raises(KeyboardInterrupt):
            run(source, out, find_many=stop, batch_rows=BATCH, resume=True)
    summary = run(source, out, batch_rows=BATCH, resume=True)
    assert summary.totals.rows == len(ROWS) + 1
    assert read_files(tmp_path) == make_history(ending).end


def test_a_run_that_is_killed_goes_on(tmp_path: Path, checkout: Path) -> None:
    """The process itself is killed, without a chance to put anything in order."""
    source, out = write_source(tmp_path), tmp_path / "out.csv.gz"
    program = (
        "import os, signal, sys\n"
        f"sys.path[:0] = [{str(checkout / 'src')!r}, {str(checkout / 'tests')!r}]\n"
        "from pathlib import Path\n"
        "from screening.tables_fakes import find_many, run\n"
        "def die(subjects, row):\n"
        "    if row > 8: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return find_many(subjects, row)\n"
        f"run(Path({str(source)!r}), Path({str(out)!r}), find_many=die, batch_rows={BATCH})\n"
    )
    killed = subprocess.run([sys.executable, "-c", program], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (
        json.loads((tmp_path / "out.csv.gz.resume.json").read_text())["ostraka run 1"]["totals"][
            "rows"
        ]
        == 8
    )
    run(source, out, batch_rows=BATCH, resume=True)
    assert read_files(tmp_path) == make_history("csv.gz").end


def test_a_run_on_a_full_disk_goes_on_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a batch was written when the disk was full."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    append = GrowingFile.append

    def fill(file: GrowingFile, data: bytes) -> None:
        if file.mark.size > 300:
            file._file.write(data[:20])
            raise OSError(errno.ENOSPC, "No space left on device", str(out))
        append(file, data)

    with monkeypatch.context() as patch:
        patch.setattr(GrowingFile, "append", fill)
        with pytest.raises(TableRefused) as refusal:
            run(source, out, batch_rows=BATCH)
    assert refusal.value.problem == "a file cannot be read or written: No space left on device"
    assert (refusal.value.where, "--resume" in refusal.value.remedy) == (str(out), True)
    run(source, out, batch_rows=BATCH, resume=True)
    assert read_files(tmp_path) == make_history("csv").end


def interrupt(source: Path, out: Path) -> None:
    """A run that stops after two batches."""

    def stop(progress: Progress) -> None:
        if progress.totals.rows == 2 * BATCH:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(source, out, progress=stop, batch_rows=BATCH)


def test_an_unfinished_run_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """It says which file to remove, or to resume."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    interrupt(source, out)
    before = read_files(tmp_path)
    with pytest.raises(TableRefused) as refusal:
        run(source, out, batch_rows=BATCH)
    assert refusal.value.where == str(tmp_path / "out.csv.resume.json")
    assert "--resume" in refusal.value.remedy
    assert read_files(tmp_path) == before


def test_a_run_that_screened_nothing_is_simply_begun_again(tmp_path: Path) -> None:
    """There is nothing to lose, so nothing to ask."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    with pytest.raises(ZeroDivisionError):
        run(source, out, find_many=lambda _subjects, _row: [1 // 0])
    run(source, out, batch_rows=BATCH)
    assert read_files(tmp_path) == make_history("csv").end


def test_a_finished_run_is_overwritten(tmp_path: Path) -> None:
    """A new day's answer takes the place of the old one."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    for _ in range(2):
        summary = run(source, out, batch_rows=BATCH)
        assert read_files(tmp_path) == make_history("csv").end
        assert summary.sha256 == sha256(out.read_bytes()).hexdigest()


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_hash_of_the_summary_is_that_of_the_file(tmp_path: Path, ending: str) -> None:
    """Whatever the shape, and where the run was cut off and resumed between two batches."""
    source, out = write_source(tmp_path), tmp_path / f"out.{ending}"
    calls = []

    def fail_in_the_third_batch(subjects: Sequence[Subject], row: int) -> list[Result]:
        calls.append(row)
        return find_many(subjects, row if len(calls) < 3 else row // 0)

    with pytest.raises(ZeroDivisionError):
        run(source, out, batch_rows=BATCH, find_many=fail_in_the_third_batch)
    resumed = run(source, out, batch_rows=BATCH, resume=True)
    assert resumed.sha256 == sha256(out.read_bytes()).hexdigest()
    whole = run(source, out, batch_rows=BATCH)
    assert whole.sha256 == resumed.sha256


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_finished_run_is_not_resumed(tmp_path: Path, ending: str) -> None:
    """A million rows are not screened again by a slip, and nothing of OUT is touched."""
    source, out = write_source(tmp_path), tmp_path / f"out.{ending}"
    run(source, out)
    before = read_files(tmp_path)
    with pytest.raises(TableRefused) as refusal:
        run(source, out, resume=True)
    assert (refusal.value.problem, refusal.value.where, refusal.value.remedy) == (
        "nothing to resume: OUT is finished, or was made by something else",
        str(out),
        "Leave out --resume to screen again.",
    )
    assert read_files(tmp_path) == before


def test_a_run_that_never_began_is_resumed_from_its_first_row(tmp_path: Path) -> None:
    """A scheduled job gives --resume always, on its first day too, and where OUT was only made."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    run(source, out, batch_rows=BATCH, resume=True)
    assert read_files(tmp_path) == make_history("csv").end
    out.write_bytes(b"")
    run(source, out, batch_rows=BATCH, resume=True)
    assert read_files(tmp_path) == make_history("csv").end


def test_a_refusal_of_the_journal_names_the_journal_alone(tmp_path: Path) -> None:
    """Who reads another file's name first looks in the wrong one."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    interrupt(source, out)
    for options in ({}, {"resume": True, "engine": "another"}):
        with pytest.raises(TableRefused) as refusal:
            run(source, out, batch_rows=BATCH, **options)
        assert refusal.value.where == str(tmp_path / "out.csv.resume.json")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"engine": "another"}, "the lists, the engine or its options are others"),
        ({"columns": [("name", "id")]}, "the columns or other settings are others"),
        ({"batch_rows": 3}, "the columns or other settings are others"),
    ],
)
def test_a_run_goes_on_only_under_the_same_conditions(
    tmp_path: Path, changed: dict[str, object], reason: str
) -> None:
    """Another engine would put two different answers into one file."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    interrupt(source, out)
    with pytest.raises(TableRefused) as refusal:
        run(source, out, **{"batch_rows": BATCH, "resume": True, **changed})
    assert refusal.value.problem == f"the interrupted run cannot go on: {reason}"


def test_a_run_goes_on_only_with_the_same_table(tmp_path: Path) -> None:
    """One more row is another table."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    interrupt(source, out)
    source.write_bytes(source.read_bytes() + b"25,Vida,\n")
    with pytest.raises(TableRefused) as refusal:
        run(source, out, batch_rows=BATCH, resume=True)
    assert refusal.value.problem.endswith("IN is another file, or was changed")


@pytest.mark.parametrize("name", ["out.csv", "out.csv.errors.csv"])
@pytest.mark.parametrize("damage", [b"", b"row,id\n", None])
def test_files_that_were_changed_meanwhile_are_refused(
    tmp_path: Path, name: str, damage: bytes | None
) -> None:
    """Emptied, shortened, removed: what is missing cannot be made up."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    interrupt(source, out)
    path = tmp_path / name
    path.unlink() if damage is None else path.write_bytes(damage)
    with pytest.raises(TableRefused) as refusal:
        run(source, out, batch_rows=BATCH, resume=True)
    assert refusal.value.problem == "the file is not as the interrupted run left it"


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"ostraka run 0": {}}', '{"ostraka run 1": {"totals": 1}}']
)
def test_a_damaged_journal_is_refused(tmp_path: Path, content: str) -> None:
    """Empty, cut off, of another shape or version."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    (tmp_path / "out.csv.resume.json").write_text(content)
    with pytest.raises(TableRefused) as refusal:
        run(source, out, resume=True)
    assert "damaged" in refusal.value.problem


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    """The second is refused and the first goes on."""
    source, out = write_source(tmp_path), tmp_path / "out.csv"
    first = GrowingFile(out, gzipped=False, mark=Mark())
    with pytest.raises(TableRefused) as refusal:
        run(source, out)
    assert refusal.value.problem == "another run is writing this file"
    first.close()
    run(source, out)
    assert len(read_table(out)) > 0
