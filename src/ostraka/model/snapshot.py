"""Snapshots of lists and the record of a screening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One list as it stood when published: immutable, named by its content.

    `id` is the SHA-256 of the normalised records, so that a file that differs only in its header
    timestamp is the same snapshot. `omits` are fields that the files it was read from cannot state
    (`aliases`, `addresses`): what is missing there is not known to be absent. `forced` is the
    reason given for publishing it although a limit was broken.
    """

    id: str
    source: str
    published: date
    imported: datetime
    parties: int
    current: bool = False
    omits: tuple[str, ...] = ()
    forced: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyMark:
    """Which policy was in force; `sha256` is that of what it says, whatever its layout."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What an answer rests on: enough to run the same screening again.

    `prior` is the share of true matches that the user expects, `None` where none was stated.
    `search` is `ostraka`, or the published search of an authority that was asked for instead.
    `peps` says whether persons who are no more than politically exposed were looked at.

    `not_screened` are lists that are held and were left out, because others were named or because
    none of their snapshots reaches back to the day; `not_held` are known lists that are not here.
    `as_of` is the day asked about; `known_on` the day from which it is looked at, where what came
    into the home later was left out.
    """

    version: str
    index: str
    as_of: date
    threshold: float
    limit: int | None
    policy: PolicyMark | None
    weak_aliases: bool
    snapshots: tuple[Snapshot, ...]
    reconstructed: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    not_screened: tuple[str, ...] = ()
    allow_stale_days: int | None = None
    prior: float | None = None
    search: str = "ostraka"
    peps: bool = False
    known_on: date | None = None
