"""Keys of programs: shown once, kept as a hash, ending on a day."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from ostraka.casework.log.append import append, writing
from ostraka.casework.models import Account, ApiKey
from ostraka.casework.rights import require
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind, Right

PREFIX = "ostraka_"
"""What every key begins with, so that a search for leaked secrets finds one."""


def make_key(
    account: Account,
    name: str,
    scopes: Sequence[Right],
    *,
    expires: datetime,
    by: Account,
    now: datetime,
) -> tuple[ApiKey, str]:
    """The key and its text, which nobody can see again.

    Raises:
        RecordRefused: `by` may not, the key would end before it begins, or could do more than its
            account.
    """
    require(by, Right.ADMINISTER)
    if expires <= now or not all(account.may(scope) for scope in scopes) or not name.strip():
        raise RecordRefused(
            "a key has a name, ends in the future, and can do no more than its account",
            where=f"key for {account.username}",
            remedy="Give a later day, fewer scopes, or an account of another role.",
        )
    # 32 random bytes need no slow hash: there is nothing to guess at
    text = PREFIX + secrets.token_urlsafe(32)
    with writing():
        key = ApiKey.objects.create(
            account=account,
            name=name.strip(),
            prefix=text[:12],
            digest=_hash(text),
            scopes=[scope.value for scope in scopes],
            created=now,
            expires=expires,
        )
        _tell(EventKind.KEY_MADE, key, by, now)
    return key, text


def find_key(text: str, now: datetime) -> ApiKey | None:
    """The key of that text where it still counts, and its account too."""
    key = ApiKey.objects.select_related("account").filter(digest=_hash(text)).first()
    if key is None or key.revoked is not None or key.expires <= now:
        return None
    return key if key.account.is_active else None


def revoke_key(key: ApiKey, *, by: Account, now: datetime) -> None:
    """The key is of no more use."""
    require(by, Right.ADMINISTER)
    with writing():
        key.revoked = now
        key.save()
        _tell(EventKind.KEY_REVOKED, key, by, now)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _tell(kind: EventKind, key: ApiKey, by: Account, now: datetime) -> None:
    append(
        kind,
        at=now,
        actor=by.username,
        body={"key": key.pk, "account": key.account.username, "scopes": key.scopes},
    )
