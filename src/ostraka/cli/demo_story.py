"""What the demonstration tells of one party: whom it binds, from which day, by which rule."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from ostraka.cli.effect_text import SAID, describe_days, describe_rule
from ostraka.cli.ownership_text import write_answer
from ostraka.cli.situation import Situation
from ostraka.cli.writing import visible
from ostraka.sources.demo.story import Story, load_story

if TYPE_CHECKING:
    from ostraka.ownership import Answer, Stakes
    from ostraka.screening.consequences.asking import Outcome
    from ostraka.screening.screener import Screener


def tell_story(situation: Situation, screener: Screener) -> Iterator[Text]:
    """The questions with their answers, then those about the company that the party owns."""
    story = load_story()
    yield Text("One party, spelled in three ways: what its listings forbid\n", "bold")
    told: set[str] = set()
    for outcome in _ask(story, situation, screener):
        yield from _write_outcome(outcome, told)
    yield Text(
        "A company on no list that it owns: what follows differs by the rule of each list\n", "bold"
    )
    stakes, answers = _ask_owned(story, situation, screener)
    for day, group in groupby(answers, key=lambda answer: answer.day):
        alike = list(group)
        yield Text(f"{visible(alike[0].name)}, on {day}", "cyan")
        for answer in alike:
            for line in write_answer(answer, stakes):
                yield Text(line)
        yield Text()


def _ask(story: Story, situation: Situation, screener: Screener) -> Iterator[Outcome]:
    from ostraka.effects.question import Question
    from ostraka.effects.signatures import load_signatures
    from ostraka.screening.consequences.asking import ask_name
    from ostraka.snapshots import Store

    store, signatures = Store(situation.home), load_signatures(situation.home)
    for one in story.questions:
        question = Question(one.actor, one.activity)
        yield ask_name(one.party, screener, store, question, one.day, signatures)


def _write_outcome(outcome: Outcome, told: set[str]) -> Iterator[Text]:
    """The answer; a rule is written out where it is first told, and named afterwards."""
    consequence = outcome.consequence
    question, stretch = consequence.question, outcome.stretch
    asked = f"{question.activity} by {question.actor}, on {consequence.day}"
    yield Text(f"{visible(outcome.asked)}: {asked}", "cyan")
    days = describe_days(stretch.first, stretch.last)
    yield Text(f"  {outcome.verdict}: {SAID[outcome.verdict]}; {days}")
    for fact in consequence.because:
        listing = f"{fact.list}/{fact.programme}" if fact.programme else fact.list
        yield Text(f"  rests on the listing of {fact.party} on {listing}, and on {fact.rule}")
    for piece in consequence.pieces:
        rule = piece.row.id if piece.row else piece.case.listing.list
        if rule not in told and piece.verdict is consequence.verdict:
            told.add(rule)
            for line in describe_rule(piece, consequence.signatures):
                yield Text(f"  {line}")
    for near in outcome.near:
        verdict = near.consequence.verdict
        yield Text(
            f"  near: {visible(near.name)} ({near.party}), {near.relation}; if it is meant: "
            f"{verdict}"
        )
    yield Text()


def _ask_owned(
    story: Story, situation: Situation, screener: Screener
) -> tuple[Stakes, list[Answer]]:
    from ostraka.ownership import Ownership
    from ostraka.ownership.explaining import explain
    from ostraka.ownership.readers.keys import fold
    from ostraka.screening.owners.identity import identify
    from ostraka.snapshots import Store

    stakes = _read_stakes(story)
    listed = identify(Store(situation.home), screener, stakes)
    answers: list[Answer] = []
    for one in story.owned:
        key = fold(one.party)
        answers += explain(Ownership(stakes, listed, one.day, [key]), [key], [one.regime])
    return stakes, answers


def _read_stakes(story: Story) -> Stakes:
    from ostraka.ownership.readers.csv_stakes import read_csv

    table = io.StringIO()
    writer = csv.DictWriter(table, list(story.stakes[0]))
    writer.writeheader()
    writer.writerows(story.stakes)
    table.seek(0)
    return read_csv(table, "the story")
