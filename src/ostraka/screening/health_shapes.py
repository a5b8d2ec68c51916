"""The shapes of what `sync` and `doctor` print as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from ostraka.screening.list_shapes import Publication


class SyncOutcome(TypedDict):
    """What became of one list.

    `publication` is null where nothing was read, `problem` where all went well. `bytes` counts
    what was fetched.
    """

    source: str
    state: Literal["published", "unchanged", "refused", "failed"]
    publication: Publication | None
    bytes: int
    notes: list[str]
    problem: str | None
    where: str | None
    remedy: str | None


class RegisterSyncOutcome(TypedDict):
    """What became of one register; day, hash and counts are of the edition that is the newest."""

    register: str
    state: Literal["published", "unchanged", "refused", "failed"]
    published: date | None
    sha256: str | None
    records: int | None
    stakes: int | None
    bytes: int
    notes: list[str]
    problem: str | None
    where: str | None
    remedy: str | None


class SyncOutcomes(TypedDict):
    """What `ostraka sync --json` prints, sorted by source; registers in the order asked for."""

    sources: list[SyncOutcome]
    registers: list[RegisterSyncOutcome]


class ListHealth(TypedDict):
    """How one list stands; dates and numbers are null where it is not held."""

    source: str
    condition: Literal["sound", "stale", "damaged", "not_held"]
    published: date | None
    checked: datetime | None
    days_since_check: int | None
    stale_after_days: int | None
    parties: int | None
    parties_before: int | None
    snapshots: int
    remarks: list[str]


class RegisterHealthShape(TypedDict):
    """How one register stands; dates and numbers are null where it is not held."""

    register: str
    condition: Literal["sound", "stale", "damaged", "not_held"]
    published: date | None
    checked: datetime | None
    days_since_check: int | None
    stale_after_days: int
    stakes: int | None
    stakes_before: int | None
    editions: int
    remarks: list[str]


class HealthOfLists(TypedDict):
    """What `ostraka doctor --json` prints: every list that can be read, and every register.

    `damaged_indexes` says of each index that was altered what was wrong with it; it was deleted.
    """

    lists: list[ListHealth]
    registers: list[RegisterHealthShape]
    damaged_indexes: list[str]
