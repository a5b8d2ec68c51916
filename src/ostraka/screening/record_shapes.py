"""The shapes of what the verbs of the record print as JSON."""

from __future__ import annotations

from datetime import datetime

from typing_extensions import TypedDict

from ostraka.model.record import Role


class FaultShape(TypedDict):
    """What is not as it was written; `number` is the entry where it shows, 0 where none does."""

    number: int
    what: str


class RecordVerification(TypedDict):
    """What a reading of the whole record found.

    `whole` says that nothing was found. `head` is the hash of the last entry, `key` the public key
    that checkpoints of this home are signed with, `checkpoints` how many it was held against.
    """

    whole: bool
    entries: int
    head: str
    checkpoints: int
    key: str
    faults: list[FaultShape]


class EngineMark(TypedDict):
    """A version of the engine, and the index it asked."""

    version: str
    index: str


class EnginesShape(TypedDict):
    """The engine of the recorded answer, and the one that ran it again."""

    then: EngineMark
    now: EngineMark


class ReplayedRowShape(TypedDict):
    """One subject run again; `same` is null where it could not be, and `why` says why."""

    row: int
    same: bool | None
    why: str
    differences: list[str]


class Replay(TypedDict):
    """A recorded screening run again; `same` is null where no row could be."""

    screening: str
    at: datetime
    same: bool | None
    engine: EnginesShape
    rows: list[ReplayedRowShape]


class UserShape(TypedDict):
    """An account by its name; `active` tells whether it may still be used."""

    name: str
    role: Role
    active: bool


class Users(TypedDict):
    """Every account."""

    users: list[UserShape]
