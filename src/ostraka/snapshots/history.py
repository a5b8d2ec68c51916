"""What a row of publications tells about listings that state no date of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Seen:
    """For each row of a presence table, the publications on both sides of its appearance.

    Both are `None` for a listing that states its own date. `last_absent` alone is `None` for one
    that the earliest snapshot held already: then the first day is not known.
    """

    first_seen: tuple[date | None, ...]
    last_absent: tuple[date | None, ...]
