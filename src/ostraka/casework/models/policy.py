"""Policies that were in force, and changes of them that wait for a second person."""

from __future__ import annotations

from django.db import models

from ostraka.casework.models.account import Account


class PolicyText(models.Model):
    """The text of a policy, by the hash of what it says."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    text = models.TextField()


class PolicyChange(models.Model):
    """A change that one person proposed. `subject` says what it rules: screening or casework.

    `before` and `after` are how many alerts the user's own book has under the policy in force and
    under this one.
    """

    subject = models.CharField(max_length=16)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    reason = models.TextField()
    before = models.PositiveIntegerField()
    after = models.PositiveIntegerField()
    book = models.PositiveIntegerField()
    proposed = models.DateTimeField()
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=16)
    decided = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
