"""From a name or a party to the listings that the rules are asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ostraka.effects.answer import Consequence, find_consequence
from ostraka.effects.notes import find_places
from ostraka.effects.question import Case, Question, make_cases
from ostraka.effects.signatures import Signature
from ostraka.effects.tables import load_rules
from ostraka.effects.timeline import Stretch
from ostraka.model.effect import Verdict
from ostraka.model.hit import Closeness, Hit
from ostraka.model.listing import Listing
from ostraka.model.party import Party
from ostraka.model.snapshot import Engine, Snapshot
from ostraka.screening.renamed import explain_renamed
from ostraka.screening.screener import Screener
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store

OPEN = (Verdict.NONE_FOUND, Verdict.NOT_BOUND)
_RELATED = 0.4
"""Score from which a listed name that contains the name asked, or lies in it, is looked at."""
_BORNE = "a name that it bears, of a party whose listing reaches affiliates,"


@dataclass(frozen=True, slots=True)
class Near:
    """A listed party whose name is near the one asked, and what would follow if it were meant."""

    party: str
    name: str
    consequence: Consequence
    relation: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows, and what nearly did. `asked` is what the user gave."""

    asked: str
    consequence: Consequence
    parties: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict of the parties meant; `review` where one that is near would be restricted."""
        own = self.consequence.verdict
        return Verdict.REVIEW if self.near and own in OPEN else own

    @property
    def stretch(self) -> Stretch:
        """First and last day of the verdict; without bound where a near name decides."""
        if self.verdict is self.consequence.verdict:
            return self.consequence.stretch
        return self.near[0].consequence.stretch


def ask_cases(
    asked: str,
    cases: Sequence[Case],
    question: Question,
    day: date,
    signatures: Mapping[str, Signature],
) -> Outcome:
    """The outcome for listings that are given."""
    return Outcome(asked, find_consequence(cases, question, day, signatures))


def ask_party(
    entries: Sequence[tuple[Party, Snapshot]],
    question: Question,
    day: date,
    signatures: Mapping[str, Signature],
) -> Outcome:
    """The outcome for one party, with its entries on other lists."""
    cases: list[Case] = []
    places = list(question.places)
    for party, snapshot in entries:
        cases += make_cases(party, snapshot.published)
        places += _places_of(party)
    asked = replace(question, places=tuple(dict.fromkeys(places)))
    parties = tuple(party.id for party, _ in entries)
    return Outcome(parties[0], find_consequence(cases, asked, day, signatures), parties)


def name_as_asked(outcome: Outcome, asked: str) -> Outcome:
    """The outcome for a party, which says so where it was asked for by a former id."""
    now = outcome.parties[0]
    if asked == now:
        return outcome
    return replace(outcome, asked=asked, caveats=(explain_renamed(asked, now), *outcome.caveats))


def ask_name(
    name: str,
    screener: Screener,
    store: Store,
    question: Question,
    day: date,
    signatures: Mapping[str, Signature],
) -> Outcome:
    """The outcome for a name: what equals it is taken for the party, what is near is for review.

    A listed name that contains the one asked, or lies in it, may be a part of it or its owner. One
    of a single word counts only for lists that reach affiliates: it is the name of too many.
    """
    subject, _ = make_subject(name)
    hits = screener.find(subject).hits
    by_source = {snapshot.source: snapshot for snapshot in screener.engine.snapshots}
    equal = [hit for hit in hits if hit.closeness is Closeness.EQUAL]
    entries = list(_load(equal, store, by_source))
    if entries:
        outcome = replace(ask_party(entries, question, day, signatures), asked=name)
        note = "Found by its name alone; whether this party is meant is for a person to say."
        outcome = replace(outcome, caveats=(note,))
    else:
        outcome = ask_cases(name, (), question, day, signatures)
    others = [(hit, "a name near it") for hit in hits if hit.closeness is not Closeness.EQUAL]
    others += _related(name, screener, hits)
    near = _find_near(others, store, by_source, question, day, signatures)
    return replace(outcome, near=tuple(near))


def _places_of(party: Party) -> Iterator[str]:
    for address in party.addresses:
        yield from find_places(f"{address.full}, {address.city}, {address.region}")


def _load(
    hits: Iterable[Hit], store: Store, snapshots: Mapping[str, Snapshot]
) -> Iterator[tuple[Party, Snapshot]]:
    wanted: dict[str, set[str]] = {}
    for hit in hits:
        wanted.setdefault(hit.source, set()).add(hit.party)
    for source, ids in wanted.items():
        snapshot = snapshots[source]
        for party in store.load_parties(snapshot):
            if party.id in ids:
                yield party, snapshot


def _related(name: str, screener: Screener, known: Sequence[Hit]) -> Iterator[tuple[Hit, str]]:
    """Listed names all of whose words stand in the name asked, or the other way round."""
    from ostraka.matching.scoring import find_hits

    words = _words(name)
    if len(words) < 2:
        return
    subject, _ = make_subject(name)
    found = find_hits(screener.index, [subject], threshold=_RELATED, weak_aliases=False)[0]
    seen = {hit.party for hit in known}
    for hit in found:
        relation = _relate(words, _words(hit.matched_name))
        if relation and hit.party not in seen:
            yield hit, relation


def _relate(words: frozenset[str], listed: frozenset[str]) -> str:
    if len(listed) > 1 and (words <= listed or listed <= words):
        return "a name that contains it"
    return _BORNE if listed and listed < words else ""


def _words(name: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def _find_near(
    others: Sequence[tuple[Hit, str]],
    store: Store,
    snapshots: Mapping[str, Snapshot],
    question: Question,
    day: date,
    signatures: Mapping[str, Signature],
) -> Iterator[Near]:
    entries = {p.id: (p, s) for p, s in _load([hit for hit, _ in others], store, snapshots)}
    for hit, relation in others:
        party, snapshot = entries[hit.party]
        if relation == _BORNE:
            reaching = _find_reaching(party)
            if not reaching:
                continue
            party = replace(party, listings=reaching)
        consequence = ask_party([(party, snapshot)], question, day, signatures).consequence
        if consequence.verdict not in OPEN:
            yield Near(hit.party, hit.matched_name, consequence, relation)


def _find_reaching(party: Party) -> tuple[Listing, ...]:
    """Those listings alone that reach affiliates of the party by the list's own words."""
    rules = load_rules()
    return tuple(x for x in party.listings if x.list in rules and rules[x.list].affiliates)


def held_lists(engine: Engine | None, store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lists that an answer rests on, and the known ones that it does not."""
    from ostraka.screening.holdings import find_not_held

    held = [s.source for s in engine.snapshots] if engine else store.sources()
    return tuple(held), tuple(find_not_held(store))
