"""Ostraka reads names against sanctions and export-control lists and says why they may match.

>>> import ostraka
>>> callable(ostraka.open)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ostraka.screening.screener import Screener

__version__: str

__all__ = ["__version__", "open"]


# `ostraka.open` reads like `gzip.open`; what it takes are the options of `ostraka screen`.
def open(  # noqa: A001, PLR0913
    home: str | Path | None = None,
    *,
    sources: str | Sequence[str] | None = None,
    as_of: date | str | None = None,
    known_on: date | str | None = None,
    policy: str | Path | None = None,
    prior: float | None = None,
    search: str = "ostraka",
    threshold: float = 0.7,
    limit: int | None = 10,
    weak_aliases: bool = False,
    peps: bool = False,
    allow_stale_days: int | None = None,
    owners: bool = False,
    stakes: Sequence[str | Path] = (),
) -> Screener:
    """A screener over the lists held in `home`, today's or those of the day `as_of`.

    Args:
        home: The one folder that holds everything; `None` is the environment variable
            `OSTRAKA_HOME`, else the user data folder of the platform.
        sources: Keys of the lists to screen; `None` is every list held except `demo` and `leads`.
        as_of: Use the newest snapshots published on or before this day, a date or ISO 8601 text;
            `None` is today.
        known_on: Leave out what came into the home after this day; `None` is nothing.
        policy: A policy file: its lists, weak aliases and threshold stand in the place of those
            given here, which must then be left out.
        prior: The share, above 0 and below 1, of names that are expected to be true matches; every
            hit then has a probability.
        search: `ostraka`, or `ofac` to score names, for comparison, as OFAC says its own search
            does.
        threshold: The least score, 0 to 1, that is a possible match.
        limit: The most possible matches a name; `None` is all of them.
        weak_aliases: Whether an alias its list calls weak may make a hit by itself.
        peps: Whether parties that are listed for nothing but a public office make hits.
        allow_stale_days: Screen a list that was last checked up to this many days ago.
        owners: Whether results, and tables, also report a subject that listed parties own.
        stakes: With `owners`, files of who holds what, beside those the home holds.

    Raises:
        ListMissing: No list is held, or one that was named is not.
        PolicyRefused: The policy cannot be read.
        StakesRefused: Owners are asked for, and nothing is known of any, or a file cannot be read.
        ListStale: A list was last checked longer ago than its limit.
        UnknownSource: There is no list of that key.
        UseUnconfirmed: A list is not free for every use, and `ostraka confirm` has not recorded in
            `home` what it is used for.
        ValueRefused: The day, the threshold, the limit, the prior or the search cannot be
            understood, or a policy stands beside what it decides.
    """
    from ostraka.cli.opening import Request, open_lists
    from ostraka.cli.situation import read_situation

    request = Request(
        sources=(sources,) if isinstance(sources, str) else sources,
        as_of=_read_day(as_of, "as_of"),
        known_on=_read_day(known_on, "known_on"),
        threshold=threshold,
        limit=limit,
        weak_aliases=weak_aliases,
        peps=peps,
        allow_stale_days=allow_stale_days,
        prior=prior,
        policy=Path(policy) if policy is not None else None,
        search=search,
    )
    situation = read_situation(Path(home) if home is not None else None)
    screener = open_lists(situation, request)
    if not owners:
        return screener
    from ostraka.cli.owners_run import read_owners, report_owners

    used = read_owners(situation, request, [Path(path) for path in stakes])
    return report_owners(situation, request, screener, used)


def _read_day(text: date | str | None, where: str) -> date | None:
    if not isinstance(text, str):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        from ostraka.model.errors import ValueRefused

        raise ValueRefused(
            f"{text!r} is not a day", where=where, remedy="Write it as 2021-12-10."
        ) from error


def __getattr__(name: str) -> str:
    # Reading the metadata costs 30 ms, which `ostraka screen NAME` should not pay for nothing.
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("ostraka")
        except PackageNotFoundError:
            return "0+checkout"
    raise AttributeError(f"module 'ostraka' has no attribute {name!r}")
