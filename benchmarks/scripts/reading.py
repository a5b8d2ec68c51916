"""The labelled pairs of a script: written ones, those of the lists, and near names made of them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from benchmarks.scripts.listed import load_listed
from benchmarks.scripts.near_names import make_near_names
from ostraka.model.party import PartyKind

HERE = Path(__file__).parent
SCRIPTS = tuple(sorted(path.stem for path in HERE.glob("*.csv")))
SHARE_OF_OTHERS = 0.42
"""Every script has at least this share of pairs that are two people."""

Split = Literal["tune", "test", "all"]


@dataclass(frozen=True, slots=True)
class ScriptPair:
    """A name in its script, one in Latin letters, and whether they are one name."""

    native: str
    latin: str
    same: bool
    why: str
    kind: PartyKind = PartyKind.PERSON


def load_pairs(script: str, split: Split = "all") -> list[ScriptPair]:
    """The pairs of one script. Failures may be looked at in "tune"; "test" is only measured.

    All pairs with one native name are in one half, and near names are made within a half.
    """
    halves = ("tune", "test") if split == "all" else (split,)
    return [pair for half in halves for pair in _load_half(script, half)]


@cache
def _load_half(script: str, half: str) -> tuple[ScriptPair, ...]:
    pairs = [pair for pair in _load_all(script) if half_of(pair.native) == half]
    true = [(pair.native, pair.latin) for pair in pairs if pair.same]
    others = len(pairs) - len(true)
    wanted = round(len(true) * SHARE_OF_OTHERS / (1 - SHARE_OF_OTHERS)) - others
    near = make_near_names(true, max(0, wanted))
    made = [ScriptPair(native, latin, False, "one word of another name") for native, latin in near]
    return (*pairs, *made)


def half_of(native: str) -> str:
    """Which half a native name belongs to; it never changes."""
    return ("tune", "test")[blake2b(native.encode(), digest_size=1).digest()[0] % 2]


def _load_all(script: str) -> list[ScriptPair]:
    """The written pairs, and those of the lists where these are beside the checkout."""
    with (HERE / f"{script}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        pairs = [
            ScriptPair(
                row["native"],
                row["latin"],
                row["same"] == "yes",
                row.get("why") or "",
                PartyKind(row.get("kind") or "person"),
            )
            for row in rows
        ]
    pairs += [ScriptPair(n, latin, True, why) for n, latin, why in load_listed(script)]
    return list({(pair.native, pair.latin): pair for pair in pairs}.values())
