"""Golden pairs: what a careful analyst takes for one name reaches the threshold, no other pair."""

from __future__ import annotations

from collections import Counter

import pytest

from golden_rows import Row, as_parameters, load_rows, split_of
from ostraka.model.party import PartyKind
from ostraka.screening.comparison import compare

PAIRS = load_rows("names.csv")


def _identify(row: Row) -> str:
    left, right = row["left"], row["right"]
    return f"{split_of(left, right)}-{row['group']}-{left}-{right}"


@pytest.mark.parametrize("row", as_parameters(PAIRS, _identify))
def test_a_pair_is_judged_as_an_analyst_would(row: Row) -> None:
    """Either name may be the listed one; which it is does not decide whether they are one name."""
    left, right, kind = row["left"], row["right"], PartyKind(row["kind"])
    forth, back = compare(left, right, kind), compare(right, left, kind)
    expected = row["match"] == "true"
    assert (forth.match, back.match) == (expected, expected), (
        f"{row['why']}: {forth.score} ({forth.reasons[0].detail}), {back.score}"
    )


def test_every_row_says_what_it_is_and_why() -> None:
    """A row without a reason could not be argued with."""
    for row in PAIRS:
        assert all(row[column] for column in ("left", "right", "group", "why")), row
        assert row["match"] in ("true", "false"), row


def test_no_pair_stands_twice() -> None:
    """Not the other way round either: the two could be judged differently."""
    counts = Counter(frozenset((row["left"], row["right"])) for row in PAIRS)
    assert [set(pair) for pair, count in counts.items() if count > 1] == []


def test_both_answers_and_both_halves_are_well_represented() -> None:
    """A matcher that always says yes, or always no, must fail on nearly half of the rows."""
    assert len(PAIRS) >= 350
    halves = Counter(split_of(row["left"], row["right"]) for row in PAIRS)
    answers = Counter(row["match"] for row in PAIRS)
    for counts in (halves, answers):
        assert min(counts.values()) > 0.4 * len(PAIRS), counts
