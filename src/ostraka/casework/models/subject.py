"""Who was screened: facts under a key of their own, so that deleting the key erases them."""

from __future__ import annotations

from django.db import models

from ostraka.casework.models.account import Account


class Subject(models.Model):
    """One who was screened and had possible matches.

    `identity` is the keyed hash by which the same subject is found again: of the user's own
    reference where there is one, else of the facts. It is empty after erasure. `sealed` are the
    facts as last given.
    """

    id = models.UUIDField(primary_key=True)
    identity = models.CharField(max_length=64, unique=True, null=True)
    created = models.DateTimeField()
    sealed = models.BinaryField(null=True)
    erased = models.DateTimeField(null=True)


class SubjectKey(models.Model):
    """The key of one subject, kept under the master secret."""

    subject = models.OneToOneField(
        Subject, on_delete=models.PROTECT, primary_key=True, related_name="key"
    )
    wrapped = models.BinaryField()


class LegalHold(models.Model):
    """What is held of a subject may not be erased while this stands."""

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="holds")
    reason = models.TextField()
    placed = models.DateTimeField()
    placed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    lifted = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_because = models.TextField(blank=True, default="")
