"""Measured times: of calls one by one, and of the same bulk over and over."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Spread:
    """Times of single calls, in microseconds."""

    median: float
    p99: float

    def write(self) -> dict[str, float]:
        return {"median_us": round(self.median, 1), "p99_us": round(self.p99, 1)}


def time_each(call: Callable[[Item], object], items: Iterable[Item]) -> Spread:
    """The call with every item, one after the other."""
    times = []
    for item in items:
        started = perf_counter()
        call(item)
        times.append((perf_counter() - started) * 1e6)
    times.sort()
    return Spread(statistics.median(times), times[math.ceil(len(times) * 0.99) - 1])


def time_bulk(call: Callable[[], object], rounds: int) -> float:
    """The median of the seconds that the call takes, after one call that does not count."""
    call()
    times = []
    for _ in range(rounds):
        started = perf_counter()
        call()
        times.append(perf_counter() - started)
    return statistics.median(times)


def fit_exponent(points: Mapping[int, float]) -> float | None:
    """How time grows with size: the slope of the logarithms, by least squares.

    >>> round(fit_exponent({10: 1.0, 1000: 10.0}), 6)
    0.5
    """
    if len(points) < 2:
        return None
    sizes, times = ([math.log(value) for value in side] for side in (points, points.values()))
    return statistics.linear_regression(sizes, times).slope
