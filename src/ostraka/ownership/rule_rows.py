"""The shape of a file of ownership rules: what a lawyer writes, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ostraka.model.ownership import Interest, Regime
from ostraka.ownership.shares import least

_LIMIT = re.compile(r"(at least|more than) (\d+(?:\.\d+)?) %")


class Limit(BaseModel):
    """`at least 50 %` or `more than 50 %`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: str
    least: int
    """The least total that is enough, in billionths of a per cent."""


def _read_limit(text: object) -> object:
    read = _LIMIT.fullmatch(text) if isinstance(text, str) else None
    if not read:
        raise ValueError("write `at least 50 %` or `more than 50 %`")
    excluded = read[1] == "more than"
    return Limit(words=read[0], least=least(Decimal(read[2]), excluded=excluded))


LimitText = Annotated[Limit, BeforeValidator(_read_limit)]


class RuleRow(BaseModel):
    """One row. What its fields mean stands at the head of `rules/ofac.yml`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    since: date | None = Field(alias="from")
    until: date | None
    propagates: bool
    citation: str = Field(min_length=8)
    verified: bool
    text: str = Field(min_length=20)
    limits: Mapping[Interest, LimitText] = {}
    open_limits: Mapping[Interest, LimitText] = {}
    several: Literal["together", "apart", "open"] = "apart"
    concert: Literal["ignored", "counts", "open"] = "ignored"
    influence: bool = False
    consolidation: bool = False
    foreign_only: bool = False
    doubt: str = ""
    notes: Sequence[str] = ()


class RuleFile(BaseModel):
    """The rows of one regime; `likewise` are others to which the same rows apply."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regime: Regime
    likewise: Sequence[Regime] = ()
    rows: Sequence[RuleRow] = Field(min_length=1)
