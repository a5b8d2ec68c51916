"""The one way a list becomes a snapshot: judged, written, and then named by the state."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ostraka.model.errors import NotPublished
from ostraka.snapshots.candidate import Candidate
from ostraka.snapshots.durable import make_folder
from ostraka.snapshots.filling import count_filled
from ostraka.snapshots.floors import count_kinds
from ostraka.snapshots.folder import SnapshotFolder, remove_leftovers, write_folder
from ostraka.snapshots.lock import hold_lock
from ostraka.snapshots.manifest import Manifest
from ostraka.snapshots.neighbour import Verdict, judge
from ostraka.snapshots.omission import find_unstated
from ostraka.snapshots.opened import open_folder
from ostraka.snapshots.publication import Publication
from ostraka.snapshots.state import Entry, State, load_state, save_state

LOCK_FILE = ".lock"
_REPAIRED = "the snapshot was damaged on disk; it was repaired from these files"


def publish(folder: Path, candidate: Candidate) -> Publication:
    """The list stands in the store of its source, or nothing was changed.

    Raises:
        NotPublished: A limit is broken without force, the disk refuses, or another import runs.
        StoreDamaged: The state of the source is not whole.
    """
    with _writing(folder):
        state = _start_state(folder, candidate.source.key)
        remove_leftovers(folder, {e.folder for e in state.entries})
        standing = _find_standing(state, candidate)
        if standing is not None:
            return _confirm(folder, state, standing, candidate)
        return _add(folder, state, candidate)


def confirm(folder: Path, source: str, snapshot: str, now: datetime) -> bool:
    """Whether that snapshot is the current one; if so, it was checked now.

    Raises:
        NotPublished: The disk refuses, or another import runs.
        StoreDamaged: The state of the source is not whole.
    """
    with _writing(folder):
        state = load_state(folder, source)
        if state is None or not state.entries or state.entries[-1].id != snapshot:
            return False
        save_state(folder, replace(state, checked=now))
        return True


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """The folder is there and is ours inside the block; what the disk refuses is told plainly."""
    try:
        make_folder(folder)
        with hold_lock(folder / LOCK_FILE):
            yield
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error)) from error
    except UnicodeEncodeError as error:
        raise _unwritable(folder, "a text of the list holds a code that is no character") from error


def _start_state(folder: Path, source: str) -> State:
    # on the disk before any snapshot, so that its loss can be told from a first import
    state = load_state(folder, source)
    if state is None:
        state = State(source)
        save_state(folder, state)
    return state


def _find_standing(state: State, candidate: Candidate) -> int | None:
    same_day = range(state.place(candidate.published))
    found = [i for i in same_day if _is_standing(state.entries[i], candidate)]
    if not found or state.entries[-1].published > candidate.published:
        return found[-1] if found else None
    # on the newest day the last word counts: A, B, then A again makes A current once more
    return found[-1] if found[-1] == len(state.entries) - 1 else None


def _is_standing(entry: Entry, candidate: Candidate) -> bool:
    return (entry.published, entry.id) == (candidate.published, candidate.id)


def _confirm(folder: Path, state: State, standing: int, candidate: Candidate) -> Publication:
    entry = state.entries[standing]
    verdict = Verdict(warnings=candidate.parsed.warnings)
    if not open_folder(folder, state, entry).is_whole():
        state = _write(folder, state, candidate, verdict)[0]
        verdict = replace(verdict, warnings=(*verdict.warnings, _REPAIRED))
    current = standing == len(state.entries) - 1
    save_state(folder, replace(state, checked=candidate.now) if current else state)
    return _publication(candidate, verdict, current=current)


def _add(folder: Path, state: State, candidate: Candidate) -> Publication:
    at = state.place(candidate.published)
    before = open_folder(folder, state, state.entries[at - 1]) if at else None
    same_day = bool(at) and state.entries[at - 1].published == candidate.published
    verdict = judge(candidate, before, same_day=same_day)
    if verdict.refusals and candidate.forced is None:
        raise NotPublished(
            "; ".join(verdict.refusals),
            where=f"{candidate.source.key}, published {candidate.published}",
            remedy="Check the file at its publisher; if it is right, import it with --force "
            "--reason TEXT.",
        )
    state, entry = _write(folder, state, candidate, verdict)
    state = state.insert(entry)
    current = state.entries[-1] is entry
    save_state(folder, replace(state, checked=candidate.now) if current else state)
    return _publication(candidate, verdict, current=current)


def _write(
    folder: Path, state: State, candidate: Candidate, verdict: Verdict
) -> tuple[State, Entry]:
    shared = next((e for e in state.entries if e.id == candidate.id), None)
    if shared is not None and open_folder(folder, state, shared).is_whole():
        return state, _entry(candidate, shared.folder, shared.manifest, shared.base)
    name = _free_name(candidate, {e.folder for e in state.entries})
    manifest, base = write_folder(
        folder / name,
        _manifest(candidate, verdict),
        candidate.parsed.parties,
        candidate.digests,
        _choose_base(folder, state, candidate),
    )
    return (
        state.rehouse(candidate.id, name, manifest, base),
        _entry(candidate, name, manifest, base),
    )


def _choose_base(folder: Path, state: State, candidate: Candidate) -> SnapshotFolder | None:
    """The whole snapshot that stands next to the list: the one before it, or that one's base."""
    at = state.place(candidate.published)
    if not at or state.is_base(candidate.id):  # what others are stored against stays whole
        return None
    before = state.entries[at - 1]
    base = state.find_base(before.base or before.id)
    if base is None or base.id == candidate.id:
        return None
    held = open_folder(folder, state, base)
    return held if held.is_whole() else None


def _free_name(candidate: Candidate, taken: Collection[str]) -> str:
    # a damaged folder keeps its name until the state has let go of it
    name = f"{candidate.published}-{candidate.id[:12]}"
    times = sum(t.startswith(name) for t in taken)
    return f"{name}-{times + 1}" if times else name


def _manifest(candidate: Candidate, verdict: Verdict) -> Manifest:
    parsed = candidate.parsed
    return Manifest(
        id=candidate.id,
        source=candidate.source.key,
        published=candidate.published,
        imported=candidate.now,
        parties=len(parsed.parties),
        kinds=count_kinds(parsed.parties),
        stated_count=parsed.stated_count,
        counted=parsed.counted,
        tallies=dict(parsed.tallies),
        warnings=verdict.warnings,
        omits=tuple(sorted(parsed.omits)),
        partial=tuple(sorted(parsed.partial)),
        parts=dict(parsed.parts),
        filled=count_filled(parsed.parties),
        forced=candidate.forced,
        overridden=verdict.refusals,
    )


def _publication(candidate: Candidate, verdict: Verdict, *, current: bool) -> Publication:
    return Publication(
        source=candidate.source.key,
        snapshot=candidate.id,
        published=candidate.published,
        parties=len(candidate.parsed.parties),
        added=verdict.added,
        changed=verdict.changed,
        removed=verdict.removed,
        current=current,
        warnings=verdict.warnings + verdict.refusals,
    )


def _entry(candidate: Candidate, folder: str, manifest: str, base: str) -> Entry:
    return Entry(
        published=candidate.published,
        id=candidate.id,
        folder=folder,
        manifest=manifest,
        imported=candidate.now,
        parties=len(candidate.parsed.parties),
        forced=candidate.forced,
        omits=find_unstated(candidate.parsed.omits),
        base=base,
    )


def _unwritable(folder: Path, why: str) -> NotPublished:
    return NotPublished(
        f"the snapshot could not be written: {why}",
        where=str(folder),
        remedy="Make room or give the right to write there, then import again.",
    )
