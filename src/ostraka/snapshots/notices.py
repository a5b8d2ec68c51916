"""What authorities said of the end of a listing, as a user recorded it: kept beside the snapshots.

Most lists tell a removal by leaving the entry out, which says that it is gone and not since when or
why. The authority's own notice does; it is recorded by hand, and never changes a snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ostraka.model.errors import NotPublished
from ostraka.snapshots.durable import make_folder, replace_file
from ostraka.snapshots.lock import hold_lock
from ostraka.snapshots.sealed import parse_sealed, refusing_the_unknown, render_sealed

_REMEDY = "Restore the file from a backup, or move it away and record the notices again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An authority took a party off: on which day, and where it says so.

    `programme` is that of one listing, empty for every listing of the party on its list.
    `recorded` is the moment at which this home learnt of it, in UTC.
    """

    party: str
    on: date
    citation: str
    recorded: datetime
    programme: str = ""

    def concerns(self, programme: str) -> bool:
        """Whether it ends a listing under that programme."""
        return self.programme in ("", programme)


def load_notices(home: Path, source: str) -> tuple[Notice, ...]:
    """The notices recorded for a list, in the order they were recorded.

    Raises:
        StoreDamaged: The file was changed after it was written, or another version wrote it.
    """
    path = _path(home, source)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    body = parse_sealed(data, path, _REMEDY)
    with refusing_the_unknown(path):
        return tuple(_parse(row) for row in body["notices"])


def keep_notice(home: Path, source: str, notice: Notice) -> bool:
    """The notice is recorded; whether it was new.

    Raises:
        NotPublished: The disk refuses, or another process is recording one.
        StoreDamaged: The file was changed after it was written.
    """
    with _writing(home, source) as path:
        held = load_notices(home, source)
        if any(_says_the_same(notice, other) for other in held):
            return False
        _save(path, (*held, notice))
        return True


def _says_the_same(one: Notice, other: Notice) -> bool:
    def said(notice: Notice) -> tuple[str, date, str, str]:
        return notice.party, notice.on, notice.citation, notice.programme

    return said(one) == said(other)


@contextmanager
def _writing(home: Path, source: str) -> Iterator[Path]:
    path = _path(home, source)
    try:
        make_folder(path.parent)
        with hold_lock(path.with_name(f".{source}.lock")):
            yield path
    except OSError as error:
        raise NotPublished(
            f"the notice could not be written: {error.strerror or error}",
            where=str(path),
            remedy="Make room or give the right to write there, then record it again.",
        ) from error


def _save(path: Path, notices: Sequence[Notice]) -> None:
    rows = [
        {**asdict(x), "on": x.on.isoformat(), "recorded": x.recorded.isoformat()} for x in notices
    ]
    replace_file(path, render_sealed({"notices": rows}))


def _parse(row: Mapping[str, Any]) -> Notice:
    stamps = {
        "on": date.fromisoformat(row["on"]),
        "recorded": datetime.fromisoformat(row["recorded"]),
    }
    return Notice(**{**row, **stamps})


def _path(home: Path, source: str) -> Path:
    return home / "notices" / f"{source}.json"
