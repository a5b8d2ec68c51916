"""Processes that share a table answer as one process does, and leave nothing behind."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from golden_rows import load_rows
from ostraka.matching.building import build_index
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights
from ostraka.model.errors import ProcessLost, TableRefused
from ostraka.model.snapshot import Engine
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import Screener, Settings
from ostraka.screening.tables.crew import WAITING_FOR_EACH, Crew
from ostraka.screening.tables.parts import FEW_BATCHES
from ostraka.screening.tables.progress import Progress
from ostraka.snapshots import Store
from ostraka.sources.demo.bundle import load_designations
from ostraka.sources.registry import get_source, load_parser
from screening.table_crew import die_at_the_end, do_slowly, find_where
from screening.tables_fakes import run, write_table

BATCH = 3
ROWS = [
    {
        "id": str(number),
        "name": ("Vida", "Ana", "", "Vida Orlak", "Bo")[number % 5],
        "dob": ("1980", "soon", "")[number % 3],
    }
    for number in range(40)
]


def write_source(folder: Path) -> Path:
    """More batches than one process screens alone, with refused rows and fields among them."""
    source = write_table(folder / "in.csv", ROWS)
    source.write_bytes(source.read_bytes() + b"41,M\xfcller,\n42,Vida,\n")
    return source


def read_files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def run_alone(folder: Path, ending: str = "csv") -> dict[str, bytes]:
    """The files of a run in this process alone."""
    folder.mkdir()
    run(write_source(folder), folder / f"out.{ending}", batch_rows=BATCH)
    return read_files(folder)


@pytest.mark.parametrize("ending", ["csv", "jsonl.gz", "parquet"])
def test_the_answer_is_the_same_byte_for_byte(tmp_path: Path, ending: str) -> None:
    """Rows in their order, errors too, the totals and the hash."""
    alone = run_alone(tmp_path / "alone", ending)
    folder = tmp_path / "shared"
    folder.mkdir()
    told: list[Progress] = []
    summary = run(
        write_source(folder),
        folder / f"out.{ending}",
        batch_rows=BATCH,
        workers=3,
        progress=told.append,
    )
    assert read_files(folder) == alone
    assert (summary.totals.rows, summary.totals.refused) == (42, 9)
    assert [p.totals.rows for p in told] == [*range(BATCH, 42, BATCH), 42]
    assert told[-1].share == 1.0


def test_golden_names_are_answered_alike_by_one_process_and_by_three(tmp_path: Path) -> None:
    """The engine itself, opened anew in each process over the one index of the home."""
    store, now = Store(tmp_path / "home"), datetime(2026, 11, 22, 12, tzinfo=UTC)
    parsed = load_parser("demo")(load_designations())
    store.publish(get_source("demo"), parsed, published=None, now=now)
    screener = open_screener(store, sources=["demo"], settings=Settings(limit=None), now=now)
    names = [row["name"] for row in load_rows("screening_demo.csv")]
    names += [row["left"] for row in load_rows("names.csv")]
    source = write_table(tmp_path / "in.csv", [{"name": name} for name in names])
    summaries = [
        run(
            source,
            tmp_path / f"{workers}.csv",
            find_many=screener.find_rows,
            batch_rows=20,
            workers=workers,
        )
        for workers in (1, 3)
    ]
    assert summaries[0].totals == summaries[1].totals
    assert summaries[0].totals.hits > 10
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "3.csv").read_bytes()


def test_a_screener_without_a_file_is_not_sent(tmp_path: Path) -> None:
    """There is nothing another process could map; the run is refused before it begins."""
    parties = load_parser("demo")(load_designations()).parties
    build_index(parties, tmp_path / "an.index", load_weights())
    engine = Engine(
        version="",
        index="",
        as_of=date(2026, 1, 1),
        threshold=0.7,
        limit=None,
        policy=None,
        weak_aliases=False,
        snapshots=(),
    )
    screener = Screener(open_index(tmp_path / "an.index", load_weights()), engine, Settings())
    with pytest.raises(TypeError, match="no file"):
        pickle.dumps(screener)


def test_a_short_table_begins_no_process(tmp_path: Path) -> None:
    """Another process takes longer to begin than so few rows do."""
    source = write_table(tmp_path / "in.csv", ROWS[: BATCH * FEW_BATCHES])
    for rows, alone in ((BATCH, True), (BATCH - 1, False)):
        with pytest.raises(TableRefused) as refusal:
            run(source, tmp_path / "out.csv", find_many=find_where, batch_rows=rows, workers=2)
        assert (refusal.value.problem == str(os.getpid())) is alone


def test_a_process_that_dies_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    """Neither waited for for ever, nor its rows lost; other workers may go on."""
    alone = run_alone(tmp_path / "alone")
    folder = tmp_path / "shared"
    folder.mkdir()
    source, out = write_source(folder), folder / "out.csv"
    with pytest.raises(ProcessLost) as loss:
        run(source, out, find_many=die_at_the_end, batch_rows=BATCH, workers=2)
    assert "--resume" in loss.value.remedy
    run(source, out, batch_rows=BATCH, workers=3, resume=True)
    assert read_files(folder) == alone


def test_work_is_drawn_only_as_far_as_there_is_room() -> None:
    """However long the table is, so many batches are in memory."""
    drawn = 0

    def draw() -> Iterator[int]:
        nonlocal drawn
        while drawn < 40:
            drawn += 1
            yield drawn

    done, most = 0, 0
    with Crew(do_slowly, 2) as crew:
        for done, _ in enumerate(crew.map(draw()), start=1):
            most = max(most, drawn - done + 1)
    assert (done, most) == (40, 2 * WAITING_FOR_EACH)


def test_an_interruption_ends_the_processes_at_once() -> None:
    """They are gone before the error is."""
    seen: list[int] = []

    def interrupt() -> None:
        with Crew(do_slowly, 2) as crew:
            seen.append(next(crew.map(range(100))))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert not is_running(seen[0])


def is_running(process: int) -> bool:
    """Whether there is a process of that number that has not ended."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


PROGRAM = """
import os, signal, sys
sys.path[:0] = {path!r}
from pathlib import Path
from screening.tables_fakes import run
from screening.table_crew import {finder}
def look(progress):
    print(progress.totals.rows, flush=True)
    if progress.totals.rows == {at}:
        os.kill(os.getpid(), signal.{how})
if __name__ == "__main__":
    run(Path({source!r}), Path({out!r}), find_many={finder}, batch_rows={batch}, workers=2,
        progress=look)
"""


@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT"])
@pytest.mark.parametrize("at", [3, 12, 27, 42])
def test_a_run_that_is_killed_goes_on_and_leaves_no_process(
    tmp_path: Path, checkout: Path, how: str, at: int
) -> None:
    """Without a chance to put anything in order, at any batch; resumed, it is as if whole."""
    alone = run_alone(tmp_path / "alone")
    folder, said = tmp_path / "shared", tmp_path / "said"
    folder.mkdir()
    said.mkdir()
    source, out = write_source(folder), folder / "out.csv"
    program = tmp_path / "program.py"
    program.write_text(
        PROGRAM.format(
            path=[str(checkout / "src"), str(checkout / "tests")],
            source=str(source),
            out=str(out),
            at=at,
            how=how,
            batch=BATCH,
            finder="find_and_say_who",
        )
    )
    killed = subprocess.run(
        [sys.executable, str(program)],
        env={**os.environ, "SAID": str(said)},
        check=False,
        capture_output=True,
        timeout=120,
    )
    assert killed.returncode == -getattr(signal, how), killed.stderr.decode()
    wait_for_the_end_of([int(path.name) for path in said.iterdir()])
    run(source, out, batch_rows=BATCH, resume=True, workers=2)
    assert read_files(folder) == alone


def wait_for_the_end_of(processes: list[int]) -> None:
    """Fails where one of them is still there after half a minute."""
    assert processes
    for _ in range(600):
        if not any(map(is_running, processes)):
            return
        time.sleep(0.05)
    pytest.fail("a process is left behind")
