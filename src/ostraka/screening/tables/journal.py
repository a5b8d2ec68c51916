"""The record beside OUT from which an interrupted run goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ostraka.model.errors import TableRefused
from ostraka.screening.tables.growing import Mark
from ostraka.screening.tables.progress import Totals

_FORMAT = "ostraka run 1"  # the key of a journal; another version has another
_END = 1024 * 1024  # bytes of each end of IN that are hashed; size and time stand for the rest


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must be the same for a run to go on: hashes of IN, of the settings, of the engine."""

    input: str
    settings: str
    engine: str


@dataclass(frozen=True, slots=True)
class Journal:
    """How far a run is, true at the end of a batch."""

    conditions: Conditions
    totals: Totals
    seconds: float
    out: Mark
    errors: Mark

    def save(self, path: Path) -> None:
        """Puts the journal in the place of the one before, in one step."""
        new = path.with_name(path.name + ".new")
        new.write_text(json.dumps({_FORMAT: asdict(self)}, indent=1))
        new.replace(path)


def load_journal(path: Path) -> Journal:
    """The journal of an interrupted run.

    Raises:
        TableRefused: It is damaged or of another version.
    """
    try:
        stored = json.loads(path.read_bytes())[_FORMAT]
        return Journal(
            Conditions(**stored["conditions"]),
            Totals(**stored["totals"]),
            float(stored["seconds"]),
            Mark(**stored["out"]),
            Mark(**stored["errors"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise TableRefused(
            "the record of the interrupted run is damaged or of another version",
            where=str(path),
            remedy="Remove it and start again without --resume.",
        ) from problem


def check_conditions(then: Conditions, now: Conditions, path: Path) -> None:
    """Nothing that the rest of the run rests on has changed.

    Raises:
        TableRefused: IN, the settings or the engine with its lists are others than before.
    """
    changed = {
        "IN is another file, or was changed": then.input != now.input,
        "the columns or other settings are others": then.settings != now.settings,
        "the lists, the engine or its options are others": then.engine != now.engine,
    }
    reasons = [reason for reason, is_changed in changed.items() if is_changed]
    if reasons:
        raise TableRefused(
            f"the interrupted run cannot go on: {'; '.join(reasons)}",
            where=str(path),
            remedy="Give the same as before, or remove this file and start again.",
        )


def hash_input(path: Path) -> str:
    """The identity of a file: its size, the time it was changed, and both its ends."""
    stat = path.stat()
    digest = hashlib.sha256(f"{stat.st_size} {stat.st_mtime_ns} ".encode())
    with path.open("rb") as file:
        digest.update(file.read(_END))
        file.seek(max(0, stat.st_size - _END))
        digest.update(file.read(_END))
    return digest.hexdigest()


def hash_settings(settings: Mapping[str, object]) -> str:
    """A hash of settings by name, whatever their order."""
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()
