"""What the record is told of a screening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ostraka.model.hit import Result
from ostraka.model.party import Party
from ostraka.model.snapshot import Engine

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One subject with what was found.

    `document` is question and answer as they were given out. `reference` is the user's own key of
    the subject: with it, the subject stays the same when its facts change. `parties` are the
    entries of the lists that the hits are of; a hit whose entry is not there is known by its own
    facts.
    """

    result: Result
    document: Json
    reference: str = ""
    parties: Mapping[str, Party] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the answers rest on: the engine, the same as it was given out, the policy's text."""

    engine: Engine
    document: Json
    policy_text: str = ""
