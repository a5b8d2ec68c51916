"""How an entry is hashed with the one before it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ostraka.casework.log.canonical import hash_canonical

if TYPE_CHECKING:
    from ostraka.casework.models import Event

FIRST = "0" * 64
"""What stands in the first entry for the hash of the one before."""


def hash_event(event: Event) -> str:
    """SHA-256 of everything in the entry but its own hash."""
    return hash_canonical(
        {
            "format": 1,
            "number": event.number,
            "at": write_moment(event.at),
            "kind": event.kind,
            "actor": event.actor,
            "about": str(event.about) if event.about else None,
            "alert": event.alert,
            "body": event.body,
            "previous": event.previous,
        }
    )


def write_moment(moment: datetime) -> str:
    """The moment in UTC to the microsecond, which both databases keep."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
