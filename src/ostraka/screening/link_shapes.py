"""The shape of what `links` prints as JSON."""

from __future__ import annotations

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from ostraka.screening.linking.link import Basis, Standing


class LinkShape(TypedDict):
    """Two entries of different lists that are, or may be, one party."""

    left: str
    right: str
    left_name: str
    right_name: str
    basis: Basis
    standing: Standing
    score: float
    evidence: list[str]


class Links(TypedDict):
    """What `ostraka links --json` prints, sorted by the ids."""

    links: list[LinkShape]
