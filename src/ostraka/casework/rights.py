"""Who may do what: refused before anything is looked at or changed."""

from __future__ import annotations

from ostraka.casework.models import Account
from ostraka.model.errors import RecordRefused
from ostraka.model.record import RIGHTS, Right


def require(account: Account, right: Right) -> None:
    """Returns where the account has the right.

    Raises:
        RecordRefused: It has not, or is no longer in use.
    """
    if account.may(right):
        return
    roles = ", ".join(role for role, rights in RIGHTS.items() if right in rights)
    raise RecordRefused(
        f"this account may not do that; it takes the right to {right.replace('_', ' ')}",
        where=f"account {account.username}",
        remedy=f"Ask somebody whose role is one of: {roles}.",
    )


def require_text(text: str, where: str, remedy: str) -> str:
    """The text, trimmed, where there is one.

    Raises:
        RecordRefused: There is none.
    """
    if text.strip():
        return text.strip()
    raise RecordRefused("a reason is missing", where=where, remedy=remedy)
