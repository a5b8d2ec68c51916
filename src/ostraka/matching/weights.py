"""The table of weights: read once, frozen, handed to the kernel."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ostraka.matching import _kernel
from ostraka.model.errors import StoreDamaged
from ostraka.names.tokens import TokenRole


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights in force: those of the kernel, and those of the evidence beside the name.

    `fingerprint` is the SHA-256 of the table; an index built with other weights is stale.
    """

    kernel: _kernel.Weights
    evidence: Mapping[str, float]
    fingerprint: str

    @property
    def most_gained(self) -> float:
        """The most that all evidence but a deciding identifier can add to a score."""
        gains = ("born_same_day", "country_agrees", "address_agrees", "identifier_weak")
        return sum(self.evidence[name] for name in gains)


@cache
def load_weights() -> Weights:
    """The table shipped with the package."""
    return parse_weights(files(__package__).joinpath("weights.csv").read_text("utf-8"))


def parse_weights(table: str) -> Weights:
    """The weights of a table in the format of `weights.csv`.

    Raises:
        StoreDamaged: The compiled kernel has no weight of that name.
    """
    lines = [line for line in table.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    evidence = {row["name"]: float(row["value"]) for row in rows if row["group"] == "evidence"}
    return Weights(
        kernel=_make_kernel_weights(rows),
        evidence=MappingProxyType(evidence),
        fingerprint=hashlib.sha256(table.encode()).hexdigest(),
    )


def _make_kernel_weights(rows: Iterable[Mapping[str, str]]) -> _kernel.Weights:
    weights = _kernel.Weights()
    roles = {role.value: position for position, role in enumerate(TokenRole)}
    for row in rows:
        if row["group"] == "role":
            weights.set_role(roles[row["name"]], float(row["value"]))
        elif row["group"] != "evidence":
            if not hasattr(weights, row["name"]):
                raise StoreDamaged(
                    "the compiled kernel is of another version: it has no such weight",
                    where=f"weights.csv, {row['name']}",
                    remedy="Install the package again; in a checkout run make.",
                )
            setattr(weights, row["name"], float(row["value"]))
    return weights
