"""The tables of the record. Personal data stands in them sealed, under a key for each subject."""

from __future__ import annotations

from ostraka.casework.models.account import Account, ApiKey
from ostraka.casework.models.alert import Alert, AlertParty, Block, Note
from ostraka.casework.models.decision import Decision
from ostraka.casework.models.event import Event
from ostraka.casework.models.policy import PolicyChange, PolicyText
from ostraka.casework.models.screening import ScreenedRow, Screening
from ostraka.casework.models.subject import LegalHold, Subject, SubjectKey

__all__ = [
    "Account",
    "Alert",
    "AlertParty",
    "ApiKey",
    "Block",
    "Decision",
    "Event",
    "LegalHold",
    "Note",
    "PolicyChange",
    "PolicyText",
    "ScreenedRow",
    "Screening",
    "Subject",
    "SubjectKey",
]
