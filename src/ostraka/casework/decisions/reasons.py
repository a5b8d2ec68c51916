"""The reasons a decision may have, as data."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ostraka.model.alert import Outcome
from ostraka.model.errors import RecordRefused


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason by its code, for one outcome; a retired one is read and no longer given."""

    code: str
    outcome: Outcome
    label: str
    retired: bool


@cache
def load_reasons() -> Mapping[str, Reason]:
    """Every reason by its code."""
    text = files("ostraka.casework.decisions").joinpath("reasons.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        row["code"]: Reason(
            row["code"], Outcome(row["outcome"]), row["label"], bool(row["retired"])
        )
        for row in rows
    }


def require_reason(code: str, outcome: Outcome) -> Reason:
    """The reason of that code for that outcome.

    Raises:
        RecordRefused: There is none, or it is retired.
    """
    reason = load_reasons().get(code)
    if reason and reason.outcome is outcome and not reason.retired:
        return reason
    codes = [r.code for r in load_reasons().values() if r.outcome is outcome and not r.retired]
    raise RecordRefused(
        f"this is no reason for a {outcome.replace('_', ' ')}",
        where="reason",
        remedy=f"Give one of: {', '.join(codes)}.",
    )
