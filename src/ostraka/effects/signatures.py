"""Rows that the deployer's lawyer has checked and signed off by name.

A rule whose effect, date or threshold nobody has read at its source gives at best `review`. The
file `signed_rules.yml` in the home lifts that, row by row; answers say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from ostraka.effects.notes import load_place_rules
from ostraka.effects.rows import Strict
from ostraka.effects.tables import load_rules, parse_table
from ostraka.model.errors import RuleRefused

FILE = "signed_rules.yml"


class Signature(Strict):
    """Who signed a row off, on which day, and what was read."""

    rule: str
    by: str = Field(min_length=2)
    signed: date
    why: str = Field(min_length=10)


class _Signatures(Strict):
    signatures: tuple[Signature, ...]


def load_signatures(home: Path) -> Mapping[str, Signature]:
    """The rows signed off in a home, by id; none where there is no such file.

    Raises:
        RuleRefused: the file cannot be read, or names a row that there is not.
    """
    path = home / FILE
    if not path.exists():
        return {}
    found = parse_table(path.read_text("utf-8"), str(path), _Signatures).signatures
    known = {
        row.id
        for rules in [*load_rules().values(), *load_place_rules().values()]
        for group in rules.groups
        for row in group.rows
    }
    unknown = sorted({one.rule for one in found} - known)
    if unknown:
        raise RuleRefused(
            f"there is no rule {', '.join(unknown)}",
            where=str(path),
            remedy="Write the id of a rule as an answer shows it.",
        )
    return {one.rule: one for one in found}
