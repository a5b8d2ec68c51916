"""Many alerts that are alike, closed with one decision each and one reason for all."""

from __future__ import annotations

from datetime import datetime

from ostraka.casework.alerts.moving import get_alert
from ostraka.casework.decisions.deciding import decide
from ostraka.casework.log.append import writing
from ostraka.casework.models import Account, Alert, Decision
from ostraka.model.alert import AlertState, Outcome

_WORK = [AlertState.OPEN.value, AlertState.IN_REVIEW.value, AlertState.ESCALATED.value]


def find_alike(number: int) -> list[Alert]:
    """Alerts to be worked on that met the same party for the same reasons, this one among them."""
    pattern = get_alert(number).pattern
    return list(Alert.objects.filter(pattern=pattern, state__in=_WORK).order_by("id"))


def dismiss_alike(
    number: int, *, reason: str, note: str, by: Account, now: datetime
) -> list[Decision]:
    """Every alert that is alike is decided to be no match, all or none.

    Each is a decision of its own, on its own facts, and where the rules ask for a second person it
    waits for one. A true match is never decided in bulk.

    Raises:
        RecordRefused: The account may not, or there is no such reason.
    """
    with writing():
        return [
            decide(alert.pk, Outcome.FALSE_MATCH, reason=reason, note=note, by=by, now=now)
            for alert in find_alike(number)
        ]
