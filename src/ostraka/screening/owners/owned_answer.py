"""What owners say of a subject, as JSON."""

from __future__ import annotations

from ostraka.ownership import Stakes
from ostraka.screening.answer import Json
from ostraka.screening.owners.owned import Owned, OwnersFound
from ostraka.screening.ownership_answer import make_ownership_entry, make_stake


def make_owned(found: OwnersFound, stakes: Stakes) -> Json:
    """The keys that a result has beside its hits when owners were asked for."""
    return {
        "owned": [_make_entry(one, stakes) for one in found.owned],
        "not_owned": [_make_entry(one, stakes) for one in found.others],
        "owners_notes": list(found.notes),
    }


def _make_entry(one: Owned, stakes: Stakes) -> Json:
    return {
        **make_ownership_entry(one.answer, stakes),
        "identity": one.identity or None,
        "path": [make_stake(stake, stakes) for stake in one.path],
    }
