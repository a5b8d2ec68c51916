"""The parties whose names are altered, and a screener that holds them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.alterations.eu_fsf import read_eu_fsf
from benchmarks.alterations.eu_journal import read_eu_journal
from benchmarks.alterations.party_making import is_latin
from benchmarks.alterations.uk_lists import read_uk_fcdo, read_uk_ofsi
from ostraka.matching.building import build_index
from ostraka.matching.index import open_index
from ostraka.matching.weights import load_weights
from ostraka.model.party import Party
from ostraka.model.snapshot import Engine
from ostraka.screening.screener import Screener, Settings
from ostraka.sources.intake import open_inputs
from ostraka.sources.registry import load_parser

_PARSED = {
    "us_ofac_sdn": "us_ofac/sdn-2023-12-28",
    "un_sc": "un_sc/consolidated-2026-02-27",
}
_DAY = date(2026, 2, 27)


def load_listed_parties(lists: Path) -> list[Party]:
    """Every party of SDN 2023-12-28, UN 2026-02-27, and of what there is of the EU and the UK."""
    parties: list[Party] = []
    for key, path in _PARSED.items():
        parties.extend(load_parser(key)(open_inputs([lists / path])).parties)
    for read in (read_eu_fsf, read_eu_journal, read_uk_ofsi, read_uk_fcdo):
        parties.extend(read(lists))
    return parties


def keep_latin_names(parties: Iterable[Party]) -> list[Party]:
    """The parties without their names in other scripts; who has no other name is left out."""
    kept = []
    for party in parties:
        names = tuple(name for name in party.names if is_latin(name.text))
        if names:
            kept.append(replace(party, names=names))
    return kept


def open_parties(
    parties: Sequence[Party], path: Path, settings: Settings | None = None
) -> Screener:
    """A screener over these parties; the index is written to `path`."""
    settings = settings or Settings(limit=None, threads=2)
    build_index(parties, path, load_weights())
    engine = Engine(
        version="benchmark",
        index=path.name,
        as_of=_DAY,
        threshold=settings.threshold,
        limit=settings.limit,
        policy=None,
        weak_aliases=settings.weak_aliases,
        snapshots=(),
    )
    return Screener(open_index(path, load_weights()), engine, settings)
