"""Who is screened."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.dates import PartialDate
from ostraka.model.fact import Gender
from ostraka.model.party import PartyKind


@dataclass(frozen=True, slots=True)
class Subject:
    """A name to be screened with what is known besides. `kind` is `None` for any kind.

    `name` is empty where nothing but identifiers is known, as of a security that is held.
    `countries` are ISO 3166 alpha-2 codes in lower case. `ids` are identifiers as given. `gender`
    is what the user states, never inferred. `product` is the user's own word for the business at
    hand: it chooses a segment of a policy and is never evidence.
    """

    name: str
    kind: PartyKind | None = None
    born: PartialDate | None = None
    countries: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    address: str = ""
    birth_place: str = ""
    gender: Gender | None = None
    product: str = ""

    @property
    def called(self) -> str:
        """The name, or without one the identifiers."""
        return self.name or "; ".join(self.ids)
