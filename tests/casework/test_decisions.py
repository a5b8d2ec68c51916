"""Who may decide what, and that never one person alone where two are asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.desk import NOON, ORUK, Listed, get_alert, make_account, screen
from ostraka.casework.alerts.working import escalate, release_block, reopen, take
from ostraka.casework.decisions.deciding import consent, decide, refuse
from ostraka.casework.models import Account, Decision, Event
from ostraka.model.alert import AlertState, DecisionState, Outcome
from ostraka.model.errors import RecordRefused
from ostraka.model.record import Role

pytestmark = pytest.mark.usefixtures("record")
NEAR = Listed(score=0.95)


@pytest.fixture
def anna() -> Account:
    return make_account("anna", Role.ANALYST)


@pytest.fixture
def paul() -> Account:
    return make_account("paul", Role.APPROVER)


def _dismiss(by: Account, reason: str = "birth_differs") -> Decision:
    return decide(get_alert().pk, Outcome.FALSE_MATCH, reason=reason, note="", by=by, now=NOON)


def _confirm(by: Account) -> Decision:
    return decide(
        get_alert().pk, Outcome.TRUE_MATCH, reason="identifier_agrees", note="", by=by, now=NOON
    )


def test_a_distant_name_is_dismissed_by_one_person(anna: Account) -> None:
    """The rules ask for two only where a mistake would cost most."""
    screen(ORUK)
    _dismiss(anna)
    assert get_alert().state == AlertState.CLOSED_FALSE


def test_a_near_name_is_dismissed_by_two(anna: Account, paul: Account) -> None:
    """The second consent puts the decision in force."""
    screen(NEAR)
    _dismiss(anna)
    assert get_alert().state == AlertState.AWAITING_SECOND
    consent(get_alert().pk, by=paul, now=NOON)
    assert get_alert().state == AlertState.CLOSED_FALSE
    assert Decision.objects.get().second_by == paul


def test_nobody_is_their_own_second_person(paul: Account) -> None:
    """Not even one whose role could do both."""
    screen(NEAR)
    _dismiss(paul)
    for act in (consent, lambda n, **k: refuse(n, why="no", **k)):
        with pytest.raises(RecordRefused):
            act(get_alert().pk, by=paul, now=NOON)
    assert get_alert().state == AlertState.AWAITING_SECOND


def test_who_may_not_approve_is_no_second_person(anna: Account) -> None:
    """An analyst decides, another role consents."""
    screen(NEAR)
    _dismiss(anna)
    bert = make_account("bert", Role.ANALYST)
    with pytest.raises(RecordRefused):
        consent(get_alert().pk, by=bert, now=NOON)


def test_who_does_not_agree_has_it_in_review(anna: Account, paul: Account) -> None:
    """And may decide otherwise, whereupon again another has to consent."""
    screen(NEAR)
    _dismiss(anna)
    refuse(get_alert().pk, why="the passport is the same", by=paul, now=NOON)
    alert = get_alert()
    assert (alert.state, alert.assignee) == (AlertState.IN_REVIEW, paul)
    _confirm(paul)
    with pytest.raises(RecordRefused):
        consent(alert.pk, by=paul, now=NOON)
    states = list(Decision.objects.values_list("state", flat=True))
    assert states == [DecisionState.REFUSED, DecisionState.PROPOSED]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.ADMIN])
def test_who_reads_or_looks_after_accounts_decides_nothing(role: Role) -> None:
    """Nobody makes the accounts and uses them."""
    screen(ORUK)
    with pytest.raises(RecordRefused):
        _dismiss(make_account("eve", role))
    assert get_alert().state == AlertState.OPEN


def test_an_account_that_was_closed_does_nothing(anna: Account) -> None:
    """Its name stays in the record and its rights end."""
    screen(ORUK)
    anna.is_active = False
    with pytest.raises(RecordRefused):
        _dismiss(anna)


@pytest.mark.parametrize("reason", ["because", "identifier_agrees", ""])
def test_a_reason_is_one_of_the_table_for_that_outcome(anna: Account, reason: str) -> None:
    """Codes can be counted; free words go into the note."""
    screen(ORUK)
    with pytest.raises(RecordRefused):
        _dismiss(anna, reason)
    assert Decision.objects.count() == 0


def test_a_true_match_blocks_until_a_person_releases_it(anna: Account, paul: Account) -> None:
    """Reopening does not release it, nor does a listing that ends."""
    screen(ORUK)
    _confirm(anna)
    consent(get_alert().pk, by=paul, now=NOON)
    alert = get_alert()
    assert alert.blocks.filter(released=None).count() == 1
    reopen(alert.pk, why="a doubt", by=paul, now=NOON)
    assert alert.blocks.filter(released=None).count() == 1
    with pytest.raises(RecordRefused):
        release_block(alert.pk, why="  ", by=paul, now=NOON)
    with pytest.raises(RecordRefused):
        release_block(alert.pk, why="delisted", by=anna, now=NOON)
    release_block(alert.pk, why="delisted, notice of 2026-11-29", by=paul, now=NOON)
    assert alert.blocks.filter(released=None).count() == 0
    with pytest.raises(RecordRefused):
        release_block(alert.pk, why="again", by=paul, now=NOON)


def test_what_changes_while_it_waits_is_decided_anew(anna: Account, paul: Account) -> None:
    """The second person would consent to facts the first one had not seen."""
    screen(NEAR)
    _dismiss(anna)
    screen(Listed(score=0.95, names=("Oruk VANDALE", "Oruk the Elder")))
    assert get_alert().state == AlertState.OPEN
    assert Decision.objects.get().state == DecisionState.LAPSED
    with pytest.raises(RecordRefused):
        consent(get_alert().pk, by=paul, now=NOON)


def test_only_time_in_review_is_counted(anna: Account) -> None:
    """Waiting in the queue or for another person is not work on the alert."""
    screen(ORUK)
    number = get_alert().pk
    take(number, by=anna, now=NOON)
    escalate(number, why="two companies", by=anna, now=NOON + timedelta(minutes=5))
    take(number, by=anna, now=NOON + timedelta(hours=9))
    later = NOON + timedelta(hours=9, minutes=2)
    decide(number, Outcome.FALSE_MATCH, reason="birth_differs", note="", by=anna, now=later)
    assert get_alert().seconds == 7 * 60


def test_a_refused_step_leaves_no_trace(anna: Account) -> None:
    """Neither in the tables nor in the record."""
    screen(ORUK)
    _dismiss(anna)
    before = Event.objects.count()
    with pytest.raises(RecordRefused):
        _dismiss(anna)
    with pytest.raises(RecordRefused):
        take(get_alert().pk, by=anna, now=NOON)
    assert (Event.objects.count(), Decision.objects.count()) == (before, 1)
