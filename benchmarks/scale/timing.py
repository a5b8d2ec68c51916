"""Measured times: of calls one by one, and of the same bulk over and over."""

from __future__ import annotations

import math
import resource
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Spread:
    """Times of single calls, in microseconds; `user` is processor time, a mean over all calls."""

    median: float
    p99: float
    user: float

    def write(self) -> dict[str, float]:
        """As it stands in a result."""
        figures = {"median_us": self.median, "p99_us": self.p99, "user_us": self.user}
        return {name: round(value, 1) for name, value in figures.items()}


@dataclass(frozen=True, slots=True)
class Bulk:
    """Seconds of one bulk, medians over rounds: on the clock, and of processor time in user mode.

    Other work on the machine takes from the first and hardly adds to the second.
    """

    seconds: float
    user: float

    def write(self, queries: int) -> dict[str, float]:
        """As it stands in a result: so many queries were in the bulk."""
        return {
            "per_second": round(queries / self.seconds, 1),
            "user_us": round(self.user / queries * 1e6, 1),
        }


def time_each(call: Callable[[Item], object], items: Sequence[Item]) -> Spread:
    """The call with every item, one after the other."""
    times = []
    begun = read_user()
    for item in items:
        started = perf_counter()
        call(item)
        times.append((perf_counter() - started) * 1e6)
    user = (read_user() - begun) / len(times) * 1e6
    times.sort()
    return Spread(statistics.median(times), times[math.ceil(len(times) * 0.99) - 1], user)


def time_bulk(call: Callable[[], object], rounds: int, *, warm: bool = True) -> Bulk:
    """What the call takes; one call before does not count, unless the caller did without it."""
    if warm:
        call()
    walls, users = [], []
    for _ in range(rounds):
        started, begun = perf_counter(), read_user()
        call()
        walls.append(perf_counter() - started)
        users.append(read_user() - begun)
    return Bulk(statistics.median(walls), statistics.median(users))


def read_user() -> float:
    """Seconds that all threads of this process have computed in user mode."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def fit_exponent(points: Mapping[int, float]) -> float | None:
    """How time grows with size: the slope of the logarithms, by least squares.

    >>> round(fit_exponent({10: 1.0, 1000: 10.0}), 6)
    0.5
    """
    if len(points) < 2:
        return None
    sizes, times = ([math.log(value) for value in side] for side in (points, points.values()))
    return statistics.linear_regression(sizes, times).slope
