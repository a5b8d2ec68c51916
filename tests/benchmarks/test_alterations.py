"""What each alteration changes, and what it leaves as it was."""

from __future__ import annotations

from random import Random

import pytest
from benchmarks.alterations import KINDS, SPLITS, Kind, ListedName, generate_cases
from benchmarks.alterations.party_making import make_party
from benchmarks.alterations.splitting import split_parties

from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.names import fold

ONE_LETTER = {
    "letter substituted": 0,
    "keyboard neighbour": 0,
    "letter inserted": 1,
    "letter deleted": -1,
    "letters swapped": 0,
    "letter doubled": 1,
    "double made single": -1,
    "vowel replaced": 0,
}
SAME_LETTERS = (
    "family name first",
    "family name, comma",
    "given names permuted",
    "words joined",
    "word split",
    "hyphen added",
    "hyphen removed",
    "hyphenated words joined",
    "case",
    "punctuation",
    "odd spaces",
)
PERSON = ListedName(
    PartyKind.PERSON, ("Aleksandr", "Petrovich"), ("Smirnoff-Hasan",), ("Александр Смирнов",)
)
BY_NAME = {kind.name: kind for kind in KINDS}


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # repeatable, not secret


def _person(key: str, name: str, *, given: str = "", family: str = "") -> Party:
    party = make_party(
        "invented",
        key,
        PartyKind.PERSON,
        [(name, NameKind.PRIMARY, given, family)],
        born=["1968-03-07"],
        countries=["Russia"],
    )
    assert party
    return party


PARTIES = [
    _person(str(n), f"{given} {middle} {family}")
    for n, (given, middle, family) in enumerate(
        (given, middle, family)
        for given in ("Aleksandr", "Mohammed", "Garrett")
        for middle in ("Petrovich", "bin Khalid", "Hassan")
        for family in ("Smirnov", "al-Quraysh", "Vandermeer", "Zhukovsky")
    )
]


@pytest.mark.parametrize("name", ONE_LETTER)
@pytest.mark.parametrize("seed", range(20))
def test_a_slip_changes_one_word_and_nothing_else(name: str, seed: int) -> None:
    """The other words stay letter by letter, and the length changes as the slip says."""
    altered = BY_NAME[name].alter(PERSON, _random(seed))
    changed = [
        (old, new)
        for old, new in zip(PERSON.words, altered.split(), strict=True)
        if old.lower() != new.lower()
    ]
    assert len(changed) == 1
    (old, new) = changed[0]
    assert len(new) - len(old) == ONE_LETTER[name]


@pytest.mark.parametrize("name", SAME_LETTERS)
@pytest.mark.parametrize("seed", range(20))
def test_order_and_writing_keep_every_letter(name: str, seed: int) -> None:
    """Only the places of letters, their case or the signs between them change."""
    altered = BY_NAME[name].alter(PERSON, _random(seed))
    assert sorted(filter(str.isalpha, altered.lower())) == sorted(
        filter(str.isalpha, PERSON.text.lower())
    )


@pytest.mark.parametrize(
    ("name", "born", "possible"),
    [
        ("day and month swapped", "1968-03-07", {"1968-07-03"}),
        ("day and month swapped", "1968-03-17", {""}),
        ("year off by one", "1968-03-07", {"1967-03-07", "1969-03-07"}),
        ("year off by one", "1968", {"1967", "1969"}),
        ("year only", "1968-03-07", {"1968"}),
        ("year only", "1968", {""}),
        ("month off by one", "1968-12-07", {"1968-11-07"}),
        ("day off by one", "1968-03-01", {"1968-02-29", "1968-03-02"}),
        ("day off by one", "circa 1968", {""}),
    ],
)
def test_slips_in_a_date(name: str, born: str, possible: set[str]) -> None:
    """A date that cannot take the slip is left out rather than changed in another way."""
    alter = BY_NAME[name].alter_born
    assert alter
    assert {alter(born, _random(seed)) for seed in range(20)} == possible


def test_the_same_seed_gives_the_same_cases_and_another_others() -> None:
    """A benchmark is repeated by its seed alone."""
    first = generate_cases(PARTIES, per_kind=5, seed=1)
    assert first == generate_cases(PARTIES, per_kind=5, seed=1)
    assert first != generate_cases(PARTIES, per_kind=5, seed=2)


def test_the_cases_of_a_kind_do_not_depend_on_the_others_before_it() -> None:
    """Random numbers are drawn for each name and kind anew."""
    alone = generate_cases(PARTIES, per_kind=50, kinds=[BY_NAME["letter deleted"]])
    beside = generate_cases(
        PARTIES, per_kind=50, kinds=[BY_NAME["letter doubled"], BY_NAME["letter deleted"]]
    )
    assert set(alone) == {case for case in beside if case.kind == "letter deleted"}


def test_the_halves_share_no_party() -> None:
    """Nothing that was tuned on is tested on."""
    tune, test = (
        {case.party_id for case in generate_cases(PARTIES, per_kind=9, split=split)}
        for split in SPLITS
    )
    assert tune
    assert test
    assert not tune & test


def test_parties_that_share_a_name_are_in_one_half() -> None:
    """The same person stands on several lists, in either word order."""
    pairs = [
        (
            _person(f"a{n}", f"Invented Person{letter}"),
            _person(f"b{n}", f"PERSON{letter}, Invented"),
        )
        for n, letter in enumerate("abcdefghijkl")
    ]
    halves = split_parties([party for pair in pairs for party in pair])
    assert all(halves[one.id] == halves[other.id] for one, other in pairs)
    assert set(halves.values()) == set(SPLITS)


def test_no_case_is_another_listed_name() -> None:
    """Nobody could tell who is meant, and finding it would prove nothing."""
    taken = {fold(name.text) for party in PARTIES for name in party.names}
    kinds = [kind for kind in KINDS if not kind.keeps_letters and not kind.alter_born]
    cases = generate_cases(PARTIES, per_kind=20, kinds=kinds)
    assert cases
    assert not [case for case in cases if fold(case.altered) in taken]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_name_that_does_not_suit_gives_no_case(kind: Kind) -> None:
    """Three letters are too few for any slip to be undone."""
    assert not kind.suits(ListedName(PartyKind.PERSON, (), ("Ali",)))
