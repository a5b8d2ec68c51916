"""A screener over an index that stands alone; imports nothing but what screening imports."""

from __future__ import annotations

from datetime import date

from ostraka.matching.index import Index
from ostraka.model.snapshot import Engine
from ostraka.screening.screener import Screener, Settings


def make_screener(index: Index, threads: int) -> Screener:
    """As users have it, at the default threshold."""
    settings = Settings(threads=threads)
    engine = Engine(
        version="benchmark",
        index="benchmark",
        as_of=date(2026, 1, 1),
        threshold=settings.threshold,
        limit=settings.limit,
        policy=None,
        weak_aliases=False,
        snapshots=(),
    )
    return Screener(index, engine, settings)
