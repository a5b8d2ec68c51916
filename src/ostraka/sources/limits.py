"""What a screening asks of a list: is it screened unasked, when is it stale, what of its terms.

The same facts stand in the definition of the list. Reading all definitions for them would cost
`ostraka screen NAME` more than its answer does; a test holds this table to the definitions.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

_TABLE = Path(__file__).with_name("limits.csv")


class Limits(NamedTuple):
    """A list is stale when it was last checked over `stale_after_days` ago; `None` means never.

    `default` lists are screened without being named. `terms_mark` is the SHA-256 of terms that have
    to be confirmed before the list is used, empty where none have.
    """

    default: bool
    stale_after_days: int | None
    terms_mark: str = ""


@cache
def load_limits() -> Mapping[str, Limits]:
    """The limits of every list that can be read, by key, in the order of `load_sources`."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines if line and not line.startswith("#")]
    return MappingProxyType({key: _read(*cells) for key, *cells in rows[1:]})


def _read(default: str, stale_after_days: str, terms_mark: str) -> Limits:
    days = int(stale_after_days or 0) or None
    return Limits({"yes": True, "no": False}[default], days, terms_mark)
