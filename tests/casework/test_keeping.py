"""Retention, holds, erasure, access; changes of policy; keys of programs."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from casework.desk import NOON, ORUK, get_alert, make_account, screen
from ostraka.casework.alerts.working import note, release_block
from ostraka.casework.api_keys import find_key, make_key, revoke_key
from ostraka.casework.decisions.deciding import consent, decide
from ostraka.casework.keeping.access import export_subject, tell_view
from ostraka.casework.keeping.erasing import (
    erase,
    erase_expired,
    find_expired,
    lift_hold,
    place_hold,
)
from ostraka.casework.log.agreement import find_disagreements
from ostraka.casework.log.verify import verify_chain
from ostraka.casework.models import Account, Decision, Event, Subject, SubjectKey
from ostraka.casework.policy.changing import Effect, decide_policy, propose_policy
from ostraka.casework.policy.in_force import get_casework_policy
from ostraka.casework.policy.rules import parse_casework_policy, read_default_text
from ostraka.casework.subjects.keeping import open_subject
from ostraka.model.alert import AlertState, Outcome
from ostraka.model.errors import PolicyRefused, RecordRefused
from ostraka.model.record import Right, Role

pytestmark = pytest.mark.usefixtures("record")
YEAR = timedelta(days=365)
EFFECT = Effect(book=1000, before=12, after=31)


@pytest.fixture
def anna() -> Account:
    return make_account("anna", Role.ANALYST)


@pytest.fixture
def paul() -> Account:
    return make_account("paul", Role.APPROVER)


@pytest.fixture
def ada() -> Account:
    return make_account("ada", Role.ADMIN)


def _dismiss(by: Account) -> None:
    decide(get_alert().pk, Outcome.FALSE_MATCH, reason="birth_differs", note="n", by=by, now=NOON)


def _confirm(anna: Account, paul: Account) -> None:
    number = get_alert().pk
    decide(number, Outcome.TRUE_MATCH, reason="identifier_agrees", note="", by=anna, now=NOON)
    consent(number, by=paul, now=NOON)


def test_an_erased_subject_cannot_be_opened_and_the_record_stays_whole(anna: Account) -> None:
    """Deleting the key erases; no entry has to be touched for it."""
    screen(ORUK)
    note(get_alert().pk, "a note", by=anna, now=NOON)
    _dismiss(anna)
    erase(Subject.objects.get(), why="asked for", actor="ada", now=NOON)
    assert SubjectKey.objects.count() == 0
    with pytest.raises(RecordRefused):
        open_subject(Subject.objects.get())
    assert get_alert().notes.get().sealed is None
    assert (Decision.objects.get().note, Decision.objects.get().facts) == (None, None)
    assert (verify_chain().faults, list(find_disagreements())) == ((), [])


def test_who_was_erased_is_met_again_as_somebody_new(anna: Account) -> None:
    """Nothing is left by which the two could be joined."""
    screen(ORUK)
    _dismiss(anna)
    erase(Subject.objects.get(), why="asked for", actor="ada", now=NOON)
    screen(ORUK)
    assert Subject.objects.count() == 2
    assert Subject.objects.get(erased=None).alerts.get().state == AlertState.OPEN


def test_what_is_worked_on_is_not_erased() -> None:
    """Nor forgotten by a rule."""
    screen(ORUK)
    with pytest.raises(RecordRefused):
        erase(Subject.objects.get(), why="asked for", actor="ada", now=NOON)
    assert find_expired(NOON + 20 * YEAR) == []


def test_a_hold_keeps_until_it_is_lifted(anna: Account, ada: Account) -> None:
    """A court may need what a rule would erase."""
    screen(ORUK)
    _dismiss(anna)
    subject = Subject.objects.get()
    hold = place_hold(subject, reason="case 7/2026", by=ada, now=NOON)
    assert find_expired(NOON + 20 * YEAR) == []
    with pytest.raises(RecordRefused):
        erase(subject, why="asked for", actor="ada", now=NOON)
    lift_hold(hold, reason="it ended", by=ada, now=NOON)
    assert find_expired(NOON + 20 * YEAR) == [subject]


def test_a_dismissed_match_is_kept_five_years(anna: Account) -> None:
    """From the last time it was seen."""
    screen(ORUK)
    _dismiss(anna)
    assert erase_expired(now=NOON + timedelta(days=1824)) == 0
    assert erase_expired(now=NOON + timedelta(days=1826)) == 1
    assert erase_expired(now=NOON + timedelta(days=1826)) == 0


def test_a_true_match_is_kept_ten_years_and_a_block_for_ever(anna: Account, paul: Account) -> None:
    """Until a person releases it."""
    screen(ORUK)
    _confirm(anna, paul)
    assert find_expired(NOON + 11 * YEAR) == []
    release_block(get_alert().pk, why="delisted", by=paul, now=NOON)
    assert find_expired(NOON + timedelta(days=3649)) == []
    assert len(find_expired(NOON + timedelta(days=3651))) == 1


def test_a_subject_gets_all_that_is_held_of_it(anna: Account, ada: Account) -> None:
    """Opened, whole, and on record."""
    screen(ORUK, reference="C-1")
    note(get_alert().pk, "a note", by=anna, now=NOON)
    _dismiss(anna)
    document = json.loads(json.dumps(export_subject(Subject.objects.get(), by=ada, now=NOON)))
    assert document["stated"]["reference"] == "C-1"
    assert document["screenings"][0]["answer"]["query"]["name"] == "Oruk Vandale"
    (alert,) = document["alerts"]
    assert [written["text"] for written in alert["notes"]] == ["a note"]
    assert [made["note"] for made in alert["decisions"]] == ["n"]
    assert Event.objects.latest("number").kind == "exported"
    with pytest.raises(RecordRefused):
        export_subject(Subject.objects.get(), by=anna, now=NOON)


def test_looking_at_personal_data_is_on_record(anna: Account) -> None:
    """Who looked at whom can be asked."""
    screen(ORUK)
    tell_view(get_alert(), by=anna, now=NOON)
    event = Event.objects.latest("number")
    assert (event.kind, event.actor, event.alert) == ("viewed", "anna", get_alert().pk)
    assert list(find_disagreements()) == []


def test_a_policy_changes_by_two_people_who_see_what_it_does(paul: Account, ada: Account) -> None:
    """The counts on the user's own book stand beside the reason."""
    strict = read_default_text().replace("score = 0.9", "score = 0.5")
    change = propose_policy(
        "casework", strict, reason="findings of the audit", effect=EFFECT, by=paul, now=NOON
    )
    assert (change.book, change.before, change.after) == (1000, 12, 31)
    assert get_casework_policy().needs_second(Outcome.FALSE_MATCH, 0.6, frozenset()) is False
    with pytest.raises(RecordRefused):
        decide_policy(change.pk, agreed=True, by=paul, now=NOON)
    decide_policy(change.pk, agreed=True, by=ada, now=NOON)
    assert get_casework_policy().needs_second(Outcome.FALSE_MATCH, 0.6, frozenset()) is True
    assert '"after":31' in Event.objects.latest("number").body


def test_the_rules_may_name_lists() -> None:
    """Two people for one list, one for another."""
    text = read_default_text().replace("score = 0.9", 'lists = ["eu_fsf"]')
    policy = parse_casework_policy(text, "here")
    assert policy.needs_second(Outcome.FALSE_MATCH, 0.1, frozenset({"eu_fsf", "un_sc"}))
    assert not policy.needs_second(Outcome.FALSE_MATCH, 1.0, frozenset({"un_sc"}))


@pytest.mark.parametrize(
    ("old", "new"),
    [("score = 0.9", "score = 9"), ("outcome", "outcom"), ("other = 5", "other = 0"), ("[", "[[")],
)
def test_a_policy_that_cannot_be_understood_is_refused(paul: Account, old: str, new: str) -> None:
    """Before anybody is asked to agree to it."""
    text = read_default_text().replace(old, new)
    with pytest.raises(PolicyRefused):
        propose_policy("casework", text, reason="r", effect=EFFECT, by=paul, now=NOON)


def test_who_only_decides_alerts_sets_no_policy(anna: Account) -> None:
    """Else one could make a rule and work under it."""
    with pytest.raises(RecordRefused):
        propose_policy(
            "casework", read_default_text(), reason="r", effect=EFFECT, by=anna, now=NOON
        )


def test_a_key_is_shown_once_and_ends(anna: Account, ada: Account) -> None:
    """Its hash alone is kept, and it can do no more than its account."""
    later = NOON + timedelta(days=30)
    with pytest.raises(RecordRefused):
        make_key(anna, "batch", [Right.APPROVE], expires=later, by=ada, now=NOON)
    key, text = make_key(anna, "batch", [Right.SCREEN], expires=later, by=ada, now=NOON)
    assert text not in str(vars(key))
    assert find_key(text, NOON) == key
    assert find_key(text, later) is None
    assert find_key(text + "x", NOON) is None
    revoke_key(key, by=ada, now=NOON)
    assert find_key(text, NOON) is None
    assert text not in " ".join(Event.objects.values_list("body", flat=True))


def test_a_key_of_a_closed_account_is_of_no_use(anna: Account, ada: Account) -> None:
    """Whoever leaves leaves with all keys."""
    later = NOON + timedelta(days=30)
    _, text = make_key(anna, "batch", [Right.SCREEN], expires=later, by=ada, now=NOON)
    anna.is_active = False
    anna.save()
    assert find_key(text, NOON) is None
