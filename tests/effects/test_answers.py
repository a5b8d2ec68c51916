"""Verdicts, the days on which they hold, and the facts that carry them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostraka.effects.answer import find_consequence, find_pieces, find_timeline
from ostraka.effects.assumed import make_assumed_case
from ostraka.effects.licensing import find_review
from ostraka.effects.question import Case, Question
from ostraka.effects.signatures import FILE, Signature, load_signatures
from ostraka.effects.tables import load_rules
from ostraka.effects.timeline import make_stretches, on_day, strictest
from ostraka.model.effect import Activity, Actor, Verdict
from ostraka.model.errors import RuleRefused, ValueRefused
from ostraka.model.listing import DateKind, StatedDate
from ostraka.model.origin import Origin

LISTED = date(2021, 12, 10)
US = Actor.US_PERSON
MARKS = [
    "us_ofac_sdn/GLOMAG",
    "us_ofac_sdn/HK-EO13936",
    "us_ofac_cons/CMIC-EO13959",
    "us_bis_entity",
    "us_dod_1260h",
    "us_state_7031c",
    "gb_uksl/GHR",
    "un_sc",
]
cases_of_lists = st.lists(
    st.builds(
        make_assumed_case,
        st.sampled_from(MARKS),
        st.none() | st.dates(date(2015, 1, 1), date(2026, 1, 1)),
    ),
    max_size=4,
)
questions = st.builds(Question, st.sampled_from(Actor), st.sampled_from(Activity))
days = st.dates(date(2014, 1, 1), date(2028, 1, 1))


@settings(deadline=None)
@given(cases_of_lists, questions, days)
def test_a_stretch_says_of_every_day_what_asking_that_day_says(
    cases: list[Case], question: Question, day: date
) -> None:
    """Runs of days are computed once; the answer of a day must be that of its run."""
    stretches = find_timeline(cases, question)
    of_day = strictest(on_day(find_pieces(cases, question), day))
    holding = [s for s in stretches if (s.first or date.min) <= day <= (s.last or date.max)]
    assert [s.verdict for s in holding] == [of_day]
    assert find_consequence(cases, question, day).verdict is of_day


@settings(deadline=None)
@given(cases_of_lists, questions)
def test_stretches_follow_each_other_without_gap_and_differ(
    cases: list[Case], question: Question
) -> None:
    """From the first day to the last; neighbours with one verdict would be one."""
    stretches = make_stretches(find_pieces(cases, question))
    assert stretches[0].first is None
    assert stretches[-1].last is None
    for one, other in itertools.pairwise(stretches):
        assert one.last is not None
        assert one.last + timedelta(days=1) == other.first
        assert one.verdict is not other.verdict


@settings(deadline=None)
@given(cases_of_lists, questions, days)
def test_without_the_facts_that_carry_it_the_verdict_changes(
    cases: list[Case], question: Question, day: date
) -> None:
    """The one fact is enough by itself; with it and those that would do as well gone, it falls."""
    found = find_consequence(cases, question, day)
    if found.verdict is Verdict.NONE_FOUND:
        assert found.because == ()
        return
    (fact,) = found.because
    marks = {(f.list, f.programme) for f in (fact, *found.also)}

    def mark(case: Case) -> tuple[str, str]:
        return case.listing.list, case.listing.programme

    alone = [case for case in cases if mark(case) == (fact.list, fact.programme)]
    rest = [case for case in cases if mark(case) not in marks]
    assert find_consequence(alone, question, day).verdict is found.verdict
    assert find_consequence(rest, question, day).verdict is not found.verdict


@settings(deadline=None)
@given(cases_of_lists, questions, days, st.sampled_from(MARKS))
def test_another_listing_never_makes_a_verdict_milder(
    cases: list[Case], question: Question, day: date, mark: str
) -> None:
    """A party on several lists gets the strictest verdict; the order of lists is nothing."""
    more = [*cases, make_assumed_case(mark, LISTED)]
    before = find_consequence(cases, question, day).verdict
    after = find_consequence(more, question, day).verdict
    assert after.strictness <= before.strictness
    assert find_consequence(more[::-1], question, day).verdict is after


def _cmic(effective: date) -> Case:
    case = make_assumed_case("us_ofac_cons/CMIC-EO13959", LISTED)
    stated = StatedDate(DateKind.EFFECTIVE, effective, Origin("us_ofac_cons", "1"))
    return replace(case, listing=replace(case.listing, dates=(stated,)))


@pytest.mark.parametrize(
    ("stated", "day", "verdict"),
    [
        (date(2022, 2, 8), date(2022, 2, 8), Verdict.PROHIBITED),
        (date(2022, 2, 20), date(2022, 2, 7), Verdict.NONE_FOUND),
        (date(2022, 2, 20), date(2022, 2, 10), Verdict.REVIEW),
        (date(2022, 2, 20), date(2022, 2, 20), Verdict.PROHIBITED),
    ],
)
def test_a_date_that_the_list_states_is_held_against_the_formula(
    stated: date, day: date, verdict: Verdict
) -> None:
    """Where the two differ, the days between them are for review, and the answer says so."""
    found = find_consequence([_cmic(stated)], Question(US, Activity.SECURITIES_BUY), day)
    assert found.verdict is verdict
    assert any("differ" in c for c in found.caveats) is (verdict is Verdict.REVIEW)


def test_a_row_that_was_signed_off_is_followed() -> None:
    """By the deployer, by name; without the signature it is a review."""
    case, question = make_assumed_case("us_state_dtc", LISTED), Question(US, Activity.EXPORT)
    signature = Signature(rule="itar.debarred", by="A. Lawyer", signed=LISTED, why="read in full")
    assert find_consequence([case], question, LISTED).verdict is Verdict.REVIEW
    signed = find_consequence([case], question, LISTED, {"itar.debarred": signature})
    assert signed.verdict is Verdict.PROHIBITED


def test_signatures_are_read_from_the_home_and_name_rules_that_exist(tmp_path: Path) -> None:
    """A slip in an id would sign nothing off and say nothing."""
    assert load_signatures(tmp_path) == {}
    row = "{{rule: {}, by: A. Lawyer, signed: 2026-11-29, why: read in full at its source}}"
    file = tmp_path / FILE
    file.write_text(f"signatures: [{row.format('itar.debarred')}]")
    assert load_signatures(tmp_path)["itar.debarred"].by == "A. Lawyer"
    file.write_text(f"signatures: [{row.format('itar.debared')}]")
    with pytest.raises(RuleRefused, match=r"itar\.debared"):
        load_signatures(tmp_path)


def test_a_clause_on_secondary_sanctions_exposes_those_it_addresses() -> None:
    """A bank by any clause; other foreign persons only where it is not confined to banks."""
    case = make_assumed_case("us_ofac_sdn/SDGT", LISTED)
    bank_clause = "section 1(b) of Executive Order 13224, as amended by Executive Order 13886"
    banks = replace(case, clauses=(bank_clause,))
    all_foreign = replace(case, clauses=("Subject to Secondary Sanctions",))

    def ask(of: Case, actor: Actor) -> Verdict:
        return find_consequence([of], Question(actor, Activity.PAY), LISTED).verdict

    assert ask(banks, Actor.FOREIGN_BANK) is Verdict.EXPOSURE
    assert ask(banks, Actor.EU_PERSON) is Verdict.NOT_BOUND
    assert ask(all_foreign, Actor.EU_PERSON) is Verdict.EXPOSURE
    assert ask(case, Actor.FOREIGN_BANK) is Verdict.NOT_BOUND


@pytest.mark.parametrize(
    ("directive", "activity", "verdict"),
    [
        ("Subject to Directive 1", Activity.DEBT_NEW, Verdict.PROHIBITED),
        ("Subject to Directive 1", Activity.EQUITY_NEW, Verdict.PROHIBITED),
        ("Subject to Directive 3", Activity.EQUITY_NEW, Verdict.NONE_FOUND),
        ("Subject to Directive 2", Activity.PAY, Verdict.NONE_FOUND),
        ("Subject to Directive 4", Activity.EXPORT, Verdict.REVIEW),
    ],
)
def test_a_directive_restricts_what_it_names(
    directive: str, activity: Activity, verdict: Verdict
) -> None:
    """Debt, equity, or projects: never payments as such."""
    case = replace(make_assumed_case("us_ofac_cons/UKRAINE-EO13662", None), words=(directive,))
    assert find_consequence([case], Question(US, activity), LISTED).verdict is verdict


def test_the_tenor_of_new_debt_is_that_of_the_day() -> None:
    """90, then 30, then 14 days."""
    case = replace(
        make_assumed_case("us_ofac_cons/UKRAINE-EO13662", None), words=("Subject to Directive 1",)
    )
    texts = [
        find_consequence([case], Question(US, Activity.DEBT_NEW), day).pieces[0].row
        for day in (date(2014, 9, 11), date(2014, 9, 12), date(2017, 11, 28))
    ]
    assert [row.id for row in texts if row] == ["ssi.1-debt-90", "ssi.1-debt-30", "ssi.1-debt-14"]


def test_an_exception_in_the_entry_leaves_the_item_to_a_person() -> None:
    """Its own words go before the rule of the list."""
    entry = replace(
        make_assumed_case("us_bis_entity", LISTED),
        requirement="All items subject to the EAR except for food or medicine designated as EAR99",
        policy="Policy of denial.",
    )
    found = find_consequence([entry], Question(US, Activity.EXPORT, "EAR99"), LISTED)
    assert found.verdict is Verdict.REVIEW
    assert any("except for food" in caveat for caveat in found.caveats)


@pytest.mark.parametrize(
    ("policy", "item", "review"),
    [
        ("Presumption of denial.", "5A002", "presumption of denial"),
        (
            "Case-by-case for 1A004.c; presumption of denial for all other items",
            "1A004.c",
            "case-by-case review",
        ),
        (
            "Case-by-case for all items listed on the CCL. Presumption of approval for EAR99 items",
            "EAR99",
            "presumption of approval",
        ),
    ],
)
def test_a_review_policy_is_read_for_one_item(policy: str, item: str, review: str) -> None:
    """In the words of the law."""
    assert find_review(policy, item) == review


def test_an_unknown_list_is_refused() -> None:
    """With the keys that there are."""
    with pytest.raises(ValueRefused, match="no list"):
        make_assumed_case("us_ofac_sdm", None)
    assert "us_ofac_sdn" in load_rules()
