"""The shape of every `--json` document, for the JSON Schemas and for users who type their code.

Shapes are written beside the functions that make the documents (`answer`, `entry` and the verbs)
and not derived from the model, so that a rename inside changes nothing outside. A test holds what
every verb prints against them. Every key is always there; more keys may be added.
"""

from __future__ import annotations

from typing import Any

from ostraka.screening.answer_shapes import Answer, Comparison, FileAnswer
from ostraka.screening.consequences.shapes import Effects
from ostraka.screening.entry_shapes import Entry, NoticeShape
from ostraka.screening.health_shapes import HealthOfLists, SyncOutcomes
from ostraka.screening.link_shapes import Links
from ostraka.screening.list_shapes import (
    ConfirmationShape,
    Difference,
    Publication,
    Snapshots,
    Sources,
)
from ostraka.screening.ownership_shapes import HeldStakesDocument, OwnershipDocument
from ostraka.screening.record_shapes import RecordVerification, Replay, Users
from ostraka.screening.rescreening.shapes import Rescreening

DOCUMENTS: dict[str, Any] = {
    "sources": Sources,
    "import": Publication,
    "sync": SyncOutcomes,
    "doctor": HealthOfLists,
    "confirm": ConfirmationShape,
    "snapshots": Snapshots,
    "diff": Difference,
    "show": Entry,
    "notice": NoticeShape,
    "links": Links,
    "screen": Answer,
    "screen-file": FileAnswer,
    "rescreen": Rescreening,
    "compare": Comparison,
    "stakes": HeldStakesDocument,
    "ownership": OwnershipDocument,
    "effects": Effects,
    "replay": Replay,
    "audit": RecordVerification,
    "user": Users,
}
"""The shape of every document, by the verb that prints it."""
