"""What an index holds of a party: enough to weigh the evidence and to show a hit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ostraka.matching.identifiers import KnownIdentifier, know_identifier
from ostraka.matching.listing_form import decode_listing, encode_listing
from ostraka.model.dates import PartialDate, Precision
from ostraka.model.fact import Gender
from ostraka.model.identifier import Scheme
from ostraka.model.listing import Listing
from ostraka.model.name import Name, NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.names import find_country, fold, identifier_keys

RECORD_FORMAT = 2
"""Changes whenever an index must be built again because its records hold other fields."""


@dataclass(frozen=True, slots=True)
class ListedName:
    """What a listed name is to its party, and its family name, folded, where the list parts it."""

    kind: NameKind
    family: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A party as the index knows it. `countries` are lower-case ISO 3166 alpha-2 codes.

    `known` says of each of `names`, in their order, what it is.
    """

    id: str
    source: str
    kind: PartyKind | None
    name: str
    names: tuple[str, ...]
    born: tuple[PartialDate, ...]
    countries: tuple[str, ...]
    listings: tuple[Listing, ...]
    linked: tuple[str, ...]
    identifiers: tuple[KnownIdentifier, ...]
    addresses: tuple[str, ...]
    known: tuple[ListedName, ...] = ()
    birth_places: tuple[str, ...] = ()
    genders: tuple[Gender, ...] = ()

    def find_identifier(self, value: str) -> KnownIdentifier | None:
        """The identifier of this party that equals `value`; one that decides comes first."""
        keys = set(identifier_keys(value))
        same = [known for known in self.identifiers if not keys.isdisjoint(known.keys)]
        return max(same, key=lambda known: known.decides, default=None)


def encode_record(party: Party) -> bytes:
    """The record of a party as compact JSON."""
    form = {
        "id": party.id,
        "source": party.source,
        "kind": party.kind,
        "name": display_name(party),
        "names": [name.text for name in party.names],
        "born": [_encode_date(born) for born in party.born],
        "countries": _find_countries(party),
        "listings": [encode_listing(listing) for listing in party.listings],
        "linked": sorted({r.other for r in party.relations if r.other and r.other != party.id}),
        "identifiers": [know_identifier(one).encode() for one in party.identifiers],
        "addresses": list(dict.fromkeys(a.full for a in party.addresses if a.full)),
        "known": [_encode_name(name) for name in party.names],
        "birth_places": list(dict.fromkeys(p.text for p in party.birth_places if p.text)),
        "genders": sorted({stated.gender.value for stated in party.genders}),
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


def decode_record(data: bytes) -> Record:
    """The record that `encode_record` wrote."""
    form: Mapping[str, Any] = json.loads(data)
    return Record(
        id=form["id"],
        source=form["source"],
        kind=PartyKind(form["kind"]) if form["kind"] else None,
        name=form["name"],
        names=tuple(form["names"]),
        born=tuple(map(_decode_date, form["born"])),
        countries=tuple(form["countries"]),
        listings=tuple(decode_listing(listing) for listing in form["listings"]),
        linked=tuple(form["linked"]),
        identifiers=tuple(_decode_identifier(one) for one in form["identifiers"]),
        addresses=tuple(form["addresses"]),
        known=tuple(ListedName(NameKind(kind), family) for kind, family in form["known"]),
        birth_places=tuple(form["birth_places"]),
        genders=tuple(Gender(gender) for gender in form["genders"]),
    )


def display_name(party: Party) -> str:
    """The primary name as one reads it aloud: given before family where the list parts them."""
    primary = next((n for n in party.names if n.kind is NameKind.PRIMARY), party.names[0])
    if primary.given and primary.family:
        return f"{primary.given} {primary.family}"
    return primary.text


def _find_countries(party: Party) -> list[str]:
    stated = [tie.country for tie in party.countries]
    stated += [address.country for address in party.addresses]
    stated += [place.country for place in party.birth_places]
    codes = {find_country(text) for text in stated if text}
    return sorted(code for code in codes if code)


def _decode_identifier(form: list[Any]) -> KnownIdentifier:
    keys, text, decides, scheme, country = form
    return KnownIdentifier(tuple(keys), text, decides, Scheme(scheme), country)


def _encode_name(name: Name) -> list[str]:
    return [name.kind.value, fold(name.family)]


def _encode_date(value: PartialDate) -> list[Any]:
    first, last = value.first.isoformat(), value.last.isoformat()
    return [first, last, value.precision.value, int(value.circa)]


def _decode_date(form: list[Any]) -> PartialDate:
    first, last, precision, circa = form
    return PartialDate(
        date.fromisoformat(first), date.fromisoformat(last), Precision(precision), bool(circa)
    )
