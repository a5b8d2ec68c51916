"""Which rules of casework hold now."""

from __future__ import annotations

from functools import lru_cache

from ostraka.casework.models import PolicyChange
from ostraka.casework.policy.rules import (
    CaseworkPolicy,
    parse_casework_policy,
    read_default_text,
)

CASEWORK, SCREENING = "casework", "screening"
"""What a policy rules: the work on alerts, or what becomes one."""

PROPOSED, IN_FORCE, REFUSED = "proposed", "in_force", "refused"
"""Where a change of policy stands."""


def find_text(subject: str) -> str | None:
    """The text of the policy that was last put in force for that subject."""
    changes = PolicyChange.objects.filter(subject=subject, state=IN_FORCE)
    return changes.order_by("-decided", "-id").values_list("text", flat=True).first()


def get_casework_policy() -> CaseworkPolicy:
    """The rules of casework as they are now."""
    return _parse(find_text(CASEWORK) or read_default_text())


@lru_cache(maxsize=8)
def _parse(text: str) -> CaseworkPolicy:
    return parse_casework_policy(text, "policy in force")
