"""Files of exported lists, written beside their place and moved there when they are whole."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ostraka.model.errors import ExportFailed
from ostraka.model.party import Party
from ostraka.model.snapshot import Snapshot
from ostraka.snapshots import Store
from ostraka.sources.registry import get_source


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the file, its parties, its rows or entities."""

    path: Path
    parties: int
    records: int


Lists = Sequence[tuple[Snapshot, Sequence[Party]]]
"""Snapshots with their parties."""


def write_export(
    store: Store, snapshots: Sequence[Snapshot], format_name: str, path: Path
) -> Exported:
    """The parties of the snapshots are in the file, in the order of the snapshots, then by id.

    Raises:
        ExportFailed: The file cannot be written; what stood there stays.
    """
    lists = [(snapshot, store.load_parties(snapshot)) for snapshot in snapshots]
    beside = path.with_name(f".{path.name}.part")
    try:
        records = FORMATS[format_name](lists, beside)
        os.replace(beside, path)  # noqa: PTH105 - one rename, also over a file that stands there
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise ExportFailed(
            f"the file cannot be written ({problem.strerror})",
            where=str(path),
            remedy="Check the folder, its permissions and the disk.",
        ) from problem
    return Exported(path, sum(len(parties) for _, parties in lists), records)


def _write_entities(lists: Lists, path: Path) -> int:
    from ostraka.screening.export.entities import make_entities
    from ostraka.screening.export.ties import find_assets, make_ties

    parties: Mapping[str, Party] = {p.id: p for _, own in lists for p in own}
    assets = find_assets(parties)
    written: set[str] = set()
    with path.open("w", encoding="utf-8", errors="backslashreplace") as out:
        for party in parties.values():
            country = get_source(party.source).country
            for draft in (*make_entities(party, assets, country), *make_ties(party, parties)):
                # Both ends of a tie may state it; it is one entity all the same.
                if draft.id not in written:
                    written.add(draft.id)
                    out.write(json.dumps(draft.render(), ensure_ascii=False) + "\n")
    return len(written)


def _write_table(lists: Lists, path: Path) -> int:
    from ostraka.screening.export.rows import COLUMNS, make_row

    count = 0
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for snapshot, parties in lists:
            for party in parties:
                writer.writerow(make_row(party, snapshot.published.isoformat()))
                count += 1
    return count


def _write_parquet(lists: Lists, path: Path) -> int:
    from ostraka.snapshots.parquet import render_parties  # pyarrow is late

    parties = sorted((p for _, own in lists for p in own), key=lambda party: party.id)
    path.write_bytes(render_parties(parties))
    return len(parties)


FORMATS: Mapping[str, Callable[[Lists, Path], int]] = {
    "ftm": _write_entities,
    "csv": _write_table,
    "parquet": _write_parquet,
}
"""The formats by name: each writes a file and says how many records it holds."""
