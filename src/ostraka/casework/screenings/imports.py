"""A list that was published although it broke a limit is an entry of the record."""

from __future__ import annotations

from datetime import date, datetime

from ostraka.casework.log.append import append, writing
from ostraka.model.record import EventKind


def tell_forced_import(
    source: str, snapshot: str, published: date, *, reason: str, actor: str, now: datetime
) -> None:
    """The record says who published which snapshot by force, and why."""
    with writing():
        append(
            EventKind.IMPORT_FORCED,
            at=now,
            actor=actor,
            body={
                "source": source,
                "snapshot": snapshot,
                "published": published.isoformat(),
                "reason": reason,
            },
        )
