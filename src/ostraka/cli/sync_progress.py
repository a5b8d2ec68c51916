"""How far the downloads are: bars on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Watching(Protocol):
    """Whoever is told how far each list is."""

    def update(self, source: str, read: int, announced: int | None) -> None: ...

    def end(self, source: str) -> None: ...


class _Silence:
    def update(self, source: str, read: int, announced: int | None) -> None:
        pass

    def end(self, source: str) -> None:
        pass


class _Bars:
    def __init__(self, progress: Progress, sources: Sequence[str]) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {s: progress.add_task(s, total=None) for s in sources}

    def update(self, source: str, read: int, announced: int | None) -> None:
        self._progress.update(self._tasks[source], completed=read, total=announced)

    def end(self, source: str) -> None:
        self._progress.remove_task(self._tasks[source])


@contextmanager
def watching(sources: Sequence[str]) -> Iterator[Watching]:
    """Bars on standard error inside the block, where that is a terminal."""
    if not sys.stderr.isatty():
        yield _Silence()
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    console = Console(stderr=True)
    with Progress(*columns, TransferSpeedColumn(), console=console, transient=True) as progress:
        yield _Bars(progress, sources)
