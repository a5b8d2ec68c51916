"""The labelled graphs beside the checkout, as a table of stakes and as statements of BODS."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ownership.bods_packages import Statement, entity, interest, relationship

Case = dict[str, Any]
_COLUMNS = ("owner", "owned", "percent", "interest", "for", "group", "owned_country")


def load_cases(shared: Path) -> list[Case]:
    """Every case, in the order of the file."""
    lines = (shared / "bench/ownership/cases.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def get_expected(case: Case) -> dict[str, str]:
    """The answer for each regime that the case tells."""
    extra = {"ns_cmic": case["ns_cmic"]} if "ns_cmic" in case else {}
    return {**case["expected"], **extra}


def write_tables(case: Case, folder: Path) -> tuple[Path, Path]:
    """The stakes and the listings as the two tables that `ostraka ownership` takes."""
    stakes, listed = folder / f"{case['id']}.csv", folder / f"{case['id']}-listed.csv"
    _write(stakes, [_COLUMNS, *_make_rows(case)])
    pairs = [(who, word) for who, words in case["listed"].items() for word in words]
    _write(listed, [("party", "regime"), *pairs])
    return stakes, listed


def make_package(case: Case) -> list[Statement]:
    """The graph as statements; what several hold jointly is more than BODS can say of it."""
    found: list[Statement] = []
    for number, (owner, owned, share, *behind) in enumerate(case["edges"]):
        holder = f"nomination {number}" if behind else owner
        found.append(relationship(f"edge {number}", holder, owned, interest(share=share)))
        if behind:
            found += _nominate(holder, nominee=owner, nominator=behind[0])
    for number, (who, of) in enumerate(case.get("control", ())):
        found.append(relationship(f"board {number}", who, of, interest("appointmentOfBoard")))
    for number, (who, of, share) in enumerate(case.get("voting", ())):
        found.append(relationship(f"votes {number}", who, of, interest("votingRights", share)))
    found += _make_parties(found, case.get("us_entity", ()))
    # A party stands before what it takes part in.
    return sorted(found, key=lambda one: str(one["recordType"]))


def _make_rows(case: Case) -> Iterator[Sequence[object]]:
    joint = {party: "+".join(pair) for pair in case.get("concert", ()) for party in pair}
    american = case.get("us_entity", ())
    for owner, owned, share, *behind in case["edges"]:
        group = joint.get(behind[0] if behind else owner, "")
        country = "US" if owned in american else ""
        yield owner, owned, "" if share is None else share, "", "".join(behind), group, country
    for who, of in case.get("control", ()):
        yield who, of, "", "board", "", "", ""
    for who, of, share in case.get("voting", ()):
        yield who, of, share, "votes", "", "", ""


def _nominate(key: str, *, nominee: str, nominator: str) -> Iterator[Statement]:
    yield entity(key, "arrangement", subtype="nomination")
    yield relationship(f"{key} nominee", nominee, key, interest("nominee"))
    yield relationship(f"{key} nominator", nominator, key, interest("nominator"))


def _make_parties(found: Sequence[Statement], american: Sequence[str]) -> list[Statement]:
    told = {one["recordId"] for one in found}
    details = [one["recordDetails"] for one in found if one["recordType"] == "relationship"]
    named = [party for one in details for party in (one["subject"], one["interestedParty"])]
    return [
        entity(party, country="US" if party in american else "")
        for party in dict.fromkeys(named)
        if party not in told
    ]


def _write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
