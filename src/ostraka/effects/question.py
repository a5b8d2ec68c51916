"""What is asked: listings as facts, an actor, an activity, and what is traded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ostraka.model.effect import Activity, Actor
from ostraka.model.fact import Topic
from ostraka.model.listing import Listing
from ostraka.model.party import Party, PartyKind

_WORDS = (Topic.DIRECTIVE,)
_CLAUSES = (Topic.SECONDARY_SANCTIONS, Topic.ADDITIONAL_SANCTIONS, Topic.TRANSACTIONS_PROHIBITED)


@dataclass(frozen=True, slots=True)
class Case:
    """One listing and what its entry states beside it.

    `published` is the day of the snapshot it was read in, `None` where the listing is assumed.
    `words` are directives in the entry's words, `clauses` its clauses on third persons.
    """

    listing: Listing
    kind: PartyKind | None = None
    published: date | None = None
    words: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    requirement: str = ""
    policy: str = ""
    party: str = ""

    @property
    def mark(self) -> str:
        """The listing as `list/programme`."""
        programme = self.listing.programme
        return f"{self.listing.list}/{programme}" if programme else self.listing.list


@dataclass(frozen=True, slots=True)
class Question:
    """Who does what: `item` is an export control number, `places` codes of the table of places."""

    actor: Actor
    activity: Activity
    item: str = ""
    places: tuple[str, ...] = ()


def make_cases(party: Party, published: date | None) -> tuple[Case, ...]:
    """A case for each listing of a party."""

    def texts(*topics: Topic) -> tuple[str, ...]:
        return tuple(fact.text for fact in party.facts if fact.topic in topics)

    return tuple(
        Case(
            listing,
            kind=party.kind,
            published=published,
            words=texts(*_WORDS),
            clauses=texts(*_CLAUSES),
            requirement="; ".join(texts(Topic.LICENCE_REQUIREMENT)),
            policy="; ".join(texts(Topic.LICENCE_POLICY)),
            party=party.id,
        )
        for listing in party.listings
    )
