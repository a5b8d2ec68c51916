"""The table of labels: which typed rule reads the value that follows a label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ostraka.sources.ofac.tables import iter_table

_WALLET_LABEL = re.compile(r"(Digital Currency Address) - \w+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A typed rule: the values after `label` that have `shape` become `becomes` in the role."""

    label: str
    becomes: str
    role: str
    shape: str


@dataclass(frozen=True, slots=True)
class Refinement:
    """A scheme that issuer and shape of a number name more exactly than its label."""

    scheme: str
    issuer: str
    pattern: re.Pattern[str]
    becomes: str


def find_rule(label: str) -> Rule | None:
    """The rule of a label as an XML shape writes it, whatever its case and closing mark."""
    wallet = _WALLET_LABEL.fullmatch(label.strip())
    return load_rules().get(_folded(wallet.group(1) if wallet else label))


def split_label(text: str) -> tuple[Rule, str] | None:
    """The rule of the longest label the text begins with, and the value that follows it."""
    found = _label_pattern().match(text)
    if found is None:
        return None
    return load_rules()[_folded(found.group(1))], text[found.end() :]


def starts_with_label(text: str) -> bool:
    """Whether the text begins as a new item does."""
    return _label_pattern().match(text) is not None


@cache
def load_rules() -> dict[str, Rule]:
    """Every rule by its folded label."""
    rows = iter_table("labels.csv")
    return {
        _folded(row["label"]): Rule(row["label"], row["becomes"], row["as"], row["shape"])
        for row in rows
    }


@cache
def load_refinements() -> tuple[Refinement, ...]:
    """Every refinement, in the order they are tried."""
    return tuple(
        Refinement(row["scheme"], row["issuer"], re.compile(row["pattern"]), row["becomes"])
        for row in iter_table("refinements.csv")
    )


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted((rule.label for rule in load_rules().values()), key=len, reverse=True)
    words = "|".join(re.escape(label).replace("'", "['\u2019]") for label in labels)
    return re.compile(rf"(?:alt\. )?({words})(?: - |: ?| )(?=\S)", re.IGNORECASE)


def _folded(label: str) -> str:
    return label.replace("\u2019", "'").strip().rstrip(":-").rstrip().casefold()
