"""The rules of casework, read from TOML and refused where anything in them is not understood."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from ostraka.model.alert import Outcome
from ostraka.model.errors import PolicyRefused
from ostraka.model.listing import ListingClass

OTHER = "other"
"""The class of a listing that `due_days` does not name."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FourEyes(_Strict):
    """Decisions of that outcome need a second person, from that score on, on these lists."""

    outcome: Outcome
    score: float = Field(default=0.0, ge=0, le=1)
    lists: tuple[str, ...] = ()

    def applies(self, outcome: Outcome, score: float, lists: frozenset[str]) -> bool:
        """Whether a decision of that outcome on an alert of those lists falls under it."""
        on_list = not self.lists or bool(lists & set(self.lists))
        return outcome is self.outcome and score >= self.score and on_list


class CaseworkPolicy(_Strict):
    """All rules of casework at one time."""

    name: str
    version: str
    decision_expires_days: PositiveInt
    four_eyes: tuple[FourEyes, ...] = ()
    due_days: Mapping[ListingClass | Literal["other"], PositiveInt]
    retention_days: Mapping[Literal["true_match", "false_match"], PositiveInt]

    def needs_second(self, outcome: Outcome, score: float, lists: frozenset[str]) -> bool:
        """Whether one person alone may not close such an alert."""
        return any(rule.applies(outcome, score, lists) for rule in self.four_eyes)

    def find_due(self, listing_class: ListingClass, opened: datetime) -> datetime:
        """Until when an alert of that class is to be decided."""
        days = self.due_days.get(listing_class, self.due_days.get("other", 5))
        return opened + timedelta(days=days)


def parse_casework_policy(text: str, where: str) -> CaseworkPolicy:
    """The rules that a TOML text states.

    Raises:
        PolicyRefused: It is not TOML, or states something that is not a rule.
    """
    try:
        return CaseworkPolicy.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        wrong, place = f"this is not TOML: {problem}", where
    except ValidationError as problem:
        first = problem.errors()[0]
        wrong = first["msg"]
        place = f"{where}: {'.'.join(str(part) for part in first['loc'])}"
    raise PolicyRefused(
        wrong, where=place, remedy="Write it as `ostraka policy show` prints the one in force."
    )


@cache
def read_default_text() -> str:
    """The rules that hold until others are set."""
    return files("ostraka.casework.policy").joinpath("default.toml").read_text("utf-8")
