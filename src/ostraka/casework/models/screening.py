"""What was held against which lists, and what came of it."""

from __future__ import annotations

from django.db import models

from ostraka.casework.models.policy import PolicyText
from ostraka.casework.models.subject import Subject


class Screening(models.Model):
    """One recorded question with everything needed to ask it again.

    `engine` is what the answer rests on, as canonical JSON: version, index, snapshots, settings.
    """

    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=150)
    engine = models.TextField()
    policy = models.ForeignKey(PolicyText, on_delete=models.PROTECT, null=True, related_name="+")
    rows = models.PositiveIntegerField()
    hits = models.PositiveIntegerField()


class ScreenedRow(models.Model):
    """One subject of a screening. Without possible matches only a keyed hash of it is kept.

    `sealed` are question and answer under the subject's key; `answer` is the SHA-256 of the hits.
    """

    screening = models.ForeignKey(Screening, on_delete=models.PROTECT, related_name="answers")
    row = models.PositiveIntegerField()
    mark = models.CharField(max_length=64, db_index=True)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="rows")
    hits = models.PositiveIntegerField()
    answer = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)

    class Meta:
        """Rows by number; none twice."""

        ordering = ("screening", "row")
        constraints = (
            models.UniqueConstraint(fields=("screening", "row"), name="one_row_of_a_number"),
        )
