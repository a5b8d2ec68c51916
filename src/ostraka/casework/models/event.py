"""The record itself: one entry after another, each holding the hash of the one before."""

from __future__ import annotations

from django.db import models


class Event(models.Model):
    """One entry. The database refuses to change or delete it, and to leave a number out.

    `body` is canonical JSON and holds no personal data. `about` is the subject it concerns, `alert`
    the alert. `digest` is the SHA-256 of all the rest.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=32, db_index=True)
    actor = models.CharField(max_length=150)
    about = models.UUIDField(null=True, db_index=True)
    alert = models.BigIntegerField(null=True, db_index=True)
    body = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        """In the order in which they were written."""

        ordering = ("number",)
