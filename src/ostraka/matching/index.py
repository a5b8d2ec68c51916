"""An index, open: from a prepared name to the parties that may bear it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from ostraka.matching import _kernel
from ostraka.matching.container import open_once_checked
from ostraka.matching.encoding import encode_reading
from ostraka.matching.identifiers import find_owners
from ostraka.matching.narrowing import narrow_sections
from ostraka.matching.record import Record, decode_record
from ostraka.matching.weights import Weights
from ostraka.model.errors import StoreDamaged
from ostraka.model.party import PartyKind
from ostraka.names import identifier_keys, prepare

_MOST_ALIGNED = 4000  # listed names laid against one query, those with the best bounds
_OWN = {"names.place", "records", "records.offset", "identifiers.key", "identifiers.owner"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party whose name may be the one asked for: its number, which name, and the alignment."""

    owner: int
    place: int
    scored: _kernel.Scored


class Index:
    """An index mapped from disk; any number of threads may ask it at once."""

    def __init__(
        self, sections: dict[str, memoryview], weights: Weights, *, known_whole: bool = False
    ) -> None:
        """`known_whole` tells that these very sections were read and fitted before."""
        self._sections = dict(sections)
        own = {name: sections[name] for name in _OWN}
        others = {name: data for name, data in sections.items() if name not in own}
        self.weights = weights
        self.kernel = _kernel.Index(others, weights.kernel, known_whole)
        self._places = own["names.place"].cast("I")
        self._records = own["records"]
        self._offsets = own["records.offset"].cast("Q")
        self._keys = own["identifiers.key"].cast("Q")
        self._key_owners = own["identifiers.owner"].cast("I")
        self._record = lru_cache(maxsize=4096)(self._decode)

    def __len__(self) -> int:
        """The number of parties."""
        return len(self._offsets) - 1

    def record(self, owner: int) -> Record:
        """The party of that number."""
        return self._record(owner)

    def narrow(self, owners: Collection[int]) -> Index:
        """The same parties and weights, but only these parties are looked for by name.

        Their scores are those of this index. Of others few are found, and not all that would be.
        """
        return Index(narrow_sections(self._sections, owners), self.weights, known_whole=True)

    def encoded_records(self) -> Iterator[bytes]:
        """The records of all parties, in order, as they stand in the index."""
        ends = self._offsets.tolist()
        for start, end in pairwise(ends):
            yield bytes(self._records[start:end])

    def search_many(
        self,
        queries: Sequence[Sequence[bytes]],
        *,
        floor: float,
        weak_aliases: bool,
        threads: int = 1,
    ) -> list[list[Candidate]]:
        """For each query, given as encoded readings, every party whose name scores the floor.

        One candidate a party, by its best name; the best first.
        """
        answers = self.kernel.search_many(queries, floor, weak_aliases, _MOST_ALIGNED, threads)
        return [self._best_by_party(found) for found in answers]

    def search_all(
        self, query: Sequence[bytes], *, floor: float, weak_aliases: bool
    ) -> list[Candidate]:
        """The same for one query by laying it against every name: slow, and misses nothing."""
        return self._best_by_party(self.kernel.search_all(query, floor, weak_aliases))

    def find_by_identifier(self, value: str) -> set[int]:
        """Parties that have this identifier, in whatever scheme and spelling."""
        return {
            owner
            for key in identifier_keys(value)
            for owner in find_owners(self._keys, self._key_owners, key)
            if self.record(owner).find_identifier(value)
        }

    def _best_by_party(self, found: Iterable[_kernel.Found]) -> list[Candidate]:
        best: dict[int, Candidate] = {}
        for name, owner, _, scored in found:
            if owner not in best:
                best[owner] = Candidate(owner, self._places[name], scored)
        return list(best.values())

    def _decode(self, owner: int) -> Record:
        return decode_record(bytes(self._records[self._offsets[owner] : self._offsets[owner + 1]]))


def open_index(path: Path, weights: Weights) -> Index:
    """The index at `path`. Every byte of a file is read once; the next process takes it as read.

    Raises:
        StoreDamaged: It is not whole, or was built with other weights.
        FileNotFoundError: There is none.
    """

    def make(sections: dict[str, memoryview], known_whole: bool) -> Index:
        mark = bytes(sections.pop("weights", memoryview(b""))).decode()
        if mark != weights.fingerprint:
            raise _damaged(path, "the index was built with other weights")
        try:
            return Index(sections, weights, known_whole=known_whole)
        except (KeyError, ValueError) as error:
            raise _damaged(path, f"the index does not hold together: {error}") from error

    return open_once_checked(path, make)


def _damaged(path: Path, problem: str) -> StoreDamaged:
    remedy = "Delete the file; it is built again from the snapshots."
    return StoreDamaged(problem, where=str(path), remedy=remedy)


def encode_query(name: str, kind: PartyKind | None) -> list[bytes]:
    """A name as the kernel reads it, one entry a reading; empty when it has no letter or digit."""
    return [encode_reading(reading) for reading in prepare(name, kind)]
