"""Making an index out of parties."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ostraka.matching import _kernel
from ostraka.matching.container import save_sections
from ostraka.matching.encoding import encode_with_acronym
from ostraka.matching.identifiers import hash_key
from ostraka.matching.record import encode_record
from ostraka.matching.weights import Weights
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.names import identifier_keys

WEAK_ALIAS, PERSON = 1, 2


@dataclass(slots=True)
class Columns:
    """The growing columns of an index under construction: names normalised, parties encoded."""

    prepared: list[bytes] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    places: array[int] = field(default_factory=lambda: array("I"))
    records: list[bytes] = field(default_factory=list)
    keys: list[tuple[int, int]] = field(default_factory=list)

    def add(self, party: Party) -> None:
        """The party is the next by number, each of its names under every reading."""
        owner = len(self.records)
        self.records.append(encode_record(party))
        for place, prepared, flags in _list_readings(party):
            self.prepared.append(prepared)
            self.owners.append(owner)
            self.flags.append(flags)
            self.places.append(place)
        for identifier in party.identifiers:
            keys = identifier_keys(identifier.value, identifier.scheme)
            self.keys.extend((hash_key(key), owner) for key in keys)


def build_index(parties: Iterable[Party], path: Path, weights: Weights) -> None:
    """Writes an index of the parties to `path`; afterwards `open_index` finds every name of theirs.

    Every name is indexed under each of its readings, in the order of the parties and their names.
    """
    columns = Columns()
    for party in parties:
        columns.add(party)
    write_index(columns, path, weights)


def write_index(columns: Columns, path: Path, weights: Weights) -> None:
    """Writes the index of parties that are in columns already."""
    sections = _kernel.build(columns.prepared, columns.owners, columns.flags, weights.kernel)
    save_sections(path, {**sections, **_make_own_sections(columns), "weights": _mark(weights)})


def _list_readings(party: Party) -> Iterator[tuple[int, bytes, int]]:
    seen: set[tuple[bytes, int]] = set()
    for place, name in enumerate(party.names):
        weak = WEAK_ALIAS if name.kind is NameKind.WEAK_ALIAS else 0
        for prepared in encode_with_acronym(name.text, party.kind):
            if (prepared, weak) in seen:
                continue
            seen.add((prepared, weak))
            yield place, prepared, weak | (PERSON if _is_person(party, prepared) else 0)


def _is_person(party: Party, prepared: bytes) -> bool:
    if party.kind is None:
        return not _kernel.looks_like_organisation(prepared)
    return party.kind is PartyKind.PERSON


def _make_own_sections(columns: Columns) -> dict[str, bytes]:
    offsets, total = array("Q", [0]), 0
    for record in columns.records:
        total += len(record)
        offsets.append(total)
    columns.keys.sort()
    return {
        "names.place": columns.places.tobytes(),
        "records": b"".join(columns.records),
        "records.offset": offsets.tobytes(),
        "identifiers.key": array("Q", [key for key, _ in columns.keys]).tobytes(),
        "identifiers.owner": array("I", [owner for _, owner in columns.keys]).tobytes(),
    }


def _mark(weights: Weights) -> bytes:
    return weights.fingerprint.encode()
