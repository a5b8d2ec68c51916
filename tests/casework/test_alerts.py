"""What becomes an alert, what is one more sight of it, and what opens a closed one again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.desk import CUSTOMER, NOON, ORUK, Listed, born, get_alert, make_account, screen
from ostraka.casework.alerts.ending import mark_ended
from ostraka.casework.alerts.figures import measure_queue
from ostraka.casework.alerts.working import note, take
from ostraka.casework.decisions.alike import dismiss_alike, find_alike
from ostraka.casework.decisions.deciding import decide
from ostraka.casework.decisions.lapsing import reopen_expired
from ostraka.casework.log.verify import verify_chain
from ostraka.casework.models import Account, Alert, Decision, Event, ScreenedRow
from ostraka.casework.subjects.keeping import open_subject
from ostraka.model.alert import AlertState, DecisionState, Outcome
from ostraka.model.listing import ListingClass
from ostraka.model.record import EventKind, Role

pytestmark = pytest.mark.usefixtures("record")
LATER = NOON + timedelta(days=1)


@pytest.fixture
def anna() -> Account:
    return make_account("anna", Role.ANALYST)


def _dismiss(anna: Account) -> Decision:
    return decide(
        get_alert().pk, Outcome.FALSE_MATCH, reason="birth_differs", note="", by=anna, now=NOON
    )


def _kinds() -> list[str]:
    return list(Event.objects.values_list("kind", flat=True))


def _last() -> Event:
    return Event.objects.latest("number")


def test_a_hit_opens_an_alert_that_is_due() -> None:
    """An asset freeze binds at once: it is due in a day."""
    screen(ORUK)
    alert = get_alert()
    assert (alert.state, alert.party, alert.name) == ("open", "un_sc:101", "Oruk VANDALE")
    assert alert.due == NOON + timedelta(days=1)
    assert _kinds() == ["screened", "alert_opened"]


def test_nothing_found_leaves_a_keyed_hash_and_no_subject() -> None:
    """What is not needed is not kept; that the subject was screened can still be shown."""
    screen()
    row = ScreenedRow.objects.get()
    assert (row.subject, row.sealed, len(row.mark)) == (None, None, 64)
    assert Alert.objects.count() == 0
    assert "Vandale" not in str(list(Event.objects.values_list("body", flat=True)))


def test_no_entry_of_the_record_names_a_subject(anna: Account) -> None:
    """The record is for ever, and so holds nothing that could have to be erased."""
    subject = replace(CUSTOMER, name="Zephyrine Quorn", ids=("P1234567",))
    screen(ORUK, subject=subject)
    note(get_alert().pk, "Zephyrine says she was born in Quornville", by=anna, now=NOON)
    _dismiss(anna)
    screen(ORUK, subject=born(subject, "1980-01-02"), now=LATER)
    written = " ".join(Event.objects.values_list("body", flat=True)).casefold()
    for word in ("zephyrine", "quorn", "1234567", "1980"):
        assert word not in written


def test_the_same_evidence_is_one_alert() -> None:
    """However often it is found; how often is counted."""
    for day in range(3):
        screen(ORUK, now=NOON + timedelta(days=day))
    assert get_alert().repeats == 2
    assert _kinds().count("alert_repeated") == 2


def test_another_subject_is_another_alert() -> None:
    """One person's date of birth is not another's."""
    screen(ORUK)
    screen(ORUK, subject=born(CUSTOMER, "1990-01-01"))
    assert Alert.objects.count() == 2


def test_a_subject_with_a_reference_stays_the_same_when_its_facts_change() -> None:
    """A customer who states a date of birth is no new customer."""
    screen(ORUK, reference="C-1")
    screen(ORUK, reference="C-1", subject=born(CUSTOMER, "1990-01-01"))
    assert get_alert().repeats == 1
    assert _last().kind == EventKind.ALERT_CHANGED


def test_hits_on_linked_listings_are_one_alert() -> None:
    """A person on ten lists is looked at once."""
    other = replace(ORUK, party="eu_fsf:7", linked=("un_sc:101",), score=0.8)
    third = replace(ORUK, party="gb_uksl:9", linked=("eu_fsf:7",), score=0.75)
    screen(ORUK, other, third)
    parties = set(get_alert().parties.values_list("party", flat=True))
    assert parties == {"un_sc:101", "eu_fsf:7", "gb_uksl:9"}


def test_hits_that_are_not_linked_are_alerts_of_their_own() -> None:
    """Two parties may bear one name."""
    screen(ORUK, replace(ORUK, party="un_sc:102"))
    assert Alert.objects.count() == 2


def test_what_was_dismissed_stays_dismissed_on_mere_republication(anna: Account) -> None:
    """The list appeared again and says the same of the party."""
    screen(ORUK)
    _dismiss(anna)
    screen(replace(ORUK, score=0.86), now=LATER)
    assert get_alert().state == AlertState.CLOSED_FALSE
    assert get_alert().repeats == 1


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        (replace(ORUK, names=("Oruk VANDALE", "Oruk the Elder")), "name"),
        (replace(ORUK, born="1954-08-02"), "date"),
        (replace(ORUK, programmes=("DPRK", "IRAN")), "list"),
        (replace(ORUK, measure=ListingClass.VISA), "measure"),
    ],
)
def test_a_changed_fact_of_the_party_opens_it_again(
    anna: Account, changed: Listed, kind: str
) -> None:
    """A decision holds for the facts it was taken on, and the entry says which changed."""
    screen(ORUK)
    decision = _dismiss(anna)
    screen(changed, now=LATER)
    assert get_alert().state == AlertState.OPEN
    decision.refresh_from_db()
    assert decision.state == DecisionState.LAPSED
    assert _last().kind == EventKind.ALERT_REOPENED
    assert f'"kind":"{kind}"' in _last().body


def test_a_changed_fact_of_the_subject_opens_it_again(anna: Account) -> None:
    """The record says which kind of fact changed, and not what it is."""
    screen(ORUK, reference="C-1")
    _dismiss(anna)
    screen(ORUK, reference="C-1", subject=born(CUSTOMER, "1953-08-02"), now=LATER)
    assert get_alert().state == AlertState.OPEN
    assert '"changes":[{"kind":"date","side":"subject"}]' in _last().body


def test_a_dismissal_never_covers_another_list(anna: Account) -> None:
    """A second authority may have listed the party for what the first did not know."""
    screen(ORUK)
    _dismiss(anna)
    screen(ORUK, replace(ORUK, party="eu_fsf:7", linked=("un_sc:101",), score=0.8), now=LATER)
    assert get_alert().state == AlertState.OPEN
    assert '"party":"eu_fsf:7"' in _last().body


def test_a_list_that_was_not_asked_changes_nothing(anna: Account) -> None:
    """Who asks one list today has not learnt that the other ended."""
    other = replace(ORUK, party="eu_fsf:7", linked=("un_sc:101",), score=0.8)
    screen(ORUK, other)
    _dismiss(anna)
    screen(ORUK, now=LATER)
    assert get_alert().state == AlertState.CLOSED_FALSE
    screen(ORUK, other, now=LATER)
    assert get_alert().state == AlertState.CLOSED_FALSE


def test_a_dismissal_expires(anna: Account) -> None:
    """What nobody looked at for a year is looked at again."""
    screen(ORUK)
    decision = _dismiss(anna)
    assert decision.expires == NOON + timedelta(days=365)
    assert reopen_expired(now=NOON + timedelta(days=364)) == 0
    assert reopen_expired(now=NOON + timedelta(days=365)) == 1
    assert get_alert().state == AlertState.OPEN
    assert '"why":"the decision expired"' in _last().body


def test_an_expired_dismissal_does_not_hold_when_the_party_is_met_again(anna: Account) -> None:
    """Whether or not anybody ran through the expired ones."""
    screen(ORUK)
    _dismiss(anna)
    screen(ORUK, now=NOON + timedelta(days=400))
    assert get_alert().state == AlertState.OPEN


def test_a_listing_that_ends_marks_its_alert_and_closes_none(anna: Account) -> None:
    """The party may still be in the house: a person says what becomes of it."""
    screen(ORUK)
    take(get_alert().pk, by=anna, now=NOON)
    mark_ended(["un_sc:101", "un_sc:999"], date(2026, 12, 1), now=LATER)
    assert get_alert().listing_ended == date(2026, 12, 1)
    assert get_alert().state == AlertState.IN_REVIEW


def test_the_mark_waits_for_the_last_listing() -> None:
    """Who is taken off one list of two is listed."""
    screen(ORUK, replace(ORUK, party="eu_fsf:7", linked=("un_sc:101",), score=0.8))
    mark_ended(["un_sc:101"], date(2026, 12, 1), now=LATER)
    assert get_alert().listing_ended is None
    mark_ended(["eu_fsf:7"], date(2026, 12, 2), now=LATER)
    assert get_alert().listing_ended == date(2026, 12, 2)


def test_alike_alerts_are_dismissed_together(anna: Account) -> None:
    """Many bear the name; one reason fits all, and each has a decision of its own."""
    for key in range(4):
        screen(ORUK, reference=f"C-{key}")
    screen(replace(ORUK, party="un_sc:102"), reference="C-9")
    first = Alert.objects.order_by("id")[0]
    assert len(find_alike(first.pk)) == 4
    dismiss_alike(first.pk, reason="birth_differs", note="", by=anna, now=NOON)
    assert Alert.objects.filter(state="closed_false").count() == 4
    assert Decision.objects.count() == 4


def test_the_queue_is_counted(anna: Account) -> None:
    """Backlog, what is late, how often known matches come back, minutes a decision takes."""
    screen(ORUK, reference="C-1")
    take(get_alert().pk, by=anna, now=NOON)
    decide(
        get_alert().pk, Outcome.FALSE_MATCH, reason="birth_differs", note="", by=anna,
        now=NOON + timedelta(minutes=6),
    )  # fmt: skip
    screen(ORUK, reference="C-1")
    screen(ORUK, reference="C-2")
    figures = measure_queue(NOON + timedelta(days=2))
    assert (figures.backlog, figures.overdue, figures.repeats) == (1, 1, 1)
    assert (figures.minutes, figures.oldest) == (6.0, NOON)


def test_the_alert_shows_question_and_hits_to_who_holds_the_key() -> None:
    """The evidence is there side by side, sealed."""
    screen(ORUK)
    alert = get_alert()
    assert alert.sealed is not None
    assert b"Vandale" not in bytes(alert.sealed)
    shown = open_subject(alert.subject).unseal("alert", alert.sealed)
    assert shown["query"]["name"] == "Oruk Vandale"
    assert [hit["party"] for hit in shown["hits"]] == ["un_sc:101"]
    assert verify_chain().faults == ()
