"""A person decides; where the rules ask for two, another one consents or does not."""

from __future__ import annotations

from datetime import datetime, timedelta

from ostraka.casework.alerts.moving import get_alert, move, require_open, require_state
from ostraka.casework.decisions.reasons import require_reason
from ostraka.casework.log.append import writing
from ostraka.casework.models import Account, Alert, Block, Decision
from ostraka.casework.policy.in_force import get_casework_policy
from ostraka.casework.policy.rules import CaseworkPolicy
from ostraka.casework.rights import require, require_text
from ostraka.casework.subjects.keeping import open_subject
from ostraka.model.alert import AlertState, DecisionState, Outcome
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind, Right


def decide(
    number: int, outcome: Outcome, *, reason: str, note: str, by: Account, now: datetime
) -> Decision:
    """The alert is closed, or waits for a second person where the rules ask for one.

    The decision keeps the facts it rests on as they are now.

    Raises:
        RecordRefused: The account may not, the alert is not to be decided, or there is no such
            reason.
    """
    require(by, Right.WORK)
    require_reason(reason, outcome)
    with writing():
        alert = get_alert(number)
        require_open(alert)
        policy = get_casework_policy()
        decision = _write_down(alert, outcome, reason, note, by, now)
        if policy.needs_second(outcome, alert.score, lists_of(alert)):
            move(
                alert,
                AlertState.AWAITING_SECOND,
                EventKind.DECISION_PROPOSED,
                actor=by.username,
                now=now,
                body=_describe(decision),
            )
        else:
            _put_in_force(alert, decision, policy, by, now)
    return decision


def consent(number: int, *, by: Account, now: datetime) -> Decision:
    """The decision that waited is in force.

    Raises:
        RecordRefused: Nothing waits, the account may not, or it is the one that decided.
    """
    require(by, Right.APPROVE)
    with writing():
        alert, decision = _find_waiting(number, by)
        decision.second_by, decision.second_at = by, now
        _put_in_force(alert, decision, get_casework_policy(), by, now)
    return decision


def refuse(number: int, *, why: str, by: Account, now: datetime) -> Decision:
    """The decision that waited does not hold; the alert is in review again, by the second person.

    Raises:
        RecordRefused: Nothing waits, the account may not, it is the one that decided, or no reason
            is given.
    """
    require(by, Right.APPROVE)
    words = require_text(why, "why", "Say why you do not agree.")
    with writing():
        alert, decision = _find_waiting(number, by)
        decision.state = DecisionState.REFUSED.value
        decision.second_by, decision.second_at = by, now
        decision.save()
        alert.assignee = by
        add_note(alert, words, by, now)
        move(
            alert,
            AlertState.IN_REVIEW,
            EventKind.DECISION_REFUSED,
            actor=by.username,
            now=now,
            body=_describe(decision),
        )
    return decision


def add_note(alert: Alert, text: str, by: Account, now: datetime) -> None:
    """The note is kept with the alert, sealed."""
    ring = open_subject(alert.subject)
    alert.notes.create(at=now, by=by, sealed=ring.seal("note", text))


def lists_of(alert: Alert) -> frozenset[str]:
    """The lists on which the party of the alert was found."""
    return frozenset(alert.parties.filter(found=True).values_list("source", flat=True))


def _write_down(
    alert: Alert, outcome: Outcome, reason: str, note: str, by: Account, now: datetime
) -> Decision:
    ring = open_subject(alert.subject)
    return Decision.objects.create(
        alert=alert,
        outcome=outcome.value,
        reason=reason,
        state=DecisionState.PROPOSED.value,
        at=now,
        by=by,
        note=ring.seal("decision note", note.strip()) if note.strip() else None,
        facts=ring.seal("decision facts", ring.unseal("facts", alert.facts)),
    )


def _put_in_force(
    alert: Alert, decision: Decision, policy: CaseworkPolicy, by: Account, now: datetime
) -> None:
    outcome = Outcome(decision.outcome)
    decision.state = DecisionState.IN_FORCE.value
    if outcome is Outcome.FALSE_MATCH:
        decision.expires = now + timedelta(days=policy.decision_expires_days)
    decision.save()
    if outcome is Outcome.TRUE_MATCH:
        Block.objects.create(alert=alert, placed=now)
    move(
        alert,
        outcome.closes_as,
        EventKind.DECIDED,
        actor=by.username,
        now=now,
        body=_describe(decision),
    )


def _find_waiting(number: int, by: Account) -> tuple[Alert, Decision]:
    alert = get_alert(number)
    require_state(alert, AlertState.AWAITING_SECOND)
    decision = Decision.objects.get(alert=alert, state=DecisionState.PROPOSED.value)
    if decision.by_id == by.pk:
        raise RecordRefused(
            "the second consent cannot come from the person who decided",
            where=f"alert {number}",
            remedy="Ask another person with the right to approve.",
        )
    return alert, decision


def _describe(decision: Decision) -> dict[str, object]:
    return {
        "decision": decision.pk,
        "outcome": decision.outcome,
        "reason": decision.reason,
        "by": decision.by.username,
        "second": decision.second_by.username if decision.second_by else None,
    }
