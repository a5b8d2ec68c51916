"""What people decided, and on which facts."""

from __future__ import annotations

from django.db import models

from ostraka.casework.models.account import Account
from ostraka.casework.models.alert import Alert


class Decision(models.Model):
    """A decision on an alert. `facts` are those it rests on, `note` its words; both sealed."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=16)
    reason = models.CharField(max_length=32)
    state = models.CharField(max_length=16, db_index=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    second_at = models.DateTimeField(null=True)
    second_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    expires = models.DateTimeField(null=True, db_index=True)
    note = models.BinaryField(null=True)
    facts = models.BinaryField(null=True)

    class Meta:
        """The latest last."""

        ordering = ("id",)
