"""What owners say of subjects, as a table reports it: beside the hits, a row each."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.model.hit import OwnedBy
from ostraka.model.ownership import Caught
from ostraka.model.subject import Subject
from ostraka.ownership import Stakes
from ostraka.screening.owners.asking import OwnersAsking
from ostraka.screening.owners.owned import Owned
from ostraka.screening.owners.path import describe_path

_SAID = {Caught.YES: "caught", Caught.REVIEW: "review"}


class OwnersReporting:
    """Tells of each subject under which regimes listed owners reach it, or may."""

    def __init__(self, asking: OwnersAsking) -> None:
        """`asking` can be pickled, and so can this."""
        self._asking = asking

    def __call__(self, subjects: Sequence[Subject]) -> list[tuple[OwnedBy, ...]]:
        """The reports of each subject, in order; none where nothing known catches it."""
        stakes = self._asking.stakes
        found = self._asking.find(subjects)
        return [tuple(_report(one, stakes) for one in each.owned) for each in found]


def _report(owned: Owned, stakes: Stakes) -> OwnedBy:
    answer = owned.answer
    path = f" Path: {describe_path(owned.path, stakes)}." if owned.path else ""
    return OwnedBy(
        party=answer.party,
        name=answer.name,
        regime=answer.regime,
        caught=answer.caught,
        score=round(owned.score, 4),
        rule=answer.rule.citation,
        verified=answer.rule.verified,
        reason=" ".join(f"{_SAID[answer.caught]}: {answer.why}{path}".split()),
    )
