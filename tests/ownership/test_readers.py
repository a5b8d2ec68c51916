"""Files of stakes of every kind: bands, histories, indirect parts, what states no share."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ostraka.model.errors import StakesRefused
from ostraka.model.ownership import Caught, Interest
from ostraka.ownership import Stake
from ostraka.ownership.readers import read_listed, read_stakes
from ostraka.ownership.shares import UNIT, UNKNOWN, WHOLE, exactly
from ownership.structures import caught

HALF = exactly(Decimal(50))


def _read(folder: Path, text: str, name: str = "stakes.json") -> list[Stake]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(read_stakes(path).stakes)


def _entity(key: str, **details: object) -> dict[str, object]:
    return {
        "statementId": f"s-{key}", "statementDate": "2024-01-01", "recordId": key,
        "recordType": "entity", "recordDetails": {"name": key.title(), **details},
    }  # fmt: skip


def _holds(
    key: str, owner: str, owned: str, said: str = "2024-01-01", *, status: str = "new",
    parts: tuple[str, ...] = (), **interest: object,
) -> dict[str, object]:  # fmt: skip
    made = {"type": "shareholding", "directOrIndirect": "direct", **interest}
    details = {"subject": owned, "interestedParty": owner, "interests": [made]}
    return {
        "statementId": f"s-{key}-{said}", "statementDate": said, "recordId": key,
        "recordType": "relationship", "recordStatus": status,
        "recordDetails": details | ({"componentRecords": list(parts)} if parts else {}),
    }  # fmt: skip


def test_an_excluded_bound_of_bods_is_excluded(tmp_path: Path) -> None:
    """More than 50 and less than 75 is caught even where exactly half is not enough."""
    share = {"exclusiveMinimum": 50, "exclusiveMaximum": 75}
    (stake,) = _read(tmp_path, json.dumps([_holds("r", "x", "a", share=share)]))
    assert (stake.low, stake.high) == (50 * UNIT + 1, 75 * UNIT - 1)


def test_an_indirect_holding_is_not_counted_beside_its_parts(tmp_path: Path) -> None:
    """The parts are there; the whole would count the same shares twice."""
    records = [
        _holds("r1", "x", "a", share={"exact": 60}),
        _holds("r2", "a", "b", share={"exact": 60}),
        _holds(
            "r3", "x", "b", parts=("r1", "r2"), directOrIndirect="indirect", share={"exact": 36}
        ),
    ]
    stakes = _read(tmp_path, "\n".join(map(json.dumps, records)))
    assert [(s.owner, s.owned) for s in stakes] == [("x", "a"), ("a", "b")]


def test_an_indirect_holding_without_parts_leaves_the_share_open(tmp_path: Path) -> None:
    """How a publisher computes along a chain is not stated."""
    record = _holds("r", "x", "b", directOrIndirect="indirect", share={"exact": 60})
    (stake,) = _read(tmp_path, json.dumps([record]))
    assert (stake.low, stake.high) == UNKNOWN


def test_each_statement_of_a_relationship_holds_until_the_next(tmp_path: Path) -> None:
    """An update replaces what was stated; a closing ends it."""
    records = [
        _holds("r", "x", "a", "2020-01-01", share={"exact": 60}),
        _holds("r", "x", "a", "2022-01-01", status="updated", share={"exact": 40}),
        _holds("r", "x", "a", "2023-01-01", status="closed", share={"exact": 40}),
    ]
    stakes = _read(tmp_path, json.dumps(records))
    assert [(s.low // UNIT, s.start, s.end) for s in stakes] == [
        (60, None, date(2021, 12, 31)),
        (40, date(2022, 1, 1), date(2023, 1, 1)),
    ]


def test_an_update_that_repeats_the_first_day_is_not_added_to_what_it_replaces(
    tmp_path: Path,
) -> None:
    """Thirty and then forty per cent are at no time seventy."""
    records = [
        _holds("r", "x", "a", "2020-01-01", share={"exact": 30}, startDate="2015-01-01"),
        _holds("r", "x", "a", "2025-01-01", status="updated", share={"exact": 40},
               startDate="2015-01-01"),
    ]  # fmt: skip
    stakes = _read(tmp_path, json.dumps(records))
    assert [(s.low // UNIT, s.start, s.end) for s in stakes] == [
        (30, date(2015, 1, 1), date(2024, 12, 31)),
        (40, date(2025, 1, 1), None),
    ]


def test_a_joint_holding_is_that_of_its_members_together(tmp_path: Path) -> None:
    """Each has a part, and each is treated as holding the whole under UK law."""
    records = [
        _entity("joint", entityType={"type": "arrangement"}),
        _holds("r1", "joint", "c", share={"exact": 60}),
        _holds("r2", "x", "joint", share={"exact": 50}),
        _holds("r3", "z", "joint", share={"exact": 50}),
    ]
    path = tmp_path / "joint.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    answers = caught(read_stakes(path), {"x": ["ofac", "uk"]}, "c", ["ofac", "uk"])
    assert answers == {"ofac": Caught.NO, "uk": Caught.YES}


def test_bods_before_0_4_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """Its statements have other keys, and would read as nothing."""
    with pytest.raises(StakesRefused, match=r"0\.3"):
        _read(tmp_path, '[{"statementID": "a", "statementType": "entityStatement"}]')


def test_a_psc_band_is_read_as_the_act_has_it(tmp_path: Path) -> None:
    """More than 25 up to 50; and what a ceased person held has its end."""
    data = {
        "kind": "individual-person-with-significant-control",
        "name": "Ada Quell",
        "date_of_birth": {"year": 1961, "month": 5},
        "natures_of_control": [
            "ownership-of-shares-25-to-50-percent", "voting-rights-75-to-100-percent"
        ],
        "notified_on": "2016-04-06",
        "ceased_on": "2020-01-31",
    }  # fmt: skip
    line = json.dumps({"company_number": "123456", "data": data})
    shares, votes = _read(tmp_path, line + "\n" + line.replace("123456", "654321"))[:2]
    assert (shares.owner, shares.owned) == ("ada quell (1961-05)", "GB-COH:00123456")
    assert (shares.low, shares.high, shares.end) == (25 * UNIT + 1, HALF[1], date(2020, 1, 31))
    assert (votes.interest, votes.low, votes.high) == (Interest.VOTES, 75 * UNIT, WHOLE)


def test_ftm_ownership_without_a_percentage_is_unknown(tmp_path: Path) -> None:
    """Never nothing."""
    owned = {"schema": "Ownership", "properties": {"owner": ["x"], "asset": ["a"]}}
    (stake,) = _read(tmp_path, json.dumps({"id": "o", **owned}))
    assert (stake.owner, stake.owned, stake.low, stake.high) == ("x", "a", *UNKNOWN)


def test_consolidation_is_no_share_and_a_branch_is_its_head_office(tmp_path: Path) -> None:
    """A fund's manager holds nothing of it."""
    kinds = ("IS_DIRECTLY_CONSOLIDATED_BY", "IS_INTERNATIONAL_BRANCH_OF", "IS_FUND-MANAGED_BY")
    records = "".join(
        f"<r:RelationshipRecord><r:Relationship><r:StartNode><r:NodeID>C{n}</r:NodeID></r:StartNode>"
        f"<r:EndNode><r:NodeID>P</r:NodeID></r:EndNode><r:RelationshipType>{kind}"
        "</r:RelationshipType></r:Relationship></r:RelationshipRecord>"
        for n, kind in enumerate(kinds)
    )
    text = f'<r:RelationshipData xmlns:r="urn:rr">{records}</r:RelationshipData>'
    stakes = _read(tmp_path, text, "rr.xml")
    assert [(s.owner, s.owned, s.interest, s.low) for s in stakes] == [
        ("P", "C0", Interest.CONSOLIDATION, 0),
        ("P", "C1", Interest.SHARES, WHOLE),
    ]


def test_a_listing_of_an_unknown_regime_is_refused(tmp_path: Path) -> None:
    """A misspelt regime would otherwise reach nobody, silently."""
    path = tmp_path / "listed.csv"
    path.write_text("party,regime\nAlder,ofca\n", encoding="utf-8")
    with pytest.raises(StakesRefused, match="ofca"):
        read_listed(path)


@pytest.mark.shared
def test_every_real_sample_is_read_without_an_unknown_word(shared: Path) -> None:
    """Of the standard, of GLEIF and of Companies House: what is told is that they are excerpts."""
    found = sorted(
        [
            *shared.glob("lists/openownership/*/*.json"),
            *shared.glob("lists/gleif/*/rr*.xml"),
            *shared.glob("lists/uk_companies_house/*/psc-data.jsonl"),
        ]
    )
    assert found
    problems = [problem for path in found for problem in read_stakes(path).problems]
    assert [problem for problem in problems if "excerpt" not in problem] == []
    sizes = {path.name: len(read_stakes(path).stakes) for path in found}
    assert sizes["sample_300_statements.json"] == 100
