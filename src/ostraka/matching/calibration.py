"""How much likelier the reasons of a hit are where the match is true: the weight of evidence.

The weight of evidence (I. J. Good, Probability and the Weighing of Evidence, 1950) is the logarithm
to base 10 of the likelihood ratio: what is found, given a true match, against what is found, given
a stranger. The weights of the name and of each finding beside it are added, as if they were
independent (Fellegi and Sunter, 1969). `calibration.csv` holds them; `tools/fit_calibration.py`
fits the table. Not to be confused with the score, which is a sum of judgements: the score decides
what alerts, the weight of evidence says what an alert is worth.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ostraka.model.hit import Feature, Reason


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of evidence: of names by bands of their score, and of findings by their row.

    `starts` are the least scores of the bands, ascending from 0, and `names` their weights, which
    never fall. A finding that the table lacks weighs nothing.
    """

    starts: tuple[float, ...]
    names: tuple[float, ...]
    findings: Mapping[str, float]

    def weigh(self, reasons: Sequence[Reason]) -> float:
        """The weight of evidence of all reasons together, to base 10, at two decimals."""
        return round(sum(map(self._weigh_one, reasons)), 2)

    def _weigh_one(self, reason: Reason) -> float:
        if reason.feature is Feature.NAME and not reason.query:
            return 0.0  # nobody gave a name, which tells nothing
        if reason.feature is Feature.NAME:
            return self.names[bisect_right(self.starts, reason.weight) - 1]
        return self.findings.get(reason.finding, 0.0)


def weigh_likelihood(reasons: Sequence[Reason]) -> float:
    """The weight of evidence of these reasons by the table of the package."""
    return load_calibration().weigh(reasons)


def find_probability(weight_of_evidence: float, prior: float) -> float:
    """The share of true matches among hits of this weight, where `prior` is their share before.

    Bayes' rule: the odds after are the odds before times the likelihood ratio.

    >>> round(find_probability(3.0, 0.001), 3)
    0.5
    """
    odds = prior / (1.0 - prior) * 10.0**weight_of_evidence
    return float(round(odds / (1.0 + odds), 6))


@cache
def load_calibration() -> Calibration:
    """The table shipped with the package."""
    return parse_calibration(files(__package__).joinpath("calibration.csv").read_text("utf-8"))


def parse_calibration(table: str) -> Calibration:
    """The calibration of a table in the format of `calibration.csv`.

    Raises:
        ValueError: The bands of names do not begin at 0 or do not ascend, or a weight falls.
    """
    lines = [line for line in table.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    bands = [(float(row["from"]), float(row["value"])) for row in rows if row["kind"] == "name"]
    starts, weights = [start for start, _ in bands], [weight for _, weight in bands]
    if starts[:1] != [0.0] or bands != sorted(bands) or weights != sorted(weights):
        raise ValueError("the bands of names must ascend from 0, and their weights with them")
    findings = {row["name"]: float(row["value"]) for row in rows if row["kind"] == "finding"}
    return Calibration(tuple(starts), tuple(weights), MappingProxyType(findings))
