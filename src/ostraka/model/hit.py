"""Possible matches and the reasons they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from ostraka.model.listing import Listing, ListingClass
from ostraka.model.ownership import Caught, Regime
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject
from ostraka.model.terms import Term


class Feature(Term):
    """A kind of evidence for or against a match."""

    NAME = "name", "How far the two names are the same name."
    BORN = "born", "Whether the dates of birth agree."
    COUNTRY = "country", "Whether the countries agree."
    ADDRESS = "address", "Whether the addresses have a city or a street in common."
    BIRTH_PLACE = "birth_place", "Whether the places of birth have a town in common."
    GENDER = "gender", "Whether the genders that both sides state agree."
    IDENTIFIER = "identifier", "Whether an identifier is the same."
    KIND = "kind", "Whether person, organisation, vessel or aircraft agree."
    COMMON_NAME = "common_name", "That many bear the name, and nothing else agrees."
    BOUND = "bound", "What keeps the score between 0 and 1."


@dataclass(frozen=True, slots=True)
class Reason:
    """A node of the explanation: one piece of evidence and the weight it adds to the score.

    The score of a hit is the sum of the weights of its top reasons, exactly, at four decimals.
    `closeness` is stated for names only. The weight of a name follows from its `parts` and `order`
    (1, or less where the words stand in another order) and `support` (1, or less where the words
    that agree are few and common) by the rule that `ostraka.matching.explanation.recompute`
    documents. `finding` is the row of the table of evidence that applied; names and bounds have
    none.
    """

    feature: Feature
    query: str
    listed: str
    weight: float
    detail: str
    parts: tuple[TokenPair, ...] = ()
    order: float = 1.0
    closeness: Closeness | None = None
    support: float = 1.0
    finding: str = ""


class Alignment(Term):
    """How a word of the query and a word of the listed name correspond."""

    EQUAL = "equal", "The same word after folding."
    VARIANT = "variant", "Forms of one given name, or of one generic word, from the tables."
    SIMILAR = "similar", "Nearly the same letters."
    INITIAL = "initial", "One is the initial of the other."
    JOINED = "joined", "Two words of one side make one of the other."
    UNMATCHED_QUERY = "unmatched_query", "A word of the query that the listed name lacks."
    UNMATCHED_LISTED = "unmatched_listed", "A word of the listed name that the query lacks."


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Words that correspond, how alike they are (0 to 1), and how much they count."""

    alignment: Alignment
    query: str
    listed: str
    similarity: float
    query_weight: float
    listed_weight: float


class Closeness(Term):
    """Whether the name is the listed one or only near it."""

    EQUAL = "equal", "The same words, after folding case, script, order and legal form."
    VARIANT = (
        "variant",
        "The same name in another spelling, or a person's with a name more or less.",
    )
    CLOSE = (
        "close",
        "Near but not equal: a word or the legal form is another, so it may be another party.",
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """A possible match: one party, by its best name, with the reasons that make the score.

    `weight_of_evidence` is the logarithm to base 10 of how much likelier these reasons are where
    the match is true than where it is not; 3 is a thousand times. `probability` follows from it
    and from the share of true matches that the user expects, `None` where none was stated.
    `would_change` says, a sentence each, which further facts would change the outcome. `linked` are
    entries of other lists that are the same party, `related` those that its own list ties it to.
    """

    party: str
    source: str
    kind: PartyKind | None
    listing_class: ListingClass
    name: str
    matched_name: str
    score: float
    closeness: Closeness
    reasons: tuple[Reason, ...]
    listings: tuple[Listing, ...]
    linked: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    review: str = ""
    weight_of_evidence: float = 0.0
    probability: float | None = None
    would_change: tuple[str, ...] = ()

    @property
    def is_exposure(self) -> bool:
        """Whether the party is listed for nothing but a public office."""
        return all(listing.is_exposure for listing in self.listings)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A hit that the policy keeps out, the segment of the policy that does, and why."""

    hit: Hit
    segment: str
    why: str


@dataclass(frozen=True, slots=True)
class OwnedBy:
    """That listed parties own the subject under a regime, or may: no list need name it.

    `party` and `name` are those of the stakes; `score` is how near that name is. `rule` is cited,
    and `reason` says why in words, with the path from the listed owner down.
    """

    party: str
    name: str
    regime: Regime
    caught: Caught
    score: float
    rule: str
    verified: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """What screening one subject found: possible matches, or nothing on the lists held.

    `found` counts them all; `hits` are the best of them, as many as the limit keeps. `held_back`
    are hits that reach the threshold and lack the corroboration that a policy requires. `owned`
    says which regimes reach the subject by its owners, where that was asked for.
    """

    subject: Subject
    row: int
    hits: tuple[Hit, ...]
    found: int = 0
    held_back: tuple[HeldBack, ...] = ()
    owned: tuple[OwnedBy, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "found", max(self.found, len(self.hits)))


def total(reasons: tuple[Reason, ...]) -> float:
    """The score that the reasons add up to, at four decimals."""
    return round(fsum(r.weight for r in reasons), 4)
