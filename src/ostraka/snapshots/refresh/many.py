"""All lists side by side: what happens to one harms no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from ostraka.model.errors import DownloadFailed, OstrakaError
from ostraka.snapshots.refresh.one import refresh
from ostraka.snapshots.refresh.outcome import Outcome, State
from ostraka.snapshots.refresh.room import Room
from ostraka.sources.definition import Source

_WORKERS = 8


def refresh_all(room: Room, sources: Sequence[Source]) -> Iterator[Outcome]:
    """The outcome of every list, in the order in which they end.

    A list that fails is an outcome like any other. When the caller stops early, what still runs is
    called off, and nothing of it is published half.
    """
    with ThreadPoolExecutor(_WORKERS, thread_name_prefix="refresh") as workers:
        running = [workers.submit(refresh_one, room, source) for source in sources]
        try:
            for ended in as_completed(running):
                yield ended.result()
        finally:
            for future in running:
                future.cancel()
            if not all(future.done() for future in running):
                room.fetcher.call_off()


def refresh_one(room: Room, source: Source) -> Outcome:
    """The outcome of one list; every refusal becomes one, whatever it was."""
    try:
        return refresh(room, source)
    except DownloadFailed as failure:
        return _outcome(source, State.FAILED, failure)
    except OstrakaError as refusal:
        return _outcome(source, State.REFUSED, refusal)
    except Exception as fault:
        return Outcome(
            source=source.key,
            state=State.REFUSED,
            problem=f"the reader of this list failed: {type(fault).__name__}: {fault}",
            where=source.key,
            remedy="Report this with the file; the snapshot that was held stands.",
        )


def _outcome(source: Source, state: State, refusal: OstrakaError) -> Outcome:
    return Outcome(
        source=source.key,
        state=state,
        problem=refusal.problem,
        where=refusal.where,
        remedy=refusal.remedy,
    )
