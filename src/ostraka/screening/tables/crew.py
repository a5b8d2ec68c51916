"""Work shared out to processes of their own, and its results in the order of the work.

Each process is a new one that imports what it needs; nothing is copied from this one but the work,
and an index is mapped from its file. A process ends with this one, however this one ends: it holds
one end of a pipe whose other end is open here alone.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, TypeVar, cast

from ostraka.model.errors import ProcessLost

Work = TypeVar("Work")
Done = TypeVar("Done")

WAITING_FOR_EACH = 3
"""Pieces of work that are out for each process: one in hand, the others so that it never waits."""


class Crew(Generic[Work, Done]):
    """Processes that all do one thing, until the end of a `with`."""

    def __init__(self, do: Callable[[Work], Done], workers: int) -> None:
        """`do` and whatever it holds can be pickled."""
        context = get_context("spawn")  # a fork would copy threads and locks in whatever state
        ours, self._lifeline = context.Pipe(duplex=False)
        self._theirs = ours
        self._most = WAITING_FOR_EACH * workers
        self._pool = ProcessPoolExecutor(
            workers, context, initializer=_begin, initargs=(ours, pickle.dumps(do))
        )

    def map(self, work: Iterable[Work]) -> Iterator[Done]:
        """The results in the order of the work, which is drawn only as far as there is room.

        Raises:
            ProcessLost: A process ended before its work was done.
        """
        waiting: deque[Future[Done]] = deque()
        for piece in work:
            waiting.append(self._submit(piece))
            if len(waiting) == self._most:
                yield _wait(waiting.popleft())
        while waiting:
            yield _wait(waiting.popleft())

    def _submit(self, piece: Work) -> Future[Done]:
        # A process begun here must not be the one that Ctrl-C stops: this one ends it.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return self._pool.submit(_do, piece)
        except BrokenProcessPool as broken:
            raise _make_loss() from broken
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def __enter__(self) -> Crew[Work, Done]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """The processes have ended: their work is done, or nobody waits for it any more."""
        if kind is not None:
            self._lifeline.close()
        self._pool.shutdown(cancel_futures=True)
        self._lifeline.close()
        self._theirs.close()


def _wait(future: Future[Done]) -> Done:
    try:
        return future.result()
    except BrokenProcessPool as broken:
        raise _make_loss() from broken


def _make_loss() -> ProcessLost:
    return ProcessLost(
        "a process that screened a part of the table ended before it was done",
        where="one of the workers",
        remedy="Something outside ended it, often for want of memory. Go on with --resume, "
        "with fewer --workers if it happens again.",
    )


_DO = "ostraka crew"
_given: dict[str, bytes] = {}


def _begin(lifeline: Connection, do: bytes) -> None:
    """What a new process does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _given[_DO] = do
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """Ends this process as soon as nobody holds the other end."""
    try:
        lifeline.recv()
    except (EOFError, OSError):
        os._exit(1)


@cache
def _load_do() -> Callable[[Any], Any]:
    return cast("Callable[[Any], Any]", pickle.loads(_given[_DO]))  # noqa: S301  # from the parent


def _do(piece: Any) -> Any:  # noqa: ANN401  # whatever the crew was made for
    """With the first piece of work, so that what cannot be opened is told as any failure is."""
    return _load_do()(piece)
