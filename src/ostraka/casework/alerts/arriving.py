"""Hits become alerts: a new one, one more sight of a known one, or a closed one opened again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ostraka.casework.alerts.grouping import group_hits
from ostraka.casework.alerts.moving import move, tell
from ostraka.casework.alerts.showing import Arrival, make_facts, name_parties, show
from ostraka.casework.decisions.lapsing import lapse_decisions
from ostraka.casework.models import Alert, ScreenedRow, Screening
from ostraka.casework.policy.in_force import get_casework_policy
from ostraka.casework.screenings.asked import Answered
from ostraka.casework.subjects.facts import CaseFacts, Change, find_changes, merge_facts
from ostraka.casework.subjects.keeping import open_subject
from ostraka.model.alert import AlertState
from ostraka.model.listing import ListingClass
from ostraka.model.record import EventKind


def receive_hits(
    screening: Screening, row: ScreenedRow, answer: Answered, *, actor: str, now: datetime
) -> list[Alert]:
    """The alerts that the hits of one subject belong to, opened or brought up to date."""
    if row.subject is None:
        return []
    ring = open_subject(row.subject)
    return [
        _receive(Arrival(screening, ring, group, answer, actor, now))
        for group in group_hits(answer.result.hits)
    ]


def _receive(arrival: Arrival) -> Alert:
    facts = make_facts(arrival)
    alert = _find_alert(arrival)
    if alert is None:
        return _open(arrival, facts)
    known: CaseFacts = arrival.ring.unseal("facts", alert.facts)
    changes = find_changes(known, facts)
    alert.repeats += 1
    alert.listing_ended = None
    show(alert, arrival, merge_facts(known, facts))
    alert.save()
    name_parties(alert, arrival.group)
    _tell_arrival(alert, changes, arrival)
    return alert


def _tell_arrival(alert: Alert, changes: Sequence[Change], arrival: Arrival) -> None:
    actor, now = arrival.actor, arrival.now
    body = {"screening": str(arrival.screening.pk), "changes": describe_changes(changes)}
    state = AlertState(alert.state)
    if not changes and not lapse_decisions(alert, now, expired_only=True):
        tell(alert, EventKind.ALERT_REPEATED, actor=actor, now=now, body=body)
    elif state is AlertState.CLOSED_FALSE:
        lapse_decisions(alert, now)
        why = {**body, "why": "a fact changed" if changes else "the decision expired"}
        alert.due = get_casework_policy().find_due(ListingClass(alert.listing_class), now)
        move(alert, AlertState.OPEN, EventKind.ALERT_REOPENED, actor=actor, now=now, body=why)
    elif state is AlertState.AWAITING_SECOND:
        lapse_decisions(alert, now)
        move(alert, AlertState.OPEN, EventKind.ALERT_CHANGED, actor=actor, now=now, body=body)
    else:
        # a true match stays one: who is listed once more is no less listed
        tell(alert, EventKind.ALERT_CHANGED, actor=actor, now=now, body=body)


def describe_changes(changes: Sequence[Change]) -> list[dict[str, object]]:
    """The changes as the record has them: of the subject, only which kinds of fact changed."""
    return [
        {"side": change.side.value, "kind": change.kind.value}
        | (
            {"party": change.party, "added": [*change.added], "removed": [*change.removed]}
            if change.party
            else {}
        )
        for change in changes
    ]


def _find_alert(arrival: Arrival) -> Alert | None:
    """The alert of this subject on any of the entries: one still worked on before a closed one."""
    found = Alert.objects.filter(
        subject=arrival.ring.subject, parties__party__in=arrival.group.parties
    )
    known = list(found.distinct().order_by("id"))
    working = [alert for alert in known if not AlertState(alert.state).is_closed]
    return next(iter(working), known[-1] if known else None)


def _open(arrival: Arrival, facts: CaseFacts) -> Alert:
    alert = Alert(
        state=AlertState.OPEN.value, subject=arrival.ring.subject, opened=arrival.now, repeats=0
    )
    show(alert, arrival, facts)
    listing_class = ListingClass(alert.listing_class)
    alert.due = get_casework_policy().find_due(listing_class, arrival.now)
    alert.save()
    name_parties(alert, arrival.group)
    body = {"screening": str(arrival.screening.pk), "party": alert.party, "score": alert.score}
    tell(alert, EventKind.ALERT_OPENED, actor=arrival.actor, now=arrival.now, body=body)
    return alert
