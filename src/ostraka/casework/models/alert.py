"""Possible matches that a person has to look at."""

from __future__ import annotations

from django.db import models

from ostraka.casework.models.account import Account
from ostraka.casework.models.screening import Screening
from ostraka.casework.models.subject import Subject


class Alert(models.Model):
    """One subject and one listed party, whichever and however many lists name it.

    What is said of the party is public and stands here; what is said of the subject is in `sealed`
    (question and hits) and `facts` (what a decision would rest on). `evidence` is a keyed hash of
    those facts; `pattern` is equal for alerts that agree and disagree in the same way with the same
    party. `seconds` were spent in review; `began` is when the present review did.
    """

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="alerts")
    state = models.CharField(max_length=16, db_index=True)
    party = models.CharField(max_length=200)
    source = models.CharField(max_length=64, db_index=True)
    name = models.TextField()
    listing_class = models.CharField(max_length=32)
    score = models.FloatField()
    evidence = models.CharField(max_length=64)
    pattern = models.CharField(max_length=64, db_index=True, default="")
    sealed = models.BinaryField(null=True)
    facts = models.BinaryField(null=True)
    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="alerts")
    opened = models.DateTimeField()
    seen = models.DateTimeField()
    closed = models.DateTimeField(null=True, db_index=True)
    repeats = models.PositiveIntegerField(default=0)
    due = models.DateTimeField(null=True, db_index=True)
    assignee = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="alerts"
    )
    began = models.DateTimeField(null=True)
    seconds = models.FloatField(default=0)
    listing_ended = models.DateField(null=True)

    class Meta:
        """The queue: what is due first comes first."""

        ordering = ("due", "id")
        indexes = (models.Index(fields=("state", "due"), name="alert_queue"),)


class AlertParty(models.Model):
    """An entry of a list that the alert is about; linked entries belong to one alert.

    `found` tells an entry that was a possible match itself from one that is only linked to it.
    `ended` is the day of the list that no longer has it.
    """

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="parties")
    party = models.CharField(max_length=200, db_index=True)
    source = models.CharField(max_length=64, db_index=True)
    found = models.BooleanField(default=True)
    ended = models.DateField(null=True)

    class Meta:
        """Each once."""

        constraints = (
            models.UniqueConstraint(fields=("alert", "party"), name="one_party_of_an_alert"),
        )


class Note(models.Model):
    """What a person wrote on an alert; sealed, since it speaks of the subject."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="notes")
    at = models.DateTimeField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField(null=True)


class Block(models.Model):
    """A true match blocks its subject until a person releases it, whatever its list does."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="blocks")
    placed = models.DateTimeField()
    released = models.DateTimeField(null=True)
    released_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True, default="")
