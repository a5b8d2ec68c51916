"""Opens the lists of a home for screening, with what the user asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ostraka.cli.situation import Situation
from ostraka.model.errors import ValueRefused

if TYPE_CHECKING:
    from ostraka.screening.policy.rules import Policy
    from ostraka.screening.screener import Screener

DEFAULT_THRESHOLD = 0.7
DEFAULT_LIMIT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which lists, of which day, and what counts as a possible match.

    Raises:
        ValueRefused: The threshold is not between 0 and 1, the limit is less than 1, or a policy
            is given beside what it decides.
    """

    sources: Sequence[str] | None = None
    as_of: date | None = None
    known_on: date | None = None
    threshold: float = DEFAULT_THRESHOLD
    limit: int | None = DEFAULT_LIMIT
    weak_aliases: bool = False
    allow_stale_days: int | None = None
    threads: int = 1
    prior: float | None = None
    policy: Path | None = None
    search: str = "ostraka"
    peps: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.threshold <= 1:
            raise ValueRefused(
                f"{self.threshold} is not a score",
                where="threshold",
                remedy="Give a number from 0 to 1.",
            )
        if self.limit is not None and self.limit < 1:
            raise ValueRefused(
                f"{self.limit} is not a number of possible matches",
                where="limit",
                remedy="Give 1 or more, or None for all of them.",
            )
        if self.policy is not None and (self.sources or self.weak_aliases or not self._is_usual):
            raise ValueRefused(
                "a policy says which lists, weak aliases, threshold and search are used",
                where="policy",
                remedy="Leave out source, threshold, weak aliases and search, or the policy.",
            )

    @property
    def _is_usual(self) -> bool:
        return self.threshold == DEFAULT_THRESHOLD and self.search == "ostraka"


def _load_policy(path: Path) -> Policy:
    from ostraka.screening.policy.reading import load_policy

    return load_policy(path)


def open_lists(situation: Situation, request: Request) -> Screener:
    """A screener over the lists of the request, as this home holds them now.

    Raises:
        ListMissing: No list is held, or one that was named is not.
        ListStale: A list was last checked longer ago than its limit.
        UnknownSource: There is no list of a key that was named.
        UseUnconfirmed: Nobody has confirmed what a list is used for that is not free for every use.
        PolicyRefused: The policy cannot be read.
        ValueRefused: The prior is not above 0 and below 1, or there is no such search.
    """
    from ostraka.screening.opening import open_screener
    from ostraka.screening.screener import Settings, read_search
    from ostraka.snapshots import Store

    settings = Settings(
        threshold=request.threshold,
        limit=request.limit,
        weak_aliases=request.weak_aliases,
        threads=request.threads,
        prior=request.prior,
        policy=_load_policy(request.policy) if request.policy else None,
        search=read_search(request.search),
        peps=request.peps,
    )
    return open_screener(
        Store(situation.home, request.known_on),
        sources=tuple(request.sources) if request.sources else None,
        as_of=request.as_of,
        settings=settings,
        now=situation.now,
        allow_stale_days=request.allow_stale_days,
    )
