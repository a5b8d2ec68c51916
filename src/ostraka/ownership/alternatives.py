"""The answer under each reading of what the law leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from ostraka.model.ownership import Caught, OpenQuestion
from ostraka.ownership.answers import Alternative
from ostraka.ownership.solving import ALL_OPEN, Solution, solve

READINGS = {
    OpenQuestion.TREASURY: ("of all shares issued", "of the shares that others hold"),
    OpenQuestion.VOTES: ("shares alone are ownership", "votes are ownership too"),
    OpenQuestion.SEVERAL: ("each listed person alone", "listed persons together"),
    OpenQuestion.CONCERT: ("each holder alone", "with those who act jointly"),
    OpenQuestion.US_CONDUIT: (
        "only through companies that are reached themselves",
        "through companies organised in the United States as well",
    ),
    OpenQuestion.CONTROL: ("it is no ownership or control", "it is ownership or control"),
    OpenQuestion.RULE_IN_FORCE: ("the rule is not in force", "the rule is in force"),
}
"""Each question with its narrower and its wider reading."""


def find_alternatives(solution: Solution, party: int) -> tuple[Alternative, ...]:
    """Both readings of each question on which the answer turns, the others left as they are.

    A question that no answer turns on is left out.
    """
    return tuple(
        Alternative(question, reading, caught)
        for question in OpenQuestion
        for reading, caught in _read(solution, party, question)
    )


def _read(solution: Solution, party: int, question: OpenQuestion) -> Iterator[tuple[str, Caught]]:
    narrow_words, wide_words = READINGS[question]
    if question is OpenQuestion.RULE_IN_FORCE:
        caught = solution.caught(party)
        if solution.rule.doubt and caught is not Caught.NO and party not in solution.listed:
            yield f"{narrow_words}: {solution.rule.doubt}", Caught.NO
            yield wide_words, caught
        return
    if question not in solution.rule.open_questions or party not in solution.possible.reached:
        return
    narrow = _ask(solution, party, frozenset(), ALL_OPEN - {question})
    wide = _ask(solution, party, frozenset({question}), ALL_OPEN - {question})
    if narrow is not wide:
        yield narrow_words, narrow
        yield wide_words, wide


def _ask(
    solution: Solution,
    party: int,
    adopted: frozenset[OpenQuestion],
    left_open: frozenset[OpenQuestion],
) -> Caught:
    again = solve(
        solution.structure,
        solution.rule,
        solution.listed,
        solution.domestic,
        adopted=adopted,
        open_questions=left_open,
    )
    return again.caught(party)
