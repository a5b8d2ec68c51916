"""How much work there is, how long it takes, how often it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Avg, Count, Min, Sum

from ostraka.casework.models import Alert
from ostraka.model.alert import AlertState

_CLOSED = (AlertState.CLOSED_TRUE.value, AlertState.CLOSED_FALSE.value)


@dataclass(frozen=True, slots=True)
class Figures:
    """The queue at one moment.

    `backlog` are alerts that are not closed, `overdue` those of them past their day, `oldest` when
    the first of them was opened. `repeats` are sights of a known alert that opened none. `minutes`
    is the mean time in review of those that are closed, `None` where none is.
    """

    by_state: Mapping[AlertState, int]
    backlog: int
    overdue: int
    oldest: datetime | None
    repeats: int
    minutes: float | None


def measure_queue(now: datetime) -> Figures:
    """The figures as they are now."""
    counted = dict(Alert.objects.order_by().values_list("state").annotate(n=Count("pk")))
    waiting = Alert.objects.exclude(state__in=_CLOSED)
    spent = Alert.objects.filter(state__in=_CLOSED).aggregate(mean=Avg("seconds"))["mean"]
    return Figures(
        by_state={state: counted.get(state.value, 0) for state in AlertState},
        backlog=waiting.count(),
        overdue=waiting.filter(due__lt=now).count(),
        oldest=waiting.aggregate(first=Min("opened"))["first"],
        repeats=Alert.objects.aggregate(all=Sum("repeats"))["all"] or 0,
        minutes=None if spent is None else round(spent / 60, 1),
    )
