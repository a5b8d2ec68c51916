"""What a snapshot folder holds, by file and hash, and how it came to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ostraka.snapshots.sealed import parse_sealed, refusing_the_unknown, render_sealed

MANIFEST_FILE = "manifest.json"
_LISTS = ("warnings", "omits", "partial", "overridden", "gone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The record of one snapshot.

    `kinds` counts parties by kind, `unknown` where the list states none. `omits` names what the
    files' shape cannot state, `partial` the parties whose remarks are cut, `parts` counts records
    by the list inside the file. `overridden` are the limits that a forced import broke, `forced`
    the reason given for it. `files` maps file names to the SHA-256 of their bytes. With `base`,
    the id of another snapshot, the files hold only the parties that are new or differ there, and
    `gone` are those it has and this one has not. `filled` counts the parties that state each
    watched field.
    """

    id: str
    source: str
    published: date
    imported: datetime
    parties: int
    kinds: Mapping[str, int]
    stated_count: int | None = None
    counted: int | None = None
    tallies: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    parts: Mapping[str, int] = field(default_factory=dict)
    forced: str | None = None
    overridden: tuple[str, ...] = ()
    base: str = ""
    gone: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    filled: Mapping[str, int] = field(default_factory=dict)


def render_manifest(manifest: Manifest) -> bytes:
    """The bytes of the manifest file."""
    stamps = {
        "published": manifest.published.isoformat(),
        "imported": manifest.imported.isoformat(),
    }
    return render_sealed({**asdict(manifest), **stamps})


def parse_manifest(data: bytes, where: Path, remedy: str) -> Manifest:
    """The manifest in `data`.

    Raises:
        StoreDamaged: A byte differs from what was written, or another version wrote it.
    """
    body: dict[str, Any] = parse_sealed(data, where, remedy)
    with refusing_the_unknown(where):
        return _make_manifest(body)


def _make_manifest(body: Mapping[str, Any]) -> Manifest:
    lists = {name: tuple(body.get(name, ())) for name in _LISTS}
    stamps = {
        "published": date.fromisoformat(body["published"]),
        "imported": datetime.fromisoformat(body["imported"]),
    }
    return Manifest(**{**body, **lists, **stamps})
