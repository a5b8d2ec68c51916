"""People who work with the record, and the keys of programs that do."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from ostraka.model.record import RIGHTS, Right, Role


class Accounts(BaseUserManager["Account"]):
    """The accounts, found by name."""


class Account(AbstractBaseUser):
    """A person with one role. Accounts are never deleted: the record names them."""

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True, default="")
    role = models.CharField(max_length=16)
    is_active = models.BooleanField(default=True)
    created = models.DateTimeField()

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    def may(self, right: Right) -> bool:
        """Whether the account is in use and its role has the right."""
        return self.is_active and right in RIGHTS[Role(self.role)]


class ApiKey(models.Model):
    """A key of the interface: only its hash is kept, and it ends on a day."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="keys")
    name = models.CharField(max_length=100)
    prefix = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    created = models.DateTimeField()
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
