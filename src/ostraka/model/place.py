"""Addresses, places of birth and ties to countries, as a list states them."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.origin import Origin
from ostraka.model.terms import Term


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address. `full` is the whole text in reading order; parts only where stated.

    `country` is as the list writes it, name or code.
    """

    full: str
    origin: Origin
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    note: str = ""


class CountryRole(Term):
    """How a party is tied to a country."""

    NATIONALITY = "nationality", "The list states this nationality."
    CITIZENSHIP = "citizenship", "The list states this citizenship."
    REGISTRATION = "registration", "Country of incorporation or registration."
    FLAG = "flag", "Flag State of a vessel, or State of registry of an aircraft."
    FORMER_FLAG = "former_flag", "A flag the vessel sailed under before."
    RESIDENCE = "residence", "The list states the party lives or is active there."
    ISSUER = "issuer", "Country the entry's list groups it under (BIS Entity List)."


@dataclass(frozen=True, slots=True)
class CountryTie:
    """A tie of a party to a country, with the country as the list writes it, name or code."""

    country: str
    role: CountryRole
    origin: Origin


@dataclass(frozen=True, slots=True)
class BirthPlace:
    """A place of birth as the list writes it; `country` only where the list separates it."""

    text: str
    origin: Origin
    country: str = ""
