"""A decision holds as long as its facts hold, and not beyond its day."""

from __future__ import annotations

from datetime import datetime

from ostraka.casework.log.append import writing
from ostraka.casework.models import Alert, Decision
from ostraka.model.alert import AlertState, DecisionState, Outcome
from ostraka.model.record import EventKind

_STANDING = (DecisionState.PROPOSED.value, DecisionState.IN_FORCE.value)


def lapse_decisions(alert: Alert, now: datetime, *, expired_only: bool = False) -> bool:
    """Whether a decision on the alert that its subject is not the party holds no longer.

    What was decided a true match never lapses: a person releases it.
    """
    standing = Decision.objects.filter(alert=alert, state__in=_STANDING)
    if alert.state != AlertState.AWAITING_SECOND.value:
        standing = standing.filter(outcome=Outcome.FALSE_MATCH.value)
    if expired_only:
        standing = standing.filter(state=DecisionState.IN_FORCE.value, expires__lte=now)
    return standing.update(state=DecisionState.LAPSED.value) > 0


def reopen_expired(*, now: datetime, actor: str = "ostraka") -> int:
    """How many alerts are open again because the decision on them expired."""
    from ostraka.casework.alerts.moving import move
    from ostraka.casework.policy.in_force import get_casework_policy
    from ostraka.model.listing import ListingClass

    with writing():
        ended = Alert.objects.filter(
            state=AlertState.CLOSED_FALSE.value,
            decisions__state=DecisionState.IN_FORCE.value,
            decisions__expires__lte=now,
        ).distinct()
        alerts = list(ended.select_related("subject"))
        for alert in alerts:
            lapse_decisions(alert, now, expired_only=True)
            listing_class = ListingClass(alert.listing_class)
            alert.due = get_casework_policy().find_due(listing_class, now)
            move(
                alert,
                AlertState.OPEN,
                EventKind.ALERT_REOPENED,
                actor=actor,
                now=now,
                body={"why": "the decision expired", "changes": []},
            )
    return len(alerts)
