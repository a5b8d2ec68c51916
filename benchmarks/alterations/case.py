"""What is altered and what comes of it: a listed name, and a labelled case."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.party import PartyKind


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name of a list as people write it: given names before family names, no comma.

    `given` is empty for a name that is no person's. Where the list does not separate the parts of a
    person's name, its last word counts as the family name. `others` are the party's other names.
    """

    kind: PartyKind | None
    given: tuple[str, ...]
    family: tuple[str, ...]
    others: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return self.given + self.family

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def letters(self) -> int:
        return sum(map(str.isalpha, self.text))


@dataclass(frozen=True, slots=True)
class AlteredCase:
    """A name, or a date of birth, as somebody else writes it; screening it must find the party.

    `original` is the name as the list has it. Dates are as `parse_date` reads them, empty where the
    list states none; `countries` are ISO 3166 alpha-2 codes. `split` is "tune" or "test" and the
    same for every case of a party, and of every party that shares a name with it.
    """

    kind: str
    source: str
    party_id: str
    party_kind: PartyKind | None
    original: str
    altered: str
    born_original: str
    born_altered: str
    countries: tuple[str, ...]
    split: str
