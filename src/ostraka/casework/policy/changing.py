"""A change of policy: one proposes it with a reason and what it would do, another one agrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from ostraka.casework.log.append import append, writing
from ostraka.casework.models import Account, PolicyChange
from ostraka.casework.policy.in_force import CASEWORK, IN_FORCE, PROPOSED, REFUSED, SCREENING
from ostraka.casework.policy.rules import parse_casework_policy
from ostraka.casework.rights import require, require_text
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind, Right
from ostraka.screening.policy.reading import parse_policy


@dataclass(frozen=True, slots=True)
class Effect:
    """How many alerts the user's own book has under the policy in force and under the new one."""

    book: int
    before: int
    after: int


def propose_policy(
    subject: str, text: str, *, reason: str, effect: Effect, by: Account, now: datetime
) -> PolicyChange:
    """The change waits for a second person, who sees its reason and its effect.

    Raises:
        RecordRefused: The account may not, there is no reason, or one is waiting already.
        PolicyRefused: The text is no policy.
    """
    require(by, Right.SET_POLICY)
    words = require_text(reason, "reason", "Say why the policy has to change.")
    if subject == CASEWORK:
        parse_casework_policy(text, "policy")
    elif subject == SCREENING:
        parse_policy(text, "policy")
    else:
        raise RecordRefused(
            "there is no such policy",
            where=subject,
            remedy=f"It is {CASEWORK} or {SCREENING}.",
        )
    with writing():
        if PolicyChange.objects.filter(subject=subject, state=PROPOSED).exists():
            raise RecordRefused(
                "another change of this policy is waiting",
                where=f"policy {subject}",
                remedy="Agree to it or refuse it first.",
            )
        change = PolicyChange.objects.create(
            subject=subject,
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            reason=words,
            book=effect.book,
            before=effect.before,
            after=effect.after,
            proposed=now,
            proposed_by=by,
            state=PROPOSED,
        )
        _tell(change, EventKind.POLICY_PROPOSED, by, now)
    return change


def decide_policy(number: int, *, agreed: bool, by: Account, now: datetime) -> PolicyChange:
    """The change is in force from now on, or refused.

    Raises:
        RecordRefused: Nothing waits under that number, or the account may not, or proposed it.
    """
    require(by, Right.SET_POLICY)
    with writing():
        change = PolicyChange.objects.filter(pk=number, state=PROPOSED).first()
        if change is None or change.proposed_by_id == by.pk:
            raise RecordRefused(
                "no change of that number waits for this account",
                where=f"change of policy {number}",
                remedy="Whoever proposed a change cannot agree to it: ask another person.",
            )
        change.state = IN_FORCE if agreed else REFUSED
        change.decided, change.decided_by = now, by
        change.save()
        kind = EventKind.POLICY_CHANGED if agreed else EventKind.POLICY_REFUSED
        _tell(change, kind, by, now)
    return change


def _tell(change: PolicyChange, kind: EventKind, by: Account, now: datetime) -> None:
    append(
        kind,
        at=now,
        actor=by.username,
        body={
            "change": change.pk,
            "subject": change.subject,
            "sha256": change.sha256,
            "reason": change.reason,
            "book": change.book,
            "before": change.before,
            "after": change.after,
        },
    )
