"""Whatever people do with alerts, in whatever order: the promises of casework hold."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from casework.desk import CUSTOMER, NOON, Listed, born, make_account, screen
from ostraka.casework.alerts.moving import WAYS
from ostraka.casework.alerts.working import escalate, give_back, release_block, reopen, take
from ostraka.casework.configuration import Configuration
from ostraka.casework.decisions.deciding import consent, decide, refuse
from ostraka.casework.decisions.lapsing import reopen_expired
from ostraka.casework.log.agreement import find_disagreements
from ostraka.casework.log.verify import verify_chain
from ostraka.casework.models import Account, Alert, Block, Decision
from ostraka.casework.opening import open_record
from ostraka.model.alert import AlertState, DecisionState, Outcome
from ostraka.model.errors import RecordRefused
from ostraka.model.record import Role

PEOPLE = {"anna": Role.ANALYST, "bert": Role.ANALYST, "paul": Role.APPROVER, "pia": Role.APPROVER}
REASONS = {Outcome.FALSE_MATCH: "birth_differs", Outcome.TRUE_MATCH: "identifier_agrees"}
who = st.sampled_from(sorted(PEOPLE))
which = st.integers(0, 3)


class Desk(RuleBasedStateMachine):
    """Two customers, two parties that change, four people, and a clock that goes forward."""

    made_home: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copytree(self.made_home, self.folder / "home")
        open_record(Configuration(home=self.folder / "home", secret="5a" * 32))
        self.people = {name: make_account(name, role) for name, role in PEOPLE.items()}
        self.now = NOON
        self.blocked: set[int] = set()

    def teardown(self) -> None:
        connections.close_all()
        shutil.rmtree(self.folder)

    def _try(self, act: Callable[[int, Account], object], at: int, name: str) -> None:
        """The act on one of the alerts; where it is refused, nothing must have changed."""
        numbers = list(Alert.objects.order_by("pk").values_list("pk", flat=True))
        if not numbers:
            return
        before = verify_chain().head
        try:
            act(numbers[at % len(numbers)], self.people[name])
        except RecordRefused:
            assert verify_chain().head == before

    @rule(
        customer=st.sampled_from(["C-1", "C-2"]),
        party=st.sampled_from(["un_sc:101", "un_sc:102"]),
        year=st.sampled_from(["1953", "1954"]),
        score=st.sampled_from([0.8, 0.95]),
        own=st.sampled_from(["1953", "1990"]),
    )
    def screen_one(self, customer: str, party: str, year: str, score: float, own: str) -> None:
        """A customer is screened; facts of both sides may have changed."""
        listed = replace(Listed(), party=party, born=f"{year}-08-02", score=score)
        screen(listed, subject=born(CUSTOMER, own), reference=customer, now=self.now)

    @rule(days=st.integers(0, 400))
    def wait(self, days: int) -> None:
        """Time goes by, and somebody looks for what expired."""
        self.now += timedelta(days=days)
        reopen_expired(now=self.now)
        expired = Decision.objects.filter(state=DecisionState.IN_FORCE, expires__lte=self.now)
        assert not expired.exists()

    @rule(at=which, name=who)
    def take_one(self, at: int, name: str) -> None:
        """Somebody begins to work."""
        self._try(lambda n, by: take(n, by=by, now=self.now), at, name)

    @rule(at=which, name=who)
    def give_one_back(self, at: int, name: str) -> None:
        """Somebody stops."""
        self._try(lambda n, by: give_back(n, by=by, now=self.now), at, name)

    @rule(at=which, name=who)
    def escalate_one(self, at: int, name: str) -> None:
        """Somebody asks for help."""
        self._try(lambda n, by: escalate(n, why="?", by=by, now=self.now), at, name)

    @rule(at=which, name=who, outcome=st.sampled_from(Outcome))
    def decide_one(self, at: int, name: str, outcome: Outcome) -> None:
        """Somebody decides."""
        reason = REASONS[outcome]
        self._try(
            lambda n, by: decide(n, outcome, reason=reason, note="", by=by, now=self.now), at, name
        )

    @rule(at=which, name=who)
    def consent_to_one(self, at: int, name: str) -> None:
        """Somebody agrees."""
        self._try(lambda n, by: consent(n, by=by, now=self.now), at, name)

    @rule(at=which, name=who)
    def refuse_one(self, at: int, name: str) -> None:
        """Somebody does not agree."""
        self._try(lambda n, by: refuse(n, why="no", by=by, now=self.now), at, name)

    @rule(at=which, name=who)
    def reopen_one(self, at: int, name: str) -> None:
        """Somebody doubts."""
        self._try(lambda n, by: reopen(n, why="?", by=by, now=self.now), at, name)

    @rule(at=which, name=who)
    def release_one(self, at: int, name: str) -> None:
        """Somebody releases a block."""

        def release(number: int, by: Account) -> None:
            release_block(number, why="delisted", by=by, now=self.now)
            self.blocked.discard(number)

        self._try(release, at, name)

    @invariant()
    def nobody_decides_alone_where_two_are_asked_for(self) -> None:
        """A true match always, a near one that is dismissed as well."""
        for made in Decision.objects.filter(state=DecisionState.IN_FORCE):
            assert made.second_by_id != made.by_id
            if made.outcome == Outcome.TRUE_MATCH:
                assert made.second_by is not None
                assert PEOPLE[made.second_by.username] is Role.APPROVER

    @invariant()
    def what_is_closed_has_one_decision_in_force(self) -> None:
        """And what is not closed has none; what waits has one that is proposed."""
        for alert in Alert.objects.all():
            standing = sorted(
                alert.decisions.filter(state__in=["in_force", "proposed"]).values_list(
                    "state", flat=True
                )
            )
            state = AlertState(alert.state)
            waiting = ["proposed"] if state is AlertState.AWAITING_SECOND else []
            assert standing == (["in_force"] if state.is_closed else waiting)

    @invariant()
    def a_block_stands_until_a_person_released_it(self) -> None:
        """Whatever becomes of the alert."""
        standing = set(Block.objects.filter(released=None).values_list("alert_id", flat=True))
        assert self.blocked <= standing
        self.blocked = standing

    @invariant()
    def the_record_is_whole_and_agrees_with_the_tables(self) -> None:
        """Nothing happens beside it."""
        assert verify_chain().faults == ()
        assert list(find_disagreements()) == []


def test_the_promises_hold_whatever_people_do(made_home: Path) -> None:
    """Found by trying sequences of thirty steps."""
    Desk.made_home = made_home
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("state", AlertState)
def test_every_state_has_a_way_out(state: AlertState) -> None:
    """An alert that nobody could move any more would be forgotten."""
    assert WAYS[state] - {state}
