"""The words of the record: what is written down, and who may do what."""

from __future__ import annotations

from collections.abc import Mapping

from ostraka.model.terms import Term


class EventKind(Term):
    """What an entry of the record tells."""

    SCREENED = "screened", "Subjects were held against lists; the entry names both."
    REPLAYED = "replayed", "A recorded screening was run again."
    VIEWED = "viewed", "A person looked at personal data."
    EXPORTED = "exported", "All that is held of a subject was handed out."
    ALERT_OPENED = "alert_opened", "A possible match became an alert."
    ALERT_REPEATED = "alert_repeated", "The same evidence was found again; no new alert."
    ALERT_CHANGED = "alert_changed", "An alert that was not closed has other evidence now."
    ALERT_REOPENED = "alert_reopened", "A closed alert is open again, and the entry says why."
    ALERT_MOVED = "alert_moved", "An alert was taken, handed on, escalated or given back."
    LISTING_ENDED = "listing_ended", "The list says no more of the party of an alert."
    NOTED = "noted", "A person wrote a note on an alert."
    DECISION_PROPOSED = "decision_proposed", "A decision waits for a second person."
    DECIDED = "decided", "A decision is in force."
    DECISION_REFUSED = "decision_refused", "The second person did not agree."
    DECISION_LAPSED = (
        "decision_lapsed",
        "A decision holds no longer: a fact changed, or it expired.",
    )
    BLOCK_RELEASED = "block_released", "A person released a block, with a reason."
    POLICY_PROPOSED = "policy_proposed", "A change of policy waits for a second person."
    POLICY_CHANGED = "policy_changed", "A policy is in force."
    POLICY_REFUSED = "policy_refused", "The second person did not agree to a change of policy."
    IMPORT_FORCED = "import_forced", "A list was published although it broke a limit."
    ACCOUNT_CHANGED = "account_changed", "An account was made, or its role or standing changed."
    LOGGED_IN = "logged_in", "A person proved who they are."
    LOGIN_FAILED = "login_failed", "Somebody did not prove to be the holder of an account."
    KEY_MADE = "key_made", "A key of the interface was handed out."
    KEY_REVOKED = "key_revoked", "A key of the interface is of no more use."
    HOLD_PLACED = "hold_placed", "What is held of a subject must be kept: legal hold."
    HOLD_LIFTED = "hold_lifted", "A legal hold ended."
    ERASED = "erased", "The key of a subject's personal data was deleted."
    RESTORED = "restored", "The record was read back from a backup."


class Role(Term):
    """What an account is for."""

    VIEWER = "viewer", "Reads screenings, alerts and the record."
    ANALYST = "analyst", "Works on alerts and proposes or takes decisions."
    APPROVER = "approver", "Works on alerts, gives the second consent, releases blocks."
    ADMIN = "admin", "Looks after accounts, keys, policy and retention; decides no alert."


class Right(Term):
    """One thing that a role may do."""

    READ = "read", "Look at alerts, screenings and the record."
    SCREEN = "screen", "Hold subjects against the lists, on record."
    WORK = "work", "Take alerts, note, escalate and decide."
    APPROVE = "approve", "Give or refuse the second consent, and release a block."
    ADMINISTER = "administer", "Change accounts, keys, retention and legal holds."
    SET_POLICY = "set_policy", "Propose a change of policy, or give the second consent to one."


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.READ}),
    Role.ANALYST: frozenset({Right.READ, Right.SCREEN, Right.WORK}),
    Role.APPROVER: frozenset(
        {Right.READ, Right.SCREEN, Right.WORK, Right.APPROVE, Right.SET_POLICY}
    ),
    Role.ADMIN: frozenset({Right.READ, Right.SCREEN, Right.ADMINISTER, Right.SET_POLICY}),
}
"""What each role may do. Who looks after accounts decides no alert: nobody can do both."""
