"""What a person does with an alert short of deciding it."""

from __future__ import annotations

from datetime import datetime

from ostraka.casework.alerts.moving import get_alert, move, require_open, require_state, tell
from ostraka.casework.decisions.deciding import add_note
from ostraka.casework.log.append import writing
from ostraka.casework.models import Account, Alert
from ostraka.casework.rights import require, require_text
from ostraka.model.alert import AlertState, DecisionState
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind, Right


def take(number: int, *, by: Account, now: datetime) -> Alert:
    """The alert is in review by that person, whoever had it before."""
    return hand_to(number, by, by=by, now=now)


def hand_to(number: int, assignee: Account, *, by: Account, now: datetime) -> Alert:
    """The alert is in review by the assignee, whose role must let them work on it.

    Raises:
        RecordRefused: Either account may not, or the alert is closed or waits.
    """
    require(by, Right.WORK)
    require(assignee, Right.WORK)
    with writing():
        alert = get_alert(number)
        require_open(alert)
        alert.assignee = assignee
        _move(alert, AlertState.IN_REVIEW, by, now, assignee=assignee.username)
    return alert


def give_back(number: int, *, by: Account, now: datetime) -> Alert:
    """Nobody works on the alert any more, and anybody may take it."""
    require(by, Right.WORK)
    with writing():
        alert = get_alert(number)
        require_state(alert, AlertState.IN_REVIEW, AlertState.ESCALATED)
        _move(alert, AlertState.OPEN, by, now, assignee=None)
    return alert


def escalate(number: int, *, why: str, by: Account, now: datetime) -> Alert:
    """The alert waits for somebody with more authority; why is noted on it."""
    require(by, Right.WORK)
    words = require_text(why, "why", "Say what the next person has to decide.")
    with writing():
        alert = get_alert(number)
        require_state(alert, AlertState.OPEN, AlertState.IN_REVIEW)
        alert.assignee = None
        add_note(alert, words, by, now)
        _move(alert, AlertState.ESCALATED, by, now, assignee=None)
    return alert


def note(number: int, text: str, *, by: Account, now: datetime) -> Alert:
    """The text is kept with the alert, whatever state that is in."""
    require(by, Right.WORK)
    words = require_text(text, "note", "Write a note.")
    with writing():
        alert = get_alert(number)
        add_note(alert, words, by, now)
        tell(alert, EventKind.NOTED, actor=by.username, now=now, body={})
    return alert


def set_due(number: int, due: datetime, *, by: Account, now: datetime) -> Alert:
    """The alert is to be decided by then."""
    require(by, Right.APPROVE)
    with writing():
        alert = get_alert(number)
        alert.due = due
        alert.save()
        body = {"due": due.isoformat()}
        tell(alert, EventKind.ALERT_MOVED, actor=by.username, now=now, body=body)
    return alert


def reopen(number: int, *, why: str, by: Account, now: datetime) -> Alert:
    """A closed alert is open again, for a reason that is noted; its decision holds no longer.

    A block that it placed stays until it is released.
    """
    require(by, Right.APPROVE)
    words = require_text(why, "why", "Say what makes the decision doubtful.")
    with writing():
        alert = get_alert(number)
        require_state(alert, AlertState.CLOSED_TRUE, AlertState.CLOSED_FALSE)
        in_force = alert.decisions.filter(state=DecisionState.IN_FORCE.value)
        in_force.update(state=DecisionState.LAPSED.value)
        add_note(alert, words, by, now)
        body = {"why": "a person reopened it", "changes": []}
        kind = EventKind.ALERT_REOPENED
        move(alert, AlertState.OPEN, kind, actor=by.username, now=now, body=body)
    return alert


def release_block(number: int, *, why: str, by: Account, now: datetime) -> Alert:
    """The blocks of the alert are released, for a reason; nothing else releases one.

    Raises:
        RecordRefused: The account may not, no reason is given, or nothing is blocked.
    """
    require(by, Right.APPROVE)
    words = require_text(why, "why", "Say why: the licence, the delisting, the court's order.")
    with writing():
        alert = get_alert(number)
        standing = alert.blocks.filter(released=None)
        if not standing.update(released=now, released_by=by, reason=words):
            raise RecordRefused(
                "nothing is blocked by this alert",
                where=f"alert {number}",
                remedy="Look at the alert: a block stands only after a true match.",
            )
        tell(alert, EventKind.BLOCK_RELEASED, actor=by.username, now=now, body={})
    return alert


def _move(
    alert: Alert, to: AlertState, by: Account, now: datetime, *, assignee: str | None
) -> None:
    body = {"assignee": assignee}
    move(alert, to, EventKind.ALERT_MOVED, actor=by.username, now=now, body=body)
