"""BODS 0.4 as its own validator has it: what is read here is what the standard calls valid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ostraka.model.ownership import Caught
from ostraka.ownership.readers import read_stakes
from ostraka.ownership.shares import UNIT, UNKNOWN
from ownership.bench_cases import get_expected, load_cases, make_package
from ownership.bods_packages import Statement, entity, interest, relationship, save
from ownership.bods_validator import check, validate
from ownership.structures import DAY, caught

PARTIES = [entity(name) for name in ("Alder", "Birch", "Cedar", "Douglas", "Zelkova")]
BANDED = [relationship("r1", "Alder", "Birch", interest(share="psc50-75"))]
SOLD = [
    relationship("r1", "Alder", "Birch", interest(share=60), said="2020-01-01"),
    relationship("r1", "Alder", "Birch", interest(share=40), said="2022-01-01", status="updated"),
    relationship("r1", "Alder", "Birch", interest(share=40), said="2023-01-01", status="closed"),
]
REPEATED = [
    relationship("r1", "Alder", "Birch", interest(share=30) | {"startDate": "2015-01-01"}),
    relationship(
        "r1", "Alder", "Birch", interest(share=40) | {"startDate": "2015-01-01"},
        said="2025-01-01", status="updated",
    ),
]  # fmt: skip
CHAIN = [
    relationship("r1", "Alder", "Birch", interest(share=60), component=True),
    relationship("r2", "Birch", "Cedar", interest(share=60), component=True),
    relationship(
        "r3",
        "Alder",
        "Cedar",
        interest(share=36) | {"directOrIndirect": "indirect"},
        parts=("r1", "r2"),
    ),
]
JOINT = [
    entity("joint holding", "arrangement"),
    relationship("r1", "joint holding", "Cedar", interest(share=60)),
    relationship("r2", "Alder", "joint holding", interest(share=50)),
    relationship("r3", "Zelkova", "joint holding", interest(share=50)),
]
UNSAID = [relationship("r1", "Alder", "Birch", interest())]
WRITTEN = {
    "banded": BANDED,
    "sold": SOLD,
    "repeated": REPEATED,
    "chain": CHAIN,
    "joint": JOINT,
    "unsaid": UNSAID,
}


def _save(folder: Path, statements: list[Statement]) -> Path:
    return save([*PARTIES, *statements], folder / "package.json")


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_in_tests_is_valid(tmp_path: Path, name: str) -> None:
    """A reader tested on what nobody may publish would be tested on nothing."""
    path = _save(tmp_path, WRITTEN[name])
    assert validate(path) == []
    assert check(path) == []


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    """So that its silence on the others means something."""
    lost = [relationship("r1", "Alder", "Birch", interest(share=60))]
    del lost[0]["recordId"]
    assert any("recordId" in told for told in validate(_save(tmp_path, lost)))
    unknown = [relationship("r1", "Alder", "Nobody", interest(share=60))]
    assert check(_save(tmp_path, unknown)) != []


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("banded", DAY, [("Alder", "Birch", 50 * UNIT + 1, 75 * UNIT - 1)]),
        ("sold", date(2021, 12, 31), [("Alder", "Birch", 60 * UNIT, 60 * UNIT)]),
        ("sold", date(2022, 6, 1), [("Alder", "Birch", 40 * UNIT, 40 * UNIT)]),
        ("sold", date(2023, 1, 2), []),
        ("repeated", date(2020, 1, 1), [("Alder", "Birch", 30 * UNIT, 30 * UNIT)]),
        ("repeated", date(2025, 1, 1), [("Alder", "Birch", 40 * UNIT, 40 * UNIT)]),
        (
            "chain",
            DAY,
            [
                ("Alder", "Birch", 60 * UNIT, 60 * UNIT),
                ("Birch", "Cedar", 60 * UNIT, 60 * UNIT),
            ],
        ),
        ("unsaid", DAY, [("Alder", "Birch", *UNKNOWN)]),
    ],
)
def test_valid_statements_are_read_as_the_standard_means_them(
    tmp_path: Path, name: str, day: date, expected: list[tuple[str, str, int, int]]
) -> None:
    """Bounds excluded, a series of statements, an indirect holding beside its parts, no share."""
    stakes = read_stakes(_save(tmp_path, WRITTEN[name])).stakes
    assert [
        (s.owner, s.owned, s.low, s.high)
        for s in stakes
        if (s.start is None or s.start <= day) and (s.end is None or day <= s.end)
    ] == expected


def test_a_joint_holding_counts_for_each_where_the_law_says_so(tmp_path: Path) -> None:
    """Thirty of sixty in the United States; all sixty under a joint arrangement in the UK."""
    stakes = read_stakes(_save(tmp_path, JOINT))
    answers = caught(stakes, {"Alder": ["ofac", "uk"]}, "Cedar", ["ofac", "uk"])
    assert answers == {"ofac": Caught.NO, "uk": Caught.YES}


@pytest.mark.shared
def test_every_real_sample_is_valid_and_read_without_a_problem(shared: Path) -> None:
    """Examples and sample of the standard: the validator has nothing against them, nor we."""
    found = sorted(shared.glob("lists/openownership/*/*.json"))
    assert len(found) > 15
    for path in found:
        assert validate(path) == [], path.name
        stakes = read_stakes(path)
        assert [told for told in stakes.problems if "excerpt" not in told] == [], path.name


@pytest.mark.shared
def test_every_labelled_case_comes_out_of_valid_statements(shared: Path, tmp_path: Path) -> None:
    """The graphs of the bench as BODS, but for joint arrangements, whose parts it does not tell."""
    cases = [case for case in load_cases(shared) if not case.get("concert")]
    wrong = []
    for case in cases:
        path = save(make_package(case), tmp_path / f"{case['id']}.json")
        assert validate(path) == [], case["id"]
        assert check(path) == [], case["id"]
        expected = get_expected(case)
        day = date.fromisoformat(case.get("as_of", DAY.isoformat()))
        stakes = read_stakes(path)
        found = caught(stakes, case["listed"], case["target"], expected, day)
        wrong += [
            (case["id"], word, answer.value)
            for word, answer in found.items()
            if answer.value != expected[word]
        ]
    assert len(cases) > 25
    assert wrong == []
