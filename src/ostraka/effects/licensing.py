"""What an entry itself says of licences, and what that means for one export control number."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ostraka.effects.question import Case
from ostraka.effects.rows import Strict
from ostraka.effects.tables import load_table

_ECCN = re.compile(r"\b\d[A-E]\d{3}(?:\.[a-z](?:\.\d)?)?")
_CLAUSE = re.compile(r"(?<=[.;])\s+")
ELECTRONIC = "EAR99"


class Policy(Strict):
    """Requirement and review policy of the entries that one notice added, by day of effect."""

    citation: str
    effective: date
    requirement: str
    policy: str


class _Policies(Strict):
    rows: tuple[Policy, ...]


@cache
def load_policies() -> tuple[Policy, ...]:
    """The policies of notices, for entries of lists that do not repeat them."""
    return load_table("entity_policies.yml", _Policies).rows


def describe_licence(case: Case, item: str) -> tuple[str, ...]:
    """Sentences on what the entry requires and how an application for the item is reviewed."""
    requirement, policy, source = case.requirement, case.policy, "the entry"
    if not requirement:
        known = _find_policy(case)
        if known is None:
            return ("The entry's own licence requirement and review policy decide; read them.",)
        requirement, policy, source = known.requirement, known.policy, known.citation
    said = [f"Licence requirement, by {source}: {requirement}"]
    if policy:
        said.append(f"Licence review policy, by {source}: {policy}")
        if item:
            said.append(f"For {item}: {find_review(policy, item)}.")
    return tuple(said)


def _find_policy(case: Case) -> Policy | None:
    cited = " ".join(act.citation for act in case.listing.acts)
    listed = case.listing.listed_on
    return next((p for p in load_policies() if p.citation in cited or p.effective == listed), None)


def find_review(policy: str, item: str) -> str:
    """What a review policy says of one item, in the words of the law.

    >>> find_review("Case-by-case for 2A983; presumption of denial for other items", "2A983")
    'case-by-case review'
    """
    wanted = item.strip().upper()
    for part in _CLAUSE.split(policy.replace(";", "; ")):
        codes = {code.upper() for code in _ECCN.findall(part)}
        if any(wanted == code or wanted.startswith(f"{code}.") for code in codes):
            return _name(part)
        if wanted == ELECTRONIC and re.search(r"(?:for|food|all)[^;]*EAR99", part):
            condition = " (only for items that the policy describes)" if "Note" in part else ""
            if not condition:
                return _name(part)
    rest = [p for p in _CLAUSE.split(policy.replace(";", "; ")) if "other" in p]
    return _name(rest[-1] if rest else policy)


def _name(words: str) -> str:
    low = words.casefold()
    if "denial" in low:
        return "policy of denial" if "policy of denial" in low else "presumption of denial"
    if "approval" in low:
        return "presumption of approval"
    return "case-by-case review" if re.search(r"cas[ea].by.case", low) else words.strip(" .;")


def excludes_item(requirement: str, item: str) -> bool:
    """Whether the entry's words leave the item open: exceptions are read by a person."""
    narrowed = re.search(
        r"\bexcept|apart from|when used in|supplement no", requirement, re.IGNORECASE
    )
    return bool(narrowed) or (item.upper() == ELECTRONIC and "CCL" in requirement)
