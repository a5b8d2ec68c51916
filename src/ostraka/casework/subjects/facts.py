"""What is known of a subject and of a listed party: what a decision rests on, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ostraka.model.alert import FactKind, Side
from ostraka.model.dates import PartialDate
from ostraka.model.hit import Hit
from ostraka.model.listing import Listing
from ostraka.model.party import Party
from ostraka.model.subject import Subject
from ostraka.sources.programme_map import get_programme

Facts = Mapping[str, list[str]]
"""Values by kind of fact, sorted; a kind of which nothing is known has no values."""

CaseFacts = Mapping[str, object]
"""`subject`: its facts; `parties`: the facts of each entry of a list by its id."""


@dataclass(frozen=True, slots=True)
class Change:
    """Values of one kind that came and went, on one side."""

    side: Side
    kind: FactKind
    party: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


def make_subject_facts(subject: Subject) -> Facts:
    """What the user stated of the subject."""
    return _sort(
        {
            FactKind.NAME: [subject.name],
            FactKind.DATE: [_write_date(subject.born)] if subject.born else [],
            FactKind.PLACE: [*subject.countries, subject.address, subject.birth_place],
            FactKind.IDENTIFIER: subject.ids,
        }
    )


def make_party_facts(party: Party) -> Facts:
    """What a list states of a party. Weak aliases count: one that is added may be decisive."""
    places = [address.full for address in party.addresses]
    places += [tie.country for tie in party.countries]
    places += [place.text for place in party.birth_places]
    return _sort(
        {
            FactKind.NAME: [name.text for name in party.names],
            FactKind.DATE: [_write_date(born) for born in (*party.born, *party.established)],
            FactKind.PLACE: places,
            FactKind.IDENTIFIER: [f"{i.scheme} {i.value}" for i in party.identifiers],
            FactKind.LIST: [_write_list(listing) for listing in party.listings],
            FactKind.MEASURE: [text for x in party.listings for text in _write_measures(x)],
        }
    )


def make_hit_facts(hit: Hit) -> Facts:
    """What a hit shows of its party, where the whole entry is not at hand."""
    return _sort(
        {
            FactKind.NAME: [hit.name, hit.matched_name],
            FactKind.LIST: [_write_list(listing) for listing in hit.listings],
            FactKind.MEASURE: [text for x in hit.listings for text in _write_measures(x)],
        }
    )


def find_changes(before: CaseFacts, after: CaseFacts) -> tuple[Change, ...]:
    """What differs.

    An entry that `after` does not speak of is no change: its list may not have been asked.
    """
    found = list(_compare(Side.SUBJECT, "", _of(before, "subject"), _of(after, "subject")))
    known = _of(before, "parties")
    for party, facts in sorted(_of(after, "parties").items()):
        found += _compare(Side.LISTED, party, known.get(party, {}), facts)
    return tuple(found)


def merge_facts(before: CaseFacts, after: CaseFacts) -> CaseFacts:
    """The later facts, with those of entries that only the earlier speak of."""
    return {
        "subject": _of(after, "subject"),
        "parties": {**_of(before, "parties"), **_of(after, "parties")},
    }


def _of(facts: CaseFacts, part: str) -> dict[str, Facts]:
    found = facts.get(part, {})
    return dict(found) if isinstance(found, Mapping) else {}


def _compare(side: Side, party: str, before: object, after: object) -> Iterator[Change]:
    old = before if isinstance(before, Mapping) else {}
    new = after if isinstance(after, Mapping) else {}
    for kind in FactKind:
        was, now = set(old.get(kind.value, ())), set(new.get(kind.value, ()))
        if was != now:
            yield Change(side, kind, party, tuple(sorted(now - was)), tuple(sorted(was - now)))


def _sort(facts: Mapping[FactKind, Iterable[str]]) -> Facts:
    return {
        kind.value: sorted({text.strip() for text in texts if text.strip()})
        for kind, texts in facts.items()
    }


def _write_date(born: PartialDate) -> str:
    return f"{born.first.isoformat()}/{born.last.isoformat()}"


def _write_list(listing: Listing) -> str:
    return f"{listing.list}/{listing.programme}"


def _write_measures(listing: Listing) -> Iterator[str]:
    where = _write_list(listing)
    yield f"{where}: {listing.listing_class}"
    for measure in get_programme(listing).measures:
        yield f"{where}: {measure}"
