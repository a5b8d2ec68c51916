"""What follows from possible matches: each hit's own listings, asked of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ostraka.effects.answer import Consequence, find_consequence
from ostraka.effects.notes import find_places
from ostraka.effects.question import Case, Question, make_cases
from ostraka.effects.signatures import Signature
from ostraka.model.effect import Verdict
from ostraka.model.hit import Closeness, Hit
from ostraka.model.party import Party
from ostraka.model.snapshot import Engine, Snapshot
from ostraka.screening.consequences.asking import OPEN
from ostraka.snapshots import Store

_SAME_NUMBER, _SAME_SYMBOL = "identifier_equal", "identifier_alone"
NAME_ALONE = "Found by its name alone; whether this party is meant is for a person to say."
NUMBER = "Found by a number that is the same; whether this party is meant is for a person to say."
SYMBOL = "Found by a ticker or short number alone, which others may bear too: a person has to look."
NEAR = "The name is near and not equal, so it may be another legal person: a person has to look."


@dataclass(frozen=True, slots=True)
class Entailed:
    """What follows from one hit if its party is the one meant.

    `meant` is whether the name is the listed one, or a number that decides is the same; a hit that
    is only near gives `review` where anything would be restricted.
    """

    consequence: Consequence
    meant: bool
    caveat: str

    @property
    def verdict(self) -> Verdict:
        """The verdict of the rules, or `review` where the hit is near and not equal."""
        own = self.consequence.verdict
        return own if self.meant or own in OPEN else Verdict.REVIEW

    @property
    def caveats(self) -> tuple[str, ...]:
        """What is to be known of the match, then of the rules."""
        return (self.caveat, *self.consequence.caveats)

    @property
    def readings(self) -> tuple[str, ...]:
        """The answers where something is open, whether this party is meant among them."""
        own = self.consequence.verdict
        near = () if self.meant or own in OPEN else (f"if it is meant: {own}",)
        return (*near, *self.consequence.readings)


class Entailing:
    """Asks the rules about hits of one screening, on the day of that screening.

    Entries are read from the snapshots the hits were found in, each once. Entries of other lists
    that are the same party count where their list is screened: the strictest verdict is given.
    Another process that gets this reads the entries for itself.
    """

    def __init__(
        self, store: Store, engine: Engine, question: Question, signatures: Mapping[str, Signature]
    ) -> None:
        self.question = question
        self.day: date = engine.as_of
        self._store = store
        self._engine = engine
        self._signatures = signatures
        self._entries: dict[str, tuple[Party, Snapshot] | None] = {}
        self._known: dict[tuple[str, Question], Consequence] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """Without what was read so far, which another process reads as it needs it."""
        return Entailing, (self._store, self._engine, self.question, self._signatures)

    def find(self, hits: Sequence[Hit]) -> list[Entailed]:
        """What follows from each hit, in their order."""
        self._load(hits)
        return [self.entail(hit, self.question) for hit in hits]

    def entail(self, hit: Hit, question: Question) -> Entailed:
        """What follows from a hit for a question of the same day."""
        self._load([hit])
        key = (hit.party, question)
        if key not in self._known:
            cases, asked = self.make_cases(hit, question)
            self._known[key] = find_consequence(cases, asked, self.day, self._signatures)
        number = any(reason.finding == _SAME_NUMBER for reason in hit.reasons)
        equal = hit.closeness is Closeness.EQUAL
        return Entailed(self._known[key], equal or number, _find_caveat(hit))

    def make_cases(self, hit: Hit, question: Question) -> tuple[list[Case], Question]:
        """The listings behind a hit, and the question with the places of its addresses."""
        self._load([hit])
        found = map(self._entries.get, (hit.party, *hit.linked))
        entries = [entry for entry in found if entry]
        cases = [case for party, snap in entries for case in make_cases(party, snap.published)]
        places = [
            code
            for party, _ in entries
            for place in party.addresses
            for code in find_places(f"{place.full}, {place.city}, {place.region}")
        ]
        return cases, replace(question, places=tuple(dict.fromkeys((*question.places, *places))))

    @property
    def signed(self) -> frozenset[str]:
        """Ids of the rules that are signed off in this home."""
        return frozenset(self._signatures)

    def _load(self, hits: Iterable[Hit]) -> None:
        """The entries behind the hits are known, list by list in one reading each."""
        wanted = {one for hit in hits for one in (hit.party, *hit.linked)} - self._entries.keys()
        for snapshot in self._engine.snapshots if wanted else ():
            own = [one for one in wanted if one.partition(":")[0] == snapshot.source]
            for party in self._store.load_some(snapshot, own) if own else ():
                self._entries[party.id] = (party, snapshot)
        self._entries |= {one: None for one in wanted if one not in self._entries}


def _find_caveat(hit: Hit) -> str:
    """What the hit was found by, and what that leaves open."""
    findings = {reason.finding for reason in hit.reasons}
    if _SAME_NUMBER in findings:
        return NUMBER
    if _SAME_SYMBOL in findings:
        return SYMBOL
    return NAME_ALONE if hit.closeness is Closeness.EQUAL else NEAR
