"""The states of an alert and the ways between them; every step is in the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ostraka.casework.log.append import append
from ostraka.casework.models import Account, Alert
from ostraka.model.alert import AlertState
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind

_WORK = (AlertState.OPEN, AlertState.IN_REVIEW, AlertState.ESCALATED)

WAYS: Mapping[AlertState, frozenset[AlertState]] = {
    AlertState.OPEN: frozenset(AlertState),
    AlertState.IN_REVIEW: frozenset(AlertState),
    AlertState.ESCALATED: frozenset(AlertState),
    AlertState.AWAITING_SECOND: frozenset(
        {AlertState.OPEN, AlertState.IN_REVIEW, AlertState.CLOSED_TRUE, AlertState.CLOSED_FALSE}
    ),
    AlertState.CLOSED_TRUE: frozenset({AlertState.OPEN}),
    AlertState.CLOSED_FALSE: frozenset({AlertState.OPEN}),
}
"""Where an alert may go from each state."""


def get_alert(number: int) -> Alert:
    """The alert of that number.

    Raises:
        RecordRefused: There is none.
    """
    alert = Alert.objects.select_related("subject").filter(pk=number).first()
    if alert is None:
        raise RecordRefused(
            "there is no alert of that number",
            where=f"alert {number}",
            remedy="Look at the queue for the numbers there are.",
        )
    return alert


def move(
    alert: Alert,
    to: AlertState,
    kind: EventKind,
    *,
    actor: str,
    now: datetime,
    body: Mapping[str, object] | None = None,
) -> None:
    """The alert stands there from now on, and the record says so; time in review is counted.

    Raises:
        RecordRefused: There is no way from where it stands.
    """
    before = AlertState(alert.state)
    if to not in WAYS[before]:
        raise RecordRefused(
            f"an alert that is {_say(before)} cannot become {_say(to)}",
            where=f"alert {alert.pk}",
            remedy="Look at it again: somebody else may have moved it.",
        )
    if alert.began is not None:
        alert.seconds += max(0.0, (now - alert.began).total_seconds())
    alert.began = now if to is AlertState.IN_REVIEW else None
    alert.closed = now if to.is_closed else None
    alert.state = to.value
    if to is AlertState.OPEN:
        alert.assignee = None
    alert.save()
    tell(alert, kind, actor=actor, now=now, body={"from": before.value, **(body or {})})


def tell(
    alert: Alert, kind: EventKind, *, actor: str, now: datetime, body: Mapping[str, object]
) -> None:
    """The record has an entry on the alert, with where it stands now."""
    append(
        kind,
        at=now,
        actor=actor,
        about=alert.subject_id,
        alert=alert.pk,
        body={"state": alert.state, **body},
    )


def require_state(alert: Alert, *states: AlertState) -> None:
    """Returns where the alert stands in one of the states.

    Raises:
        RecordRefused: It does not.
    """
    if alert.state in states:
        return
    raise RecordRefused(
        f"the alert is {_say(AlertState(alert.state))}",
        where=f"alert {alert.pk}",
        remedy=f"This takes one that is {' or '.join(map(_say, states))}.",
    )


def require_open(alert: Alert) -> None:
    """Returns where the alert can be worked on.

    Raises:
        RecordRefused: It is closed, or waits for a second person.
    """
    require_state(alert, *_WORK)


def name_of(account: Account | None) -> str | None:
    """How the record names an account."""
    return account.username if account else None


def _say(state: AlertState) -> str:
    return state.value.replace("_", " ")
