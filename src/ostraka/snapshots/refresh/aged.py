"""When a fetched list was published, and whether it is older than the one that is held."""

from __future__ import annotations

from datetime import date, datetime

from ostraka.model.errors import NotPublished
from ostraka.snapshots.content import digest_party, make_snapshot_id
from ostraka.snapshots.store import Store
from ostraka.sources.definition import Source
from ostraka.sources.reading import ParsedList

_REMEDY = (
    "A cache on the way, or a mirror that lags, serves old files; try again later. If the "
    "publisher has withdrawn the newer list, import this file by hand with --force --reason TEXT."
)


def agree_on_age(
    store: Store, source: Source, parsed: ParsedList, modified: date | None, now: datetime
) -> date | None:
    """The day to publish a list under that states none, `None` for one that does.

    That is the day its server says it was changed, else the day of the check, and never before
    the snapshot that is held.

    Raises:
        NotPublished: The list is older than the one that is held, by its own date, by the server's
            or by its content.
    """
    current = store.current(source.key)
    if parsed.published is not None:
        if current and parsed.published < current.published:
            raise _old(source, f"published {parsed.published}", current.published)
        return None
    day = modified or now.date()
    if current is None:
        return day
    content = make_snapshot_id({p.id: digest_party(p) for p in parsed.parties})
    if content == current.id:
        return current.published  # the same content under a new stamp is no new publication
    if day < current.published:
        raise _old(source, f"last changed {day}", current.published)
    earlier = [s for s in store.snapshots(source.key) if s.id == content]
    if earlier:
        raise _old(source, f"the content of {earlier[-1].published}", current.published)
    return day


def _old(source: Source, age: str, held: date) -> NotPublished:
    return NotPublished(
        f"the server gave an old file ({age}); the list held is of {held}",
        where=source.key,
        remedy=_REMEDY,
    )
