"""A publisher on this machine, a fetcher that does not wait, and registers small enough for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ostraka.screening.registers.outcome import RegisterOutcome
from ostraka.screening.registers.refreshing import RegisterRoom, refresh_register
from ostraka.sources.fetch import Fetcher, Limits
from ostraka.sources.registers import Register
from sync.publisher import Publisher, publishing

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
Refresh = Callable[..., RegisterOutcome]


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A server that answers as it is told."""
    with publishing() as server:
        yield server


@pytest.fixture
def refresh(tmp_path: Path) -> Refresh:
    """Refreshes a register into a home of its own, with four attempts a file and no waiting."""
    limits = Limits(connect=5, read=0.5, attempts=4)
    fetcher = Fetcher("Mozilla/5.0 (Ostraka test)", limits, pause=lambda _: None)

    def run(register: Register, now: datetime = NOW, version: str = "1") -> RegisterOutcome:
        room = RegisterRoom(
            home=tmp_path, fetcher=fetcher, now=now, version=version, watch=lambda *_: None
        )
        return refresh_register(room, register)

    return run
