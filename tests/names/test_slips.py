"""A slip in a word that thousands of names share is no part of the name."""

from __future__ import annotations

import pytest

from ostraka.model.party import PartyKind
from ostraka.names import prepare
from ostraka.names.slips import mend


@pytest.mark.parametrize(
    ("slipped", "meant"),
    [
        ("LIMITED LIABILITY COKMPANY NEFTGAZ", "LIMITED LIABILITY COMPANY NEFTGAZ"),
        ("LIMIZTED LIABILITY COMPANY NEFTGAZ", "NEFTGAZ LLC"),
        ("OBSHCHESTVO S ORANICHENNOI OTVETSTVENNOSTYU NEFTGAZ", "OOO NEFTGAZ"),
        ("JOINT STOCK COM PANY NEFTGAZ", "JSC NEFTGAZ"),
        ("LimitedLiability Company NEFTGAZ", "NEFTGAZ LLC"),
        ("PUBLIC JOINT WTOCK COMPANY NEFTGAZ", "PJSC NEFTGAZ"),
        ("Zarif Limitecd", "Zarif Limited"),
        ("Zarif Tradnig Corpoartion", "Zarif Tradnig Corporation"),
        ("Zarif Investmentz GmbH", "Zarif Investments GmbH"),
        ("The ZAO Neftgaz", "The Neftgaz ZAO"),
    ],
)
def test_a_slip_in_a_form_or_generic_word_is_read_as_meant(slipped: str, meant: str) -> None:
    """With a kind and without one."""
    for kind in (None, PartyKind.ORGANISATION):
        assert prepare(slipped, kind)[0].tokens == prepare(meant, kind)[0].tokens


@pytest.mark.parametrize("name", ["Tradex Limited", "Maria Compana", "Joint Stick Makers"])
def test_a_word_that_may_be_a_name_is_left(name: str) -> None:
    """Short brands, surnames without any sign of an organisation, words without their phrase."""
    words = name.lower().split()
    assert [t.text for t in prepare(name)[0].tokens][: len(words) - 1] == words[:-1]


def test_a_generic_word_is_mended_only_beside_a_name() -> None:
    """A firm called Investmentz alone is called so."""
    assert mend(["investmentz", "ltd"]) == ["investmentz", "ltd"]
    assert mend(["investmentz", "zarif", "ltd"]) == ["investments", "zarif", "ltd"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("spole?nost", ["spolenost"]),
        ("DIAKIT?", ["diakit"]),
        ("?Technologie", ["technologie"]),
        ("Zarif ? Sons", ["zarif", "sons"]),
        ("K\ufffdln", ["kln"]),
    ],
)
def test_a_sign_for_a_lost_letter_parts_no_word(written: str, words: list[str]) -> None:
    """One letter is lost, not the word; between spaces the sign is nothing."""
    assert [token.text for token in prepare(written, PartyKind.PERSON)[0].tokens] == words
