"""A party as JSON: everything its list says, and where each value was read."""

from __future__ import annotations

from ostraka.model.dates import PartialDate
from ostraka.model.fact import Fact, StatedGender
from ostraka.model.identifier import Identifier
from ostraka.model.listing import Act, Listing
from ostraka.model.name import Name
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.place import Address, BirthPlace, CountryTie
from ostraka.model.relation import Relation
from ostraka.model.snapshot import Snapshot
from ostraka.screening.answer import Json, format_date, iso, make_listing


def make_entry(party: Party, snapshot: Snapshot) -> Json:
    """What `ostraka show --json` prints: the entry, and the snapshot it was read in."""
    return {
        "party": party.id,
        "source": party.source,
        "kind": party.kind.value if party.kind else None,
        "class": party.listing_class.value,
        "name": party.name,
        "names": [_make_name(name) for name in party.names],
        "listings": [make_entry_listing(listing) for listing in party.listings],
        "identifiers": [_make_identifier(identifier) for identifier in party.identifiers],
        "addresses": [_make_address(address) for address in party.addresses],
        "countries": [_make_country(tie) for tie in party.countries],
        "born": [_make_date(born) for born in party.born],
        "birth_places": [_make_birth_place(place) for place in party.birth_places],
        "genders": [_make_gender(stated) for stated in party.genders],
        "established": [_make_date(day) for day in party.established],
        "relations": [_make_relation(relation) for relation in party.relations],
        "facts": [_make_fact(fact) for fact in party.facts],
        "origin": _make_origin(party.origin),
        "snapshot": make_snapshot_read(snapshot),
    }


def make_snapshot_read(snapshot: Snapshot) -> Json:
    """The snapshot that something was read in."""
    return {
        "id": snapshot.id,
        "source": snapshot.source,
        "published": snapshot.published.isoformat(),
        "imported": snapshot.imported.isoformat(),
        "omits": list(snapshot.omits),
    }


def _make_origin(origin: Origin) -> Json:
    return {"source": origin.source, "record": origin.record, "raw": origin.raw or None}


def _make_name(name: Name) -> Json:
    return {
        "text": name.text,
        "kind": name.kind.value,
        "script": name.script or None,
        "language": name.language or None,
        "given": name.given or None,
        "family": name.family or None,
        "origin": _make_origin(name.origin),
    }


def make_entry_listing(listing: Listing) -> Json:
    """One listing with its acts."""
    return make_listing(listing) | {
        "acts": [_make_act(act) for act in listing.acts],
        "origin": _make_origin(listing.origin),
    }


def _make_act(act: Act) -> Json:
    return {
        "kind": act.kind.value,
        "on": iso(act.on),
        "effective": iso(act.effective),
        "published": iso(act.published),
        "instrument": act.instrument or None,
        "citation": act.citation or None,
        "measures": list(act.measures),
        "origin": _make_origin(act.origin),
    }


def _make_identifier(identifier: Identifier) -> Json:
    return {
        "scheme": identifier.scheme.value,
        "value": identifier.value,
        "label": identifier.label or None,
        "country": identifier.country or None,
        "issued": format_date(identifier.issued) if identifier.issued else None,
        "expires": format_date(identifier.expires) if identifier.expires else None,
        "note": identifier.note or None,
        "origin": _make_origin(identifier.origin),
    }


def _make_address(address: Address) -> Json:
    return {
        "full": address.full,
        "city": address.city or None,
        "region": address.region or None,
        "postal_code": address.postal_code or None,
        "country": address.country or None,
        "note": address.note or None,
        "origin": _make_origin(address.origin),
    }


def _make_country(tie: CountryTie) -> Json:
    return {
        "country": tie.country,
        "role": tie.role.value,
        "origin": _make_origin(tie.origin),
    }


def _make_date(partial: PartialDate) -> Json:
    return {
        "date": format_date(partial),
        "first": partial.first.isoformat(),
        "last": partial.last.isoformat(),
        "precision": partial.precision.value,
        "circa": partial.circa,
        "raw": partial.raw or None,
        "origin": _make_origin(partial.origin) if partial.origin else None,
    }


def _make_birth_place(place: BirthPlace) -> Json:
    return {
        "text": place.text,
        "country": place.country or None,
        "origin": _make_origin(place.origin),
    }


def _make_gender(stated: StatedGender) -> Json:
    return {"gender": stated.gender.value, "origin": _make_origin(stated.origin)}


def _make_relation(relation: Relation) -> Json:
    return {
        "kind": relation.kind.value,
        "other": relation.other,
        "other_name": relation.other_name,
        "percent_min": relation.percent_min,
        "percent_max": relation.percent_max,
        "since": iso(relation.since),
        "until": iso(relation.until),
        "former": relation.former,
        "origin": _make_origin(relation.origin),
    }


def _make_fact(fact: Fact) -> Json:
    return {
        "topic": fact.topic.value,
        "text": fact.text,
        "origin": _make_origin(fact.origin),
    }
