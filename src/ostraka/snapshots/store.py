"""The store: every list as it stood on every day it was published, in one folder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ostraka.model.errors import StoreDamaged
from ostraka.model.snapshot import Snapshot
from ostraka.snapshots.state import STATE_FILE, Entry, State, load_state

if TYPE_CHECKING:
    import pyarrow as pa

    from ostraka.model.party import Party
    from ostraka.snapshots.difference import Difference
    from ostraka.snapshots.folder import SnapshotFolder
    from ostraka.snapshots.gone import Key
    from ostraka.snapshots.history import Seen
    from ostraka.snapshots.manifest import Manifest
    from ostraka.snapshots.publication import Publication
    from ostraka.sources.definition import Source
    from ostraka.sources.reading import ParsedList

# What writes, compares and opens snapshots is imported where it is done: a screening whose index
# stands needs to know which snapshots there are, and nothing more.

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_SHORTEST_ID = 6


class Store:
    """The snapshots of one home.

    Making one touches nothing; the folders come with the first publication. Reading needs no
    lock: a snapshot never changes, and the file that names the current one is replaced whole.
    Every reading method raises `StoreDamaged` where a file is missing, changed, or of another
    version.

    With `known_on` it reads as the home was when that day ended (UTC): publications that came in
    later are not there, whatever day they are of; with `known_at` likewise, to the moment. That is
    the clock of what was known; the day of publication, the `day` of the methods, is the clock of
    what was in force.
    """

    def __init__(
        self, home: Path, known_on: date | None = None, known_at: datetime | None = None
    ) -> None:
        self.home = home
        self.known_on = known_on
        self._known_at = known_at
        self._root = home / "snapshots"

    def publish(
        self,
        source: Source,
        parsed: ParsedList,
        *,
        published: date | None,
        now: datetime,
        force_reason: str | None = None,
        fetched: bool = False,
    ) -> Publication:
        """The list is a snapshot in its place in published order, or nothing was changed.

        Content that stands already on that day changes nothing but the time of the last check.
        Content that stood on the day before becomes one more publication of the same snapshot.

        Args:
            source: The list, with the limits it must keep.
            parsed: What its parser read.
            published: The day of publication as the user gives it.
            now: The moment of the import, with its time zone.
            force_reason: Why to publish it even where a size or shrink limit is broken.
            fetched: Whether it came from its publisher just now: then its size counts, however
                long ago it was published.

        Raises:
            NotPublished: The dates contradict each other, the list was not read whole, a limit is
                broken, another import runs, or the disk refuses.
        """
        from ostraka.snapshots.candidate import make_candidate
        from ostraka.snapshots.publishing import publish

        candidate = make_candidate(source, parsed, published, now, force_reason)
        return publish(self._folder(source.key), replace(candidate, fetched=fetched))

    def confirm(self, source: str, snapshot: str, now: datetime) -> bool:
        """Whether the snapshot of that id is the current one; if so, it was checked now.

        Raises:
            NotPublished: The disk refuses, or another import runs.
        """
        from ostraka.snapshots.publishing import confirm

        return confirm(self._folder(source), source, snapshot, now)

    def is_whole(self, snapshot: Snapshot) -> bool:
        """Whether every byte of a snapshot is as it was written."""
        state, at = self._locate(snapshot)
        return self._open(state, state.entries[at]).is_whole()

    def sources(self) -> tuple[str, ...]:
        """The keys of the lists that are held, sorted."""
        names = [p.name for p in self._root.iterdir()] if self._root.is_dir() else []
        keys = sorted(name for name in names if _KEY.fullmatch(name))
        return tuple(key for key in keys if self._state(key).entries)

    def snapshots(self, source: str | None = None) -> tuple[Snapshot, ...]:
        """Every publication held, of one source or of all, by source and published order."""
        states = [self._state(key) for key in ([source] if source else self.sources())]
        return tuple(state.snapshot(entry) for state in states for entry in state.entries)

    def current(self, source: str) -> Snapshot | None:
        """The newest snapshot of a source."""
        return self._newest(source, None)

    def as_of(self, source: str, day: date) -> Snapshot | None:
        """The newest snapshot of a source published on or before a day."""
        return self._newest(source, day)

    def find_snapshot(self, source: str, reference: str) -> Snapshot | None:
        """The snapshot with that id, at least six digits of it, or published on that very day.

        Where several answer, the one that came last.
        """
        wanted = reference.strip().lower()
        found = [
            s
            for s in self.snapshots(source)
            if s.published.isoformat() == wanted
            or (len(wanted) >= _SHORTEST_ID and s.id.startswith(wanted))
        ]
        return found[-1] if found else None

    def checked(self, source: str) -> datetime | None:
        """When this home last saw that the current snapshot of the source stands."""
        return self._state(source).checked

    def load_parties(self, snapshot: Snapshot) -> tuple[Party, ...]:
        """The parties of a snapshot, sorted by id, with what history knows of their listings.

        A listing that states no date has `first_seen`, the publication day of the first snapshot
        of the unbroken run that holds it, and `last_absent`, that of the snapshot before the run.
        """
        state, at = self._locate(snapshot)
        folder = self._open(state, state.entries[at])
        return folder.load_parties(seen=self._trace(state, at, folder.load_presence()))

    def load_some(self, snapshot: Snapshot, ids: Collection[str]) -> tuple[Party, ...]:
        """The parties of those ids that a snapshot has, by id, as `load_parties` has them."""
        from ostraka.snapshots.presence import select_parties  # pyarrow is late

        state, at = self._locate(snapshot)
        folder = self._open(state, state.entries[at])
        some = select_parties(folder.load_presence(), ids)
        return folder.load_parties(ids, self._trace(state, at, some)) if len(some) else ()

    def find_party(self, party_id: str, day: date | None = None) -> tuple[Party, Snapshot] | None:
        """A party as its list has it, now or in the newest snapshot on or before a day."""
        from ostraka.snapshots.presence import select_parties  # pyarrow is late

        state = self._state(party_id.partition(":")[0])
        entries = state.until(day)
        if not entries:
            return None
        folder = self._open(state, entries[-1])
        own = select_parties(folder.load_presence(), [party_id])
        if not len(own):
            return None
        seen = self._trace(state, len(entries) - 1, own)
        return folder.load_parties([party_id], seen)[0], state.snapshot(entries[-1])

    def find_renamed(self, party_id: str, day: date | None = None) -> tuple[str, ...]:
        """The ids under which a list has the entry now, or on a day, that was `party_id` before.

        Only a list that states former ids says so; several answer where an entry was taken apart.
        """
        source, _, former = party_id.partition(":")
        state = self._state(source)
        entries = state.until(day)
        return self._open(state, entries[-1]).find_renamed(former) if entries and former else ()

    def find_gone(
        self, party_id: str, day: date | None = None
    ) -> tuple[tuple[Key, Snapshot, Snapshot], ...]:
        """The listings of a party that were held and are not now, or were not on a day.

        Each with the last snapshot that held it and the next one, the latest gone first.
        """
        state = self._state(party_id.partition(":")[0])
        entries = state.until(day)
        from ostraka.snapshots.gone import find_gone

        gone = find_gone(entries, partial(self._open, state), party_id)
        return tuple(
            (key, state.snapshot(entries[last]), state.snapshot(entries[following]))
            for key, last, following in gone
        )

    def difference(self, old: Snapshot, new: Snapshot) -> Difference:
        """How the newer snapshot differs, leaving out what the files of one cannot state."""
        from ostraka.snapshots.difference import diff_parties
        from ostraka.snapshots.presence import read_digests  # pyarrow is late

        folders = [self._open(s, s.entries[at]) for s, at in map(self._locate, (old, new))]
        before, after = (read_digests(f.load_presence()) for f in folders)
        differing = dict(before.items() ^ after.items())
        omits = {word for f in folders for word in f.manifest.omits}
        partial = {party for f in folders for party in f.manifest.partial}
        parties = [f.load_parties(differing) for f in folders]
        return diff_parties(parties[0], parties[1], omits, partial)

    def get_manifest(self, snapshot: Snapshot) -> Manifest:
        """The record of how a snapshot came to be."""
        state, at = self._locate(snapshot)
        return self._open(state, state.entries[at]).manifest

    def fingerprint(self, sources: Sequence[str], as_of: date | None = None) -> str:
        """64 hexadecimal digits that are equal where the parties that would be loaded are equal.

        The history before a snapshot counts, since `first_seen` depends on it.
        """
        lines = [
            f"{key} {entry.published} {entry.id}\n"
            for key in sorted(set(sources))
            for entry in self._state(key).until(as_of)
        ]
        return sha256("".join(lines).encode()).hexdigest()

    def _folder(self, source: str) -> Path:
        return self._root / source

    def _state(self, source: str) -> State:
        # a key may come from a command line: it names a folder only where it looks like a key
        held = load_state(self._folder(source), source) if _KEY.fullmatch(source) else None
        state = held or State(source)
        if self._known_at is not None:
            state = state.known_at(self._known_at)
        return state if self.known_on is None else state.known_on(self.known_on)

    def _newest(self, source: str, day: date | None) -> Snapshot | None:
        state = self._state(source)
        entries = state.until(day)
        return state.snapshot(entries[-1]) if entries else None

    def _open(self, state: State, entry: Entry) -> SnapshotFolder:
        from ostraka.snapshots.opened import open_folder

        return open_folder(self._folder(state.source), state, entry)

    def _locate(self, snapshot: Snapshot) -> tuple[State, int]:
        state = self._state(snapshot.source)
        at = state.find_entry(snapshot)
        if at is None:
            raise StoreDamaged(
                f"the snapshot {snapshot.id[:12]} of {snapshot.source}, published "
                f"{snapshot.published}, is not held",
                where=str(self._folder(snapshot.source) / STATE_FILE),
                remedy="Import the list's file of that day, or use another day or home.",
            )
        return state, at

    def _trace(self, state: State, at: int, presence: pa.Table) -> Seen:
        from ostraka.snapshots.presence import trace  # pyarrow is late

        return trace(state.entries[at].published, presence, self._presences(state, at))

    def _presences(self, state: State, count: int) -> Iterator[tuple[date, pa.Table]]:
        """Day and presence table of the first `count` publications, the latest first."""
        from ostraka.snapshots.presence import KEY_COLUMNS  # pyarrow is late

        folder, presence = "", None
        for entry in reversed(state.entries[:count]):
            if entry.folder != folder:
                folder = entry.folder
                presence = self._open(state, entry).load_presence(KEY_COLUMNS)
            yield entry.published, presence
