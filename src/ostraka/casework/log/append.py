"""One writer at a time, and one entry after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.utils import OperationalError

from ostraka.casework.log.canonical import write_canonical
from ostraka.casework.log.chain import FIRST, hash_event
from ostraka.casework.models import Event
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind

_WRITER = 0x6F73_7472_616B
"""Number of the lock that PostgreSQL gives to one writer of the record at a time."""


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that no other writer of the record shares; all of it is kept, or nothing.

    May be opened again inside itself. SQLite takes its lock when the transaction begins.

    Raises:
        RecordRefused: Another writer has not ended in time.
    """
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITER])
            yield
    except OperationalError as problem:
        if "locked" not in str(problem):
            raise
        raise RecordRefused(
            "another writer of the record has not ended in time",
            where="record",
            remedy="Nothing was written. Try again.",
        ) from problem


def append(
    kind: EventKind,
    *,
    at: datetime,
    actor: str,
    body: Mapping[str, object],
    about: UUID | None = None,
    alert: int | None = None,
) -> Event:
    """The entry is the last of the record once the transaction around it ends.

    `body` holds no personal data: that stands sealed in tables, and here by its hash.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an entry is written inside `writing()` only")
    last = Event.objects.order_by("-number").values_list("number", "digest").first()
    number, previous = last or (0, FIRST)
    event = Event(
        number=number + 1,
        at=at,
        kind=kind.value,
        actor=actor,
        about=about,
        alert=alert,
        body=write_canonical(dict(body)),
        previous=previous,
    )
    event.digest = hash_event(event)
    event.save(force_insert=True)
    return event
