"""The lists that are screened against, parsed once and kept until a parser changes."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.cases import SHARED
from ostraka.matching import _kernel
from ostraka.model.party import Party
from ostraka.snapshots import Store
from ostraka.sources.intake import open_inputs
from ostraka.sources.registry import get_source, load_parser

LISTS = {
    "us_ofac_sdn": ("us_ofac/sdn-2023-12-28", "2023-12-28"),
    "un_sc": ("un_sc/consolidated-2026-02-27", None),
}
"""The lists of the cases: folder beside the checkout, and date where none is inside."""

CHECKOUT = Path(__file__).parents[1]
_READ_BY = ("sources", "model", "snapshots")


def open_store() -> Store:
    """A home in `build/` that holds the lists; made again when the code that reads them changed."""
    home = CHECKOUT / "build/bench" / _fingerprint()
    if not home.is_dir():
        making = home.with_name("making")
        shutil.rmtree(making, ignore_errors=True)
        _import_lists(Store(making))
        making.rename(home)
    return Store(home)


def load_parties(store: Store) -> Iterator[Party]:
    """All parties of the lists held."""
    for key in LISTS:
        snapshot = store.current(key)
        assert snapshot
        yield from store.load_parties(snapshot)


def drop_stale_indexes(store: Store) -> None:
    """Indexes built by another kernel or other code go; their own name knows only of tables."""
    files = [Path(_kernel.__file__), *sorted((CHECKOUT / "src/ostraka/matching").glob("*.*"))]
    files += sorted((CHECKOUT / "src/ostraka/names").rglob("*.*"))
    mark = _hash(path for path in files if path.suffix in {".py", ".csv", ".so"})
    stamp = store.home / "indexes" / "built-by"
    if stamp.is_file() and stamp.read_text() == mark:
        return
    for index in stamp.parent.glob("*.index"):
        index.unlink(missing_ok=True)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(mark)


def _import_lists(store: Store) -> None:
    now = datetime.now(UTC)
    for key, (path, published) in LISTS.items():
        parsed = load_parser(key)(open_inputs([SHARED / "lists" / path]))
        day = datetime.fromisoformat(published).date() if published else None
        store.publish(get_source(key), parsed, published=day, now=now)


def _fingerprint() -> str:
    rooms = [CHECKOUT / "src/ostraka" / room for room in _READ_BY]
    files = [path for room in rooms for path in sorted(room.rglob("*"))]
    own = _hash(path for path in files if path.suffix in {".py", ".yml", ".csv"})
    return hashlib.sha256(f"{LISTS} {own}".encode()).hexdigest()[:16]


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
