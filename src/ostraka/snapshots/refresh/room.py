"""What refreshing needs from outside: a store, a fetcher, readers, and the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ostraka.snapshots.store import Store
from ostraka.sources.fetch import Fetcher
from ostraka.sources.reading import Parser

Watch = Callable[[str, int, int | None], None]
"""Takes a source, the bytes read of its present file, and the bytes announced, if they are."""


def _look_away(_source: str, _read: int, _announced: int | None) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where lists are refreshed.

    `version` is that of this program: another version may read the same bytes otherwise, so what
    an earlier one fetched is fetched again. `parser_of` gives the parser of a source by its key.
    """

    store: Store
    fetcher: Fetcher
    now: datetime
    version: str
    parser_of: Callable[[str], Parser]
    watch: Watch = _look_away
