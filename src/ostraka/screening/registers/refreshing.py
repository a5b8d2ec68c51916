"""One register: fetched, read, judged and held, or left as it stood."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from ostraka.model.errors import DownloadFailed, NotPublished, OstrakaError, SourceRefused
from ostraka.screening.registers.fetching import Fetched, fetch_files
from ostraka.screening.registers.guards import judge, refuse_older
from ostraka.screening.registers.held import (
    TABLE,
    HeldFile,
    HeldRegisters,
    RegisterEdition,
    hash_file,
)
from ostraka.screening.registers.locating import locate
from ostraka.screening.registers.outcome import RegisterOutcome
from ostraka.screening.registers.reading import RegisterReading
from ostraka.screening.registers.table import write_table
from ostraka.snapshots.durable import make_folder
from ostraka.snapshots.lock import hold_lock
from ostraka.snapshots.refresh import State
from ostraka.sources.fetch import Fetcher
from ostraka.sources.registers import Files, Register

Watch = Callable[[str, int, int | None], None]
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRoom:
    """Where registers are refreshed; `version` is that of this program, which may read better."""

    home: Path
    fetcher: Fetcher
    now: datetime
    version: str
    watch: Watch


def refresh_register(room: RegisterRoom, register: Register) -> RegisterOutcome:
    """The outcome; every refusal becomes one, and leaves what is held as it stood."""
    try:
        return _refresh(room, register)
    except DownloadFailed as failure:
        return _end(register, State.FAILED, failure)
    except OstrakaError as refusal:
        return _end(register, State.REFUSED, refusal)
    except Exception as fault:
        return RegisterOutcome(
            key=register.key,
            state=State.REFUSED,
            problem=f"the reader of this register failed: {type(fault).__name__}: {fault}",
            where=register.key,
            remedy="Report this with the file; the edition that was held stands.",
        )


def _refresh(room: RegisterRoom, register: Register) -> RegisterOutcome:
    held = HeldRegisters(room.home)
    editions = held.editions(register.key)
    newest = editions[-1] if editions and editions[-1].is_there() else None
    limits = replace(
        room.fetcher.limits, max_bytes=register.limit_mib << 20, seconds=float(register.seconds)
    )
    bounded = replace(room, fetcher=room.fetcher.within(limits))
    refusals: list[DownloadFailed | SourceRefused] = []
    with _working_folder(room.home / "downloads", register.key) as folder:
        for number, files in enumerate(register.sets):
            into = folder / str(number)
            into.mkdir(exist_ok=True)
            try:
                fetched = _fetch(bounded, register, files, newest, into)
                outcome = _take(bounded, register, fetched, newest)
            except DownloadFailed as failure:
                refusals.append(failure)  # what came whole stays for the next run
                continue
            except SourceRefused as refusal:
                refusals.append(refusal)
                shutil.rmtree(into)
                continue
            except NotPublished:
                shutil.rmtree(folder)
                raise
            shutil.rmtree(folder)
            notes = tuple(f"{failure.where}: {failure.problem}" for failure in refusals)
            return replace(outcome, notes=(*notes, *outcome.notes))
    raise refusals[0]


def _fetch(
    room: RegisterRoom, register: Register, files: Files, newest: RegisterEdition | None, into: Path
) -> Fetched:
    located = locate(room.fetcher, files, into)
    progress = partial(room.watch, register.key)
    return fetch_files(room.fetcher, located, newest, into, progress)


def _take(
    room: RegisterRoom,
    register: Register,
    fetched: Fetched,
    newest: RegisterEdition | None,
) -> RegisterOutcome:
    held = HeldRegisters(room.home)
    published = fetched.located.published or fetched.modified or room.now.date()
    if newest and fetched.digest == newest.sha256:
        published = newest.published  # the same content under a new stamp is no new edition
        if newest.version == room.version:
            held.confirm(register.key, room.now)
            return RegisterOutcome(
                key=register.key, state=State.UNCHANGED, edition=newest, size=fetched.size
            )
    refuse_older(register, published, newest)
    fresh = held.make_room(register.key)
    try:
        edition, problems = _make_edition(room, register, fetched, newest, published, fresh)
        held.add(fresh, edition)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    held.confirm(register.key, room.now)
    return RegisterOutcome(
        key=register.key,
        state=State.PUBLISHED,
        edition=edition,
        size=fetched.size,
        notes=(*edition.warnings, *problems[:_SHOWN]),
    )


def _make_edition(
    room: RegisterRoom,
    register: Register,
    fetched: Fetched,
    newest: RegisterEdition | None,
    published: date,
    fresh: Path,
) -> tuple[RegisterEdition, Sequence[str]]:
    """The edition, its files and its table in the folder; and what of it was not understood."""
    paths = [path for path, _ in fetched.files.values()]
    reading = RegisterReading(register)
    stakes = write_table(fresh / TABLE, reading.records_of(paths))
    announced = fetched.located.records or reading.announced
    warnings = judge(register, reading.records, stakes, announced, newest)
    for path in paths:
        _move(path, fresh)
    edition = RegisterEdition(
        folder=fresh.with_name(f"{published}-{fetched.digest[:24]}-{room.now:%Y%m%dT%H%M%S%f}"),
        key=register.key,
        published=published,
        imported=room.now,
        sha256=fetched.digest,
        version=room.version,
        records=reading.records,
        stakes=stakes,
        table_sha256=hash_file(fresh / TABLE),
        table_size=(fresh / TABLE).stat().st_size,
        files={url: HeldFile(path.name, said) for url, (path, said) in fetched.files.items()},
        warnings=warnings,
    )
    return edition, reading.problems()


def _move(path: Path, into: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    path.replace(into / path.name)


@contextmanager
def _working_folder(downloads: Path, key: str) -> Iterator[Path]:
    """A folder for the files, which stays where the line was cut, so that the next run goes on."""
    try:
        make_folder(downloads)
        with hold_lock(downloads / f".{key}.lock"):
            folder = downloads / f".part-{key}"
            folder.mkdir(exist_ok=True)
            yield folder
    except OSError as error:
        raise NotPublished(
            f"the files could not be kept: {error.strerror or error}",
            where=str(downloads),
            remedy="Make room or give the right to write there, then try again.",
        ) from error


def _end(register: Register, state: State, refusal: OstrakaError) -> RegisterOutcome:
    return RegisterOutcome(
        key=register.key,
        state=state,
        problem=refusal.problem,
        where=refusal.where,
        remedy=refusal.remedy,
    )
