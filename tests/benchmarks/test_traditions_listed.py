"""Test groups of listed people: by the stated nationality, never by the name."""

from __future__ import annotations

from benchmarks.traditions import TRADITIONS, group_listed
from benchmarks.traditions.tables import FOLDER, read_csv

from ostraka.model.listing import Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole, CountryTie
from ostraka.names.countries import find_country

ORIGIN = Origin("custom", "1")


def _party(
    *ties: tuple[str, CountryRole],
    name: str = "Somebody",
    kind: PartyKind | None = PartyKind.PERSON,
) -> Party:
    return Party(
        id="custom:1",
        source="custom",
        kind=kind,
        names=(Name(name, NameKind.PRIMARY, ORIGIN),),
        listings=(Listing("custom", "custom", next(iter(ListingClass)), ORIGIN),),
        origin=ORIGIN,
        countries=tuple(CountryTie(country, role, ORIGIN) for country, role in ties),
    )


def test_nationality_and_citizenship_make_the_group() -> None:
    iranian = _party(("Iran", CountryRole.NATIONALITY))
    russian = _party(("RU", CountryRole.CITIZENSHIP))
    assert group_listed([iranian, russian]) == {"persian": [iranian], "russian": [russian]}


def test_residence_makes_none() -> None:
    """Where somebody lives says nothing of the passport."""
    assert group_listed([_party(("Iran", CountryRole.RESIDENCE))]) == {}


def test_a_name_makes_none() -> None:
    """Nobody is sorted by how the name sounds, in the tests as little as in the program."""
    assert group_listed([_party(name="Иванов Иван Иванович")]) == {}


def test_two_nationalities_make_two_groups_and_one_tradition_only_one() -> None:
    both = _party(("Syria", CountryRole.NATIONALITY), ("Russia", CountryRole.NATIONALITY))
    levant = _party(("Syria", CountryRole.NATIONALITY), ("Lebanon", CountryRole.CITIZENSHIP))
    assert group_listed([both]) == {"arabic_levant": [both], "russian": [both]}
    assert group_listed([levant]) == {"arabic_levant": [levant]}


def test_an_organisation_or_an_unknown_country_makes_none() -> None:
    tie = ("Iran", CountryRole.NATIONALITY)
    assert group_listed([_party(tie, kind=PartyKind.ORGANISATION), _party(tie, kind=None)]) == {}
    assert group_listed([_party(("Atlantis", CountryRole.NATIONALITY))]) == {}


def test_the_table_names_real_countries_once_and_traditions_that_exist() -> None:
    rows = read_csv(FOLDER / "countries.csv")
    countries = [country for country, _ in rows]
    assert [country for country in countries if find_country(country) != country] == []
    assert len(set(countries)) == len(countries)
    assert {tradition for _, tradition in rows} == set(TRADITIONS)
