"""Accounts and their roles; there is no account, and so no password, to begin with."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from ostraka.casework.log.append import append, writing
from ostraka.casework.models import Account
from ostraka.casework.rights import require
from ostraka.model.errors import RecordRefused
from ostraka.model.record import EventKind, Right, Role

NAME_LIMIT = 150
"""Longest name of an account, in characters."""


def add_account(
    username: str,
    password: str,
    role: Role,
    *,
    now: datetime,
    by: Account | None = None,
    email: str = "",
) -> Account:
    """The account exists, and can log in with that password. `by` is `None` at the machine itself.

    Raises:
        RecordRefused: The name is taken or none, the password too weak, or `by` may not.
    """
    if by is not None:
        require(by, Right.ADMINISTER)
    name = username.strip()
    if not name or len(name) > NAME_LIMIT or not name.isprintable():
        raise RecordRefused(
            "this is no name for an account",
            where="username",
            remedy=f"Give 1 to {NAME_LIMIT} characters on one line.",
        )
    with writing():
        if Account.objects.filter(username__iexact=name).exists():
            raise RecordRefused(
                "there is an account of that name",
                where=f"account {name}",
                remedy="Give another name; accounts are kept, since the record names them.",
            )
        account = Account(username=name, email=email.strip(), role=role.value, created=now)
        set_password(account, password)
        account.save(force_insert=True)
        _tell(account, by, now, made=True)
    return account


def change_account(
    account: Account,
    *,
    role: Role | None = None,
    active: bool | None = None,
    by: Account,
    now: datetime,
) -> None:
    """The account has that role, or may no longer be used.

    Raises:
        RecordRefused: `by` may not, or is the account itself.
    """
    require(by, Right.ADMINISTER)
    if by.pk == account.pk:
        raise RecordRefused(
            "nobody changes the role or the standing of their own account",
            where=f"account {account.username}",
            remedy="Ask another administrator.",
        )
    with writing():
        account.role = (role or Role(account.role)).value
        account.is_active = account.is_active if active is None else active
        account.save()
        _tell(account, by, now, made=False)


def set_password(account: Account, password: str) -> None:
    """The account has that password; it is not saved yet.

    Raises:
        RecordRefused: The password is too short, too common, all digits, or like the name.
    """
    try:
        validate_password(password, account)
    except ValidationError as problem:
        raise RecordRefused(
            " ".join(problem.messages),
            where=f"password of {account.username}",
            remedy="Choose a longer one of your own: four words nobody would guess together.",
        ) from problem
    account.set_password(password)


def get_account(username: str) -> Account:
    """The account of that name.

    Raises:
        RecordRefused: There is none.
    """
    account = Account.objects.filter(username__iexact=username.strip()).first()
    if account is None:
        raise RecordRefused(
            "there is no account of that name",
            where=f"account {username}",
            remedy="Make it: `ostraka user add NAME --role ROLE`.",
        )
    return account


def tell_login(username: str, *, succeeded: bool, now: datetime, why: str = "") -> None:
    """The record says that somebody logged in, or tried to. A name that no account has is left out.

    It may be a password that was typed in the wrong field.
    """
    account = Account.objects.filter(username__iexact=username.strip()).first()
    with writing():
        append(
            EventKind.LOGGED_IN if succeeded else EventKind.LOGIN_FAILED,
            at=now,
            actor=account.username if account else "unknown",
            body={"why": why},
        )


def _tell(account: Account, by: Account | None, now: datetime, *, made: bool) -> None:
    append(
        EventKind.ACCOUNT_CHANGED,
        at=now,
        actor=by.username if by else "machine",
        body={
            "account": account.username,
            "role": account.role,
            "active": account.is_active,
            "made": made,
        },
    )
