"""A publisher on this machine and a fetcher that does not wait."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ostraka.sources.fetch import Fetcher, Limits
from sync.publisher import Publisher, publishing


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A server that answers as it is told."""
    with publishing() as server:
        yield server


@pytest.fixture
def pauses() -> list[float]:
    """The seconds that a fetcher would have waited."""
    return []


@pytest.fixture
def fetcher(pauses: list[float]) -> Fetcher:
    """A fetcher with small bounds that writes its pauses down."""
    limits = Limits(max_bytes=1 << 20, connect=5, read=0.5, seconds=5, attempts=4)
    return Fetcher("Mozilla/5.0 (compatible; Ostraka test)", limits, pause=pauses.append)
