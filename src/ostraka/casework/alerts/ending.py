"""A list that no longer names a party marks its alerts; it closes none."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from ostraka.casework.alerts.moving import tell
from ostraka.casework.log.append import writing
from ostraka.casework.models import Alert, AlertParty
from ostraka.model.record import EventKind


def mark_ended(
    parties: Collection[str], day: date, *, now: datetime, actor: str = "ostraka"
) -> list[Alert]:
    """Alerts of which a listing ended; those of which none is left are marked `listing ended`.

    Nothing is closed and no block released: what a person decided, a person takes back.
    """
    with writing():
        gone = AlertParty.objects.filter(party__in=parties, found=True, ended=None)
        alerts = {entry.alert_id: entry.alert for entry in gone.select_related("alert__subject")}
        ended = {number: [e.party for e in gone if e.alert_id == number] for number in alerts}
        gone.update(ended=day)
        for number, alert in sorted(alerts.items()):
            if not alert.parties.filter(found=True, ended=None).exists():
                alert.listing_ended = day
                alert.save()
            body = {
                "parties": sorted(ended[number]),
                "day": day.isoformat(),
                "all": alert.listing_ended is not None,
            }
            tell(alert, EventKind.LISTING_ENDED, actor=actor, now=now, body=body)
    return [alerts[number] for number in sorted(alerts)]
