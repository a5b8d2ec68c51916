"""Who is screened."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.dates import PartialDate
from ostraka.model.party import PartyKind


@dataclass(frozen=True, slots=True)
class Subject:
    """A name to be screened with what is known besides. `kind` is `None` for any kind.

    `countries` are ISO 3166 alpha-2 codes in lower case. `ids` are identifiers as given.
    """

    name: str
    kind: PartyKind | None = None
    born: PartialDate | None = None
    countries: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    address: str = ""
