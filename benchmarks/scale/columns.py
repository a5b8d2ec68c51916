"""Enlarged lists with their names normalised, kept on disk: a million take minutes.

What is kept is named by a hash of what it depends on: the lists, the enlarging, the rooms that
read and normalise names. The kernel is not of them, so a new kernel is measured without waiting.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.cases import SEED
from benchmarks.lists import CHECKOUT, open_store
from benchmarks.scale.enlarging import enlarge
from benchmarks.scale.timing import read_user
from ostraka.matching.building import Columns
from ostraka.model.party import Party

_ENCODED_BY = ("building", "encoding", "record", "identifiers", "schemes")


class Enlarged:
    """A list of so many names: what is derived from it lies in `folder`, once it was asked for."""

    def __init__(self, real: Sequence[Party], names: int) -> None:
        self.names = names
        self._real = real
        self.folder = CHECKOUT / "build/scale" / _fingerprint() / str(names)
        self.folder.mkdir(parents=True, exist_ok=True)

    def parties(self) -> Iterator[Party]:
        """The real parties, then the invented ones."""
        return enlarge(self._real, self.names, SEED)

    def load_columns(self) -> Columns:
        """What an index is written from."""
        path = self.folder / "columns.pickle"
        if not path.is_file():
            self._make_columns(path)
        with path.open("rb") as file:
            columns: Columns = pickle.load(file)  # noqa: S301  # our own file
        return columns

    def load_normalising(self) -> dict[str, float]:
        """What it took, once, to normalise the names and to encode the parties."""
        if not (self.folder / "normalising.json").is_file():
            self.load_columns()
        figures: dict[str, float] = json.loads((self.folder / "normalising.json").read_text())
        return figures

    def load_ids(self) -> tuple[str, ...]:
        """The ids of the parties by number."""
        if not (self.folder / "ids").is_file():
            self.load_columns()
        return tuple((self.folder / "ids").read_text("utf-8").split("\n"))

    def _make_columns(self, path: Path) -> None:
        columns, ids, seconds, user = Columns(), [], 0.0, 0.0
        for party in self.parties():
            started, begun = perf_counter(), read_user()
            columns.add(party)
            seconds += perf_counter() - started
            user += read_user() - begun
            ids.append(party.id)
        figures = {"seconds": round(seconds, 1), "user_seconds": round(user, 1)}
        (self.folder / "normalising.json").write_text(json.dumps(figures))
        (self.folder / "ids").write_text("\n".join(ids), encoding="utf-8")
        staging = path.with_suffix(".making")
        with staging.open("wb") as file:
            pickle.dump(columns, file, protocol=pickle.HIGHEST_PROTOCOL)
        staging.rename(path)


def hash_files(files: Sequence[Path]) -> str:
    """A short mark of what stands in the files."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _fingerprint() -> str:
    package = CHECKOUT / "src/ostraka"
    rooms = [path for room in ("model", "names") for path in sorted((package / room).rglob("*"))]
    files = [path for path in rooms if path.suffix in {".py", ".csv", ".yml", ".txt"}]
    files += [package / "matching" / f"{name}.py" for name in _ENCODED_BY]
    files += [Path(__file__).with_name("enlarging.py")]
    mark = f"{open_store().home.name} {SEED} {hash_files(files)}"
    return hashlib.sha256(mark.encode()).hexdigest()[:16]
