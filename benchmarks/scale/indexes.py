"""An index of a size, with what its building took; kept until the kernel changes."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.lists import CHECKOUT
from benchmarks.scale.columns import Enlarged, hash_files
from benchmarks.scale.screeners import make_screener
from benchmarks.scale.timing import time_bulk
from ostraka.matching import _kernel
from ostraka.matching.building import Columns, write_index
from ostraka.matching.container import open_sections
from ostraka.matching.index import Index, open_index
from ostraka.matching.weights import load_weights
from ostraka.screening.screener import Screener

_OF_PARTIES = ("records", "records.offset", "identifiers.key", "identifiers.owner")
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Built:
    """An open index with the ids of its parties by number, and the figures of its building."""

    index: Index
    path: Path
    ids: tuple[str, ...]
    figures: Mapping[str, Any]

    def open_screener(self, threads: int) -> Screener:
        """A screener as users have it, at the default threshold."""
        return make_screener(self.index, threads)


def open_built(listed: Enlarged) -> Built:
    """The index of a list, built where this kernel has not built it yet."""
    path = listed.folder / f"{_mark_kernel()}.index"
    kept = path.with_suffix(".json")
    if not (path.is_file() and kept.is_file()):
        for old in listed.folder.glob("*.index"):
            old.unlink()
        building = _build(listed.load_columns(), path)
        kept.write_text(json.dumps(building))
    index, opened = _open(path)
    figures = {
        "names": listed.names,
        "parties": len(index),
        "readings": index.kernel.names,
        "words": index.kernel.words,
        "normalising": listed.load_normalising(),
        "building": json.loads(kept.read_text()),
        "open_milliseconds": opened,
        **_measure_sections(path, listed.names),
    }
    return Built(index, path, listed.load_ids(), figures)


def _build(columns: Columns, path: Path) -> dict[str, float]:
    """Names are normalised and parties encoded already: indexing, writing and the sync of it."""
    weights = load_weights()
    took = time_bulk(lambda: write_index(columns, path, weights), _ROUNDS, warm=False)
    return {"seconds": round(took.seconds, 2), "user_seconds": round(took.user, 2)}


def _open(path: Path) -> tuple[Index, float]:
    times = []
    for _ in range(_ROUNDS):
        started = perf_counter()
        index = open_index(path, load_weights())
        times.append((perf_counter() - started) * 1e3)
    return index, round(statistics.median(times), 1)


def _mark_kernel() -> str:
    """The kernel that runs, what writes the file around it, and the weights."""
    room = CHECKOUT / "src/ostraka/matching"
    return hash_files([Path(_kernel.__file__), room / "container.py", room / "weights.csv"])


def _measure_sections(path: Path, names: int) -> dict[str, Any]:
    sizes = {name: len(data) for name, data in open_sections(path).items()}
    of_parties = sum(sizes[name] for name in _OF_PARTIES)
    whole = path.stat().st_size
    return {
        "megabytes": round(whole / 1e6, 1),
        "megabytes_for_search": round((whole - of_parties) / 1e6, 1),
        "bytes_a_name": round(whole / names),
        "bytes_a_name_for_search": round((whole - of_parties) / names),
        "sections": sizes,
    }
