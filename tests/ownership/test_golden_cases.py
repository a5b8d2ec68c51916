"""Cases that a compliance officer can read, and the labelled ones beside the checkout."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from ostraka.model.ownership import Interest, Regime
from ostraka.ownership import Listed, Ownership, Stake, Stakes
from ostraka.ownership.readers.share_text import read_share
from ostraka.ownership.shares import UNKNOWN, WHOLE, Range, exactly
from ownership.bench_cases import get_expected, load_cases
from ownership.structures import DAY, caught, read

GOLDEN = Path(__file__).parents[2] / "golden" / "ownership.yaml"
CASES = yaml.safe_load(GOLDEN.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_every_golden_case_comes_out_as_a_reader_expects(case: dict[str, Any]) -> None:
    """The file is the specification in the words of those who have to apply it."""
    expected = case["expect"]
    day = case.get("day", DAY)
    answers = caught(read(case["stakes"]), case["listed"], case["ask"], expected, day)
    assert {word: answer.value for word, answer in answers.items()} == expected


@pytest.mark.shared
def test_every_labelled_case_comes_out_as_expected(shared: Path) -> None:
    """Every graph of the bench, with all five regimes and NS-CMIC where it is told."""
    cases = load_cases(shared)
    wrong = [
        (case["id"], regime, answer)
        for case in cases
        for regime, answer in _answer(case).items()
        if answer != get_expected(case)[regime]
    ]
    assert len(cases) > 30
    assert wrong == []


def _answer(case: dict[str, Any]) -> dict[str, str]:
    group = {party: "+".join(pair) for pair in case.get("concert", ()) for party in pair}
    stakes = [_make_stake(edge, group) for edge in case["edges"]]
    stakes += [Stake(who, of, WHOLE, WHOLE, Interest.BOARD) for who, of in case.get("control", ())]
    stakes += [
        Stake(who, of, *_range(share), Interest.VOTES) for who, of, share in case.get("voting", ())
    ]
    listed = [Listed(who, Regime(word)) for who, words in case["listed"].items() for word in words]
    countries = dict.fromkeys(case.get("us_entity", ()), "US")
    day = date.fromisoformat(case.get("as_of", DAY.isoformat()))
    asked = Ownership(Stakes(stakes, {}, countries), listed, day)
    return {
        word: asked.answer(case["target"], Regime(word)).caught.value for word in get_expected(case)
    }


def _make_stake(edge: list[Any], group: dict[str, str]) -> Stake:
    holder, owned, share, *behind = edge
    owner = behind[0] if behind else holder
    low, high = _range(share)
    nominee = holder if behind else ""
    return Stake(owner, owned, low, high, holder=nominee, group=group.get(owner, ""))


def _range(share: float | str | None) -> Range:
    if share is None:
        return UNKNOWN
    return read_share(share) if isinstance(share, str) else exactly(Decimal(str(share)))
