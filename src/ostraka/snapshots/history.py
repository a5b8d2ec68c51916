"""What a row of publications tells about listings that state no date of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Ended:
    """A listing that a later snapshot no longer has, without a notice of its removal.

    `last_seen` is the publication date of the last snapshot that held it, `absent_since` that of
    the first one after it that did not. The listing ended between the two; the day is not known.
    """

    party: str
    list: str
    programme: str
    last_seen: date
    absent_since: date


@dataclass(frozen=True, slots=True)
class Seen:
    """For each row of a presence table, the publications on both sides of its appearance.

    Both are `None` for a listing that states its own date. `last_absent` alone is `None` for one
    that the earliest snapshot held already: then the first day is not known.
    """

    first_seen: tuple[date | None, ...]
    last_absent: tuple[date | None, ...]
