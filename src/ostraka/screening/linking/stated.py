"""What an entry states beside its names, in the form in which another is weighed against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ostraka.matching.evidence import find_floor
from ostraka.matching.schemes import ONE_TO_A_PARTY
from ostraka.matching.weights import Weights
from ostraka.model.dates import PartialDate
from ostraka.model.party import Party, PartyKind
from ostraka.model.subject import Subject
from ostraka.names import find_country

_MOST_NUMBERS = 4
_MOST_BORN = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """The evidence of one entry, and the least score of a name that it could lift to `near`."""

    party: Party
    born: tuple[PartialDate | None, ...]
    countries: tuple[str, ...]
    numbers: tuple[str, ...]
    floor: float

    def ask(self, name: str) -> Iterator[Subject]:
        """The entry by this name, once for each date of birth: the best of them counts."""
        for born in self.born:
            yield _make_subject(self.party, name, born, self.countries, self.numbers)


def find_stated(party: Party, near: float, weights: Weights) -> Stated:
    """What the entry states."""
    countries = tuple(sorted(_find_countries(party)))
    # another number of a scheme that gives one for life argues against the same name
    numbers = tuple(
        f"{i.scheme.value} {i.value}" for i in party.identifiers if i.scheme in ONE_TO_A_PARTY
    )[:_MOST_NUMBERS]
    born = party.born[:_MOST_BORN] or (None,)
    subjects = (_make_subject(party, party.name, day, countries, numbers) for day in born)
    floor = min(find_floor(subject, near, weights) for subject in subjects)
    return Stated(party, born, countries, numbers, floor)


def _find_countries(party: Party) -> set[str]:
    """Codes of the countries it is tied to; of an organisation also those of its addresses.

    Lists seldom say where an organisation is from otherwise; a person's address may be anywhere.
    """
    stated = [tie.country for tie in party.countries]
    if party.kind is not PartyKind.PERSON:
        stated += [address.country for address in party.addresses if address.country]
    codes = map(find_country, stated)
    return {code for code in codes if code}


def _make_subject(
    party: Party,
    name: str,
    born: PartialDate | None,
    countries: tuple[str, ...],
    numbers: tuple[str, ...],
) -> Subject:
    return Subject(name, kind=party.kind, born=born, countries=countries, ids=numbers)
