"""How far a file is: a bar at a terminal, a line now and then where standard error is a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ostraka.cli.writing import tell

if TYPE_CHECKING:
    from rich.console import Console

    from ostraka.screening.tables.progress import Progress

Show = Callable[["Progress"], None]

EVERY = 30.0
"""Seconds between two lines of a log."""


@contextmanager
def showing_progress() -> Iterator[Show]:
    """What is to be told after every batch; a bar is gone when the run is."""
    from rich.console import Console

    console = Console(stderr=True)
    if console.is_terminal:
        with _bar(console) as show:
            yield show
    else:
        yield make_log(time.monotonic)


def make_log(clock: Callable[[], float]) -> Show:
    """Tells a line when `EVERY` seconds have passed since the one before."""
    told = clock()
    first: Progress | None = None

    def show(done: Progress) -> None:
        nonlocal told, first
        first = first or done
        if clock() - told >= EVERY:
            told = clock()
            tell(describe_progress(done, first))

    return show


def describe_progress(done: Progress, first: Progress) -> str:
    """Rows, rows a second, and the time left at the speed since the `first` batch of this part.

    A run that was resumed counts the rows of its earlier parts, and not their speed.
    """
    seconds = done.seconds - first.seconds
    rows, share = done.totals.rows - first.totals.rows, done.share - first.share
    speed = f", {rows / seconds:,.0f} a second" if seconds > 0 else ""
    left = f", {_write_time((1 - done.share) / share * seconds)} left" if share > 0 else ""
    return f"Screening: {done.totals.rows:,} rows{speed}{left}."


def _write_time(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any.

    >>> _write_time(75.2), _write_time(3661)
    ('1:15', '1:01:01')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def _bar(console: Console) -> Iterator[Show]:
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    parts = (
        TextColumn("Screening"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]:,} rows, {task.fields[speed]:,.0f} a second,"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Bar(*parts, console=console, transient=True) as bar:
        task = bar.add_task("", total=1.0, rows=0, speed=0.0)

        def show(done: Progress) -> None:
            rows = done.totals.rows
            speed = rows / done.seconds if done.seconds else 0.0
            bar.update(task, completed=done.share, rows=rows, speed=speed)

        yield show
