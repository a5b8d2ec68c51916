"""Ostraka, as a user runs it: a screener over the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version

from benchmarks.cases import Case
from benchmarks.lists import LISTS, drop_stale_indexes
from benchmarks.search.shape import Ranking
from ostraka.model.hit import Result
from ostraka.model.subject import Subject
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import DEFAULT_THRESHOLD, Screener, Settings
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store

FLOOR = 0.5


class OstrakaSearch:
    """Screens with no limit of hits; `search` goes down to `FLOOR`, `screen` to the threshold."""

    name = "ostraka"
    version = version("ostraka")
    threshold = DEFAULT_THRESHOLD

    def __init__(self, store: Store, threads: int = 2) -> None:
        self.store = store
        self._settings = Settings(limit=None, threads=threads)
        drop_stale_indexes(store)

    @cached_property
    def screener(self) -> Screener:
        """As a user has it, at the default threshold."""
        return self._open(self._settings)

    @cached_property
    def deep(self) -> Screener:
        """The same down to `FLOOR`, for what happens as the threshold moves."""
        return self._open(replace(self._settings, threshold=FLOOR))

    def _open(self, settings: Settings) -> Screener:
        return open_screener(
            self.store,
            sources=list(LISTS),
            settings=settings,
            now=datetime.now(UTC),
            allow_stale_days=100_000,
        )

    def search(self, cases: Sequence[Case], *, all_fields: bool) -> list[Ranking]:
        """Parties down to `FLOOR`."""
        return _rank(self.deep.find_many([make_query(c, all_fields=all_fields) for c in cases]))

    def screen(self, cases: Sequence[Case], *, all_fields: bool) -> list[Ranking]:
        """Parties at the default threshold: what a user is shown."""
        return _rank(self.screener.find_many([make_query(c, all_fields=all_fields) for c in cases]))

    def explain(self, cases: Sequence[Case], *, all_fields: bool) -> list[Result]:
        """Whole answers with their reasons, at the default threshold."""
        return self.screener.find_many([make_query(c, all_fields=all_fields) for c in cases])

    def name_of(self, case: Case) -> str:
        """The best hit of a case in words: party, listed name and which words agree."""
        hit = self.screener.find(make_query(case, all_fields=False)).hits[0]
        return f"{hit.party} {hit.matched_name} [{hit.reasons[0].detail}]"


def make_query(case: Case, *, all_fields: bool) -> Subject:
    """The subject of a case; what is not understood of it is left out, as in a table of a user."""
    kind = str(case.kind) if case.kind else ""
    if not all_fields:
        return make_subject(case.name, kind=kind)[0]
    return make_subject(case.name, kind=kind, born=case.born, country=case.country)[0]


def _rank(results: Sequence[Result]) -> list[Ranking]:
    return [[(hit.score, hit.party) for hit in result.hits] for result in results]
