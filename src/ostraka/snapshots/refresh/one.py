"""One list: fetched, read, judged and published, or left as it stood."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from ostraka.model.errors import DownloadFailed, NotPublished, SourceRefused
from ostraka.snapshots.durable import make_folder
from ostraka.snapshots.lock import hold_lock
from ostraka.snapshots.publication import Publication
from ostraka.snapshots.refresh.aged import agree_on_age
from ostraka.snapshots.refresh.collecting import Collected, Collector, collect
from ostraka.snapshots.refresh.memory import Memory, load_memory, save_memory
from ostraka.snapshots.refresh.outcome import Outcome, State
from ostraka.snapshots.refresh.room import Room
from ostraka.sources.definition import Source, Sync
from ostraka.sources.fetch import Fetcher, Limits
from ostraka.sources.intake import open_inputs


def refresh(room: Room, source: Source) -> Outcome:
    """The list is as its publisher has it now, or what was held stands unchanged.

    A set of files that cannot be had or read gives way to the next set of the definition. Nothing
    new at the publisher counts as a check.

    Raises:
        DownloadFailed: No set of files can be had, or the definition names none.
        SourceRefused: What was fetched is not the list.
        NotPublished: It was read and must not become a snapshot.
        StoreDamaged: The store of the source is not whole.
    """
    if source.sync is None:
        raise _not_fetched(source)
    with _working_folder(room.store.home / "downloads", source.key) as (folder, memory_path):
        known = _load_known(room, source, memory_path)
        refusals: list[DownloadFailed | SourceRefused] = []
        for number, wanted in enumerate(source.sync.sets):
            into = folder / str(number)
            into.mkdir()
            progress = partial(room.watch, source.key)
            fetcher = _bounded(room.fetcher, source.sync)
            collector = Collector(fetcher, known, progress, room.now.date())
            try:
                collected = collect(wanted, collector, into)
                outcome = _take(room, source, collected, known.snapshot)
            except (DownloadFailed, SourceRefused) as refusal:
                refusals.append(refusal)
                continue
            _remember(room, source, collected, memory_path)
            return _with_notes(outcome, refusals)
        raise refusals[0]


def _take(room: Room, source: Source, collected: Collected, snapshot: str) -> Outcome:
    if collected.unchanged:
        if room.store.confirm(source.key, snapshot, room.now):
            return Outcome(source=source.key, state=State.UNCHANGED, size=collected.size)
        raise _overtaken(source)
    files = open_inputs(collected.paths, pages="html" in source.formats)
    parsed = room.parser_of(source.key)(files)
    published = agree_on_age(room.store, source, parsed, collected.modified, room.now)
    publication = room.store.publish(
        source, parsed, published=published, now=room.now, fetched=True
    )
    return Outcome(
        source=source.key,
        state=State.PUBLISHED if _is_news(publication) else State.UNCHANGED,
        publication=publication,
        size=collected.size,
    )


def _is_news(publication: Publication) -> bool:
    return bool(publication.added or publication.changed or publication.removed)


def _load_known(room: Room, source: Source, path: Path) -> Memory:
    """What was fetched for the current snapshot, if that still stands whole."""
    memory = load_memory(path)
    current = room.store.current(source.key)
    holds = current is not None and (memory.snapshot, memory.version) == (current.id, room.version)
    return memory if holds and current and room.store.is_whole(current) else Memory()


def _remember(room: Room, source: Source, collected: Collected, path: Path) -> None:
    current = room.store.current(source.key)
    if current is not None:
        save_memory(path, Memory(current.id, room.version, collected.files))


@contextmanager
def _working_folder(downloads: Path, key: str) -> Iterator[tuple[Path, Path]]:
    """An empty folder for the files, gone afterwards; and where the memory of the source lies."""
    folder = downloads / f".tmp-{key}"
    try:
        make_folder(downloads)
        with hold_lock(downloads / f".{key}.lock"):
            shutil.rmtree(folder, ignore_errors=True)  # of a run that was killed
            folder.mkdir()
            try:
                yield folder, downloads / f"{key}.json"
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise NotPublished(
            f"the files could not be kept: {error.strerror or error}",
            where=str(downloads),
            remedy="Make room or give the right to write there, then try again.",
        ) from error


def _bounded(fetcher: Fetcher, sync: Sync) -> Fetcher:
    held = fetcher.limits
    bounds = Limits(
        max_bytes=min(held.max_bytes, sync.limit_mib << 20),
        connect=held.connect,
        read=held.read,
        seconds=min(held.seconds, sync.seconds),
        attempts=held.attempts,
        backoff=held.backoff,
        longest_pause=held.longest_pause,
        redirects=held.redirects,
    )
    return fetcher.within(bounds)


def _with_notes(outcome: Outcome, refusals: list[DownloadFailed | SourceRefused]) -> Outcome:
    return replace(outcome, notes=tuple(f"{r.where}: {r.problem}" for r in refusals))


def _overtaken(source: Source) -> DownloadFailed:
    return DownloadFailed(
        "another import changed this list meanwhile", where=source.key, remedy="Try again."
    )


def _not_fetched(source: Source) -> DownloadFailed:
    at = f" from {source.urls[0]}" if source.urls else ""
    return DownloadFailed(
        "this list is not fetched: its publisher offers no file that is read as it is",
        where=source.key,
        remedy=f"Get its files{at} and import them: `ostraka import {source.key} PATH`.",
    )
