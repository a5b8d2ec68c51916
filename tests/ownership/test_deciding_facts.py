"""The facts of an answer carry it, and none of them can be spared."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings

from ostraka.model.ownership import Caught, Interest, OpenQuestion, Regime
from ostraka.ownership import Answer, Listed, Ownership, Stake, Stakes
from ostraka.ownership.explaining import explain
from ostraka.ownership.shares import UNIT
from ownership.structure_strategies import PARTIES, REGIMES, listings, structures
from ownership.structures import DAY, ask, read

ONE_DAY = timedelta(days=1)


def _again(answer: Answer, stakes: list[Stake], listed: list[Listed]) -> Caught:
    asked = Ownership(Stakes(stakes), listed, answer.day)
    return asked.answer(answer.party, answer.regime).caught


@settings(max_examples=40, deadline=None)
@given(structures, listings)
def test_without_any_one_of_them_the_answer_is_another(
    stakes: list[Stake], listed: list[Listed]
) -> None:
    """Held by deletion: with all of them the same answer, with one fewer a different one."""
    asked = Ownership(Stakes(stakes), listed, DAY)
    for answer in explain(asked, PARTIES, REGIMES):
        assert answer.facts is not None
        held, names = list(answer.facts.stakes), list(answer.facts.listings)
        if answer.caught not in {Caught.YES, Caught.REVIEW}:
            assert not held
            assert not names
            continue
        assert _again(answer, held, names) is answer.caught
        for stake in held:
            fewer = [other for other in held if other is not stake]
            assert _again(answer, fewer, names) is not answer.caught
        for entry in names:
            others = [other for other in names if other is not entry]
            assert _again(answer, held, others) is not answer.caught


@settings(max_examples=40, deadline=None)
@given(structures, listings)
def test_the_answer_holds_on_its_first_and_last_day_and_not_beyond(
    stakes: list[Stake], listed: list[Listed]
) -> None:
    """The day before the first and the day after the last have another answer."""
    asked = Ownership(Stakes(stakes), listed, DAY)
    for answer in explain(asked, PARTIES[:3], [Regime.EU, Regime.BIS]):
        period = answer.period
        assert period is not None
        for day, same in (
            (period.first, True),
            (period.last, True),
            (period.first and period.first - ONE_DAY, False),
            (period.last and period.last + ONE_DAY, False),
        ):
            if day:
                there = Ownership(Stakes(stakes), listed, day)
                assert (there.answer(answer.party, answer.regime).caught is answer.caught) is same


def test_the_largest_holdings_are_taken_first() -> None:
    """Of three listed owners two suffice."""
    rows = "owner,owned,percent\nAlder,Cedar,20\nBeech,Cedar,30\nElm,Cedar,25\n"
    asked, _ = ask(read(rows), {name: ["ofac"] for name in ("Alder", "Beech", "Elm")})
    (answer,) = explain(asked, ["cedar"], [Regime.OFAC])
    assert answer.facts is not None
    assert {stake.owner for stake in answer.facts.stakes} == {"beech", "elm"}


def test_the_period_ends_with_the_stake_and_begins_with_the_rule() -> None:
    """X sells on a day in 2025, and the EU's new practice began the year before."""
    rows = "owner,owned,percent,end\nAlder,Birch,50,2025-05-31\n"
    asked, _ = ask(read(rows), {"Alder": ["eu"]}, date(2025, 1, 1))
    (answer,) = explain(asked, ["birch"], [Regime.EU])
    assert answer.caught is Caught.YES
    assert answer.period is not None
    assert (answer.period.first, answer.period.last) == (date(2024, 7, 3), date(2025, 5, 30))


def test_each_reading_of_an_open_question_has_its_answer() -> None:
    """45 of 100 shares, of which 20 are the company's own, are 45 or 56.25 per cent."""
    own = [
        Stake("alder", "birch", 45 * UNIT, 45 * UNIT),
        Stake("birch", "birch", 20 * UNIT, 20 * UNIT),
    ]
    asked = Ownership(Stakes(own), [Listed("alder", Regime.OFAC)], DAY)
    (answer,) = explain(asked, ["birch"], [Regime.OFAC])
    assert [(a.question, a.caught) for a in answer.alternatives or ()] == [
        (OpenQuestion.TREASURY, Caught.NO),
        (OpenQuestion.TREASURY, Caught.YES),
    ]


def test_a_rule_of_doubtful_force_has_two_answers() -> None:
    """The Affiliates Rule after its suspension: in force by its text, or prolonged."""
    asked = Ownership(
        Stakes([Stake("alder", "birch", 60 * UNIT, 60 * UNIT, Interest.SHARES)]),
        [Listed("alder", Regime.BIS)],
        DAY,
    )
    (answer,) = explain(asked, ["birch"], [Regime.BIS])
    assert answer.caught is Caught.YES
    assert not answer.rule.verified
    assert [a.caught for a in answer.alternatives or ()] == [Caught.NO, Caught.YES]
