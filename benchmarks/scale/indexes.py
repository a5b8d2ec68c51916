"""An index of a size, built as users build it, with what each step took."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest.mock import patch

from ostraka.matching import _kernel, building
from ostraka.matching.container import open_sections
from ostraka.matching.index import Index, open_index
from ostraka.matching.weights import load_weights
from ostraka.model.party import Party
from ostraka.model.snapshot import Engine
from ostraka.screening.screener import Screener, Settings

_OF_PARTIES = ("records", "records.offset", "identifiers.key", "identifiers.owner")


@dataclass(frozen=True, slots=True)
class Built:
    """An open index with the ids of its parties by number, and the figures of its building."""

    index: Index
    path: Path
    ids: tuple[str, ...]
    figures: Mapping[str, Any]

    def open_screener(self, threads: int) -> Screener:
        """A screener as users have it, at the default threshold."""
        settings = Settings(threads=threads)
        engine = Engine(
            version="benchmark",
            index=self.path.name,
            as_of=date(2026, 1, 1),
            threshold=settings.threshold,
            limit=settings.limit,
            policy=None,
            weak_aliases=False,
            snapshots=(),
        )
        return Screener(self.index, engine, settings)


def build(parties: Sequence[Party], path: Path) -> Built:
    """The index at `path`.

    `normalised_seconds` is what is left to do once names are normalised and records are encoded.
    """
    with ExitStack() as stack:
        steps = [
            stack.enter_context(_Watch(_kernel, "build")),
            stack.enter_context(_Watch(building, "save_sections")),
        ]
        started = perf_counter()
        building.build_index(parties, path, load_weights())
        seconds = perf_counter() - started
    started = perf_counter()
    index = open_index(path, load_weights())
    opened = perf_counter() - started
    names = sum(len(party.names) for party in parties)
    figures = {
        "names": names,
        "readings": index.kernel.names,
        "words": index.kernel.words,
        "build_seconds": round(seconds, 2),
        "normalised_seconds": round(sum(step.seconds for step in steps), 2),
        "open_milliseconds": round(opened * 1e3, 1),
        **_measure_sections(path, names),
    }
    return Built(index, path, tuple(party.id for party in parties), figures)


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


class _Watch:
    """A function of a module replaced by itself with the time that it takes added up."""

    def __init__(self, module: object, name: str) -> None:
        self.seconds = 0.0
        self._call: Callable[..., Any] = getattr(module, name)
        self._patch = patch.object(module, name, self._run)

    def __enter__(self) -> _Watch:
        self._patch.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._patch.stop()

    def _run(self, *arguments: object, **named: object) -> object:
        started = perf_counter()
        try:
            return self._call(*arguments, **named)
        finally:
            self.seconds += perf_counter() - started
