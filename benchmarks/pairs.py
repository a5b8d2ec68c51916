"""Labelled pairs of names: what is read, how pairs are grouped, which labels are in doubt."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases import SHARED

HERE = Path(__file__).parent
HAND_MADE = frozenset({"nk_checks", "nk_unit_tests", "cust_cases", "cluster_align"})
PAIRS = SHARED / "bench/names/name_pairs.csv"


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two names and whether they are one party. `doubt` is why we hold that label wrong."""

    left: str
    right: str
    schema: str
    group: str
    same: bool
    quality: str = ""
    doubt: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the tables that the pair counts in."""
        return tuple(self._list_groups())

    def _list_groups(self) -> Iterator[str]:
        yield "all"
        yield "hand-made" if self.group in HAND_MADE else "synthetic"
        yield "people" if self.schema == "Person" else "organisations and others"
        if self.schema == "Person" and self.group not in HAND_MADE:
            yield "synthetic people"


def load_pairs(path: Path = PAIRS) -> list[LabelledPair]:
    """The labelled pairs of a file in the layout of nomenklatura's name_bench."""
    doubts = load_doubts()
    with path.open(encoding="utf-8", newline="") as file:
        return [
            LabelledPair(
                left=row["name1"],
                right=row["name2"],
                schema=row["schema"],
                group=row["case_group"],
                same=row["is_match"] == "true",
                quality=row["quality"],
                doubt=doubts.get(mark(row["name1"], row["name2"]), ""),
            )
            for row in csv.DictReader(file)
        ]


def load_doubts() -> dict[str, str]:
    """Our reason against a label, by the mark of its pair."""
    with (HERE / "doubtful_labels.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["pair"]: row["why"] for row in rows}


def mark(left: str, right: str) -> str:
    """SHA-256 of both names with a bar between: names a row of others without copying it."""
    return hashlib.sha256(f"{left}|{right}".encode()).hexdigest()


def leave_doubtful(pairs: Sequence[LabelledPair]) -> list[int]:
    """The places of the pairs whose labels we do not doubt."""
    return [place for place, pair in enumerate(pairs) if not pair.doubt]
