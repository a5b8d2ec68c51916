"""Listed people in test groups, by the nationality or citizenship that the list states."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from benchmarks.traditions.tables import FOLDER, read_csv
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole
from ostraka.names.countries import find_country

_ROLES = frozenset((CountryRole.NATIONALITY, CountryRole.CITIZENSHIP))


def group_listed(parties: Iterable[Party]) -> dict[str, list[Party]]:
    """The people of a list by tradition, from `countries.csv`.

    Somebody with two nationalities may stand in two groups; somebody whose list states none, or one
    that the table does not have, stands in none. The group says where the list holds somebody to be
    from; it says nothing about the name, and is made for the test alone.
    """
    groups: dict[str, list[Party]] = {}
    for party in parties:
        if party.kind is PartyKind.PERSON:
            for tradition in _find_groups(party):
                groups.setdefault(tradition, []).append(party)
    return groups


def _find_groups(party: Party) -> list[str]:
    codes = (find_country(tie.country) for tie in party.countries if tie.role in _ROLES)
    found = {_load_countries().get(code) for code in codes if code}
    return sorted(filter(None, found))


@cache
def _load_countries() -> dict[str, str]:
    return {row[0]: row[1] for row in read_csv(FOLDER / "countries.csv")}
