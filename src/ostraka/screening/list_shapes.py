"""The shapes of what `sources`, `import`, `snapshots` and `diff` print as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from ostraka.model.licence import Use


class ConfirmationShape(TypedDict):
    """What `ostraka confirm --json` prints: who confirmed which use of a list, and when.

    `terms` is the text that was shown, `terms_mark` its SHA-256. `licence` is null where the use is
    non-commercial.
    """

    source: str
    use: Use
    by: str
    on: date
    terms: str
    terms_mark: str
    licence: str | None


class SourceShape(TypedDict):
    """One list that can be read; `parties`, `published` and `checked` are null where not held.

    A `non_commercial` list is used only where `confirmed` is not null.
    """

    key: str
    title: str
    authority: str
    country: str | None
    url: str | None
    urls: list[str]
    formats: list[str]
    cadence_days: int
    licence: str
    non_commercial: bool
    confirmed: ConfirmationShape | None
    parties: int | None
    published: date | None
    checked: datetime | None
    stale: bool | None
    omits: list[str]


class RegisterShape(TypedDict):
    """One register that can be fetched; what is held of it is null where nothing is."""

    key: str
    title: str
    authority: str
    country: str | None
    urls: list[str]
    cadence_days: int
    licence: str
    stakes: int | None
    published: date | None
    checked: datetime | None


class Sources(TypedDict):
    """What `ostraka sources --json` prints."""

    sources: list[SourceShape]
    registers: list[RegisterShape]


class SnapshotShape(TypedDict):
    """One snapshot that is held; `omits` are fields that its files cannot state.

    `forced` is the reason given for publishing it although a limit was broken.
    """

    id: str
    source: str
    published: date
    imported: datetime
    parties: int
    current: bool
    omits: list[str]
    forced: str | None


class Snapshots(TypedDict):
    """What `ostraka snapshots --json` prints, ordered by source and day of publication."""

    snapshots: list[SnapshotShape]


class Publication(TypedDict):
    """What `ostraka import --json` prints: the snapshot made, and what it changed."""

    source: str
    snapshot: str
    published: date
    parties: int
    added: int
    changed: int
    removed: int
    current: bool
    warnings: list[str]


class PartyReference(TypedDict):
    """A party by its id and its name."""

    party: str
    name: str


class PartyChange(PartyReference):
    """A party whose fields changed: each with its value before and its value after."""

    fields: dict[str, tuple[Any, Any]]


class Difference(TypedDict):
    """What `ostraka diff --json` prints; `old` and `new` are ids of snapshots."""

    source: str
    old: str
    new: str
    added: list[PartyReference]
    removed: list[PartyReference]
    changed: list[PartyChange]
