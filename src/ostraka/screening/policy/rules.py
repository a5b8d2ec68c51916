"""What a policy says: lists, threshold and required corroboration, by segment."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.hit import Feature, HeldBack, Hit
from ostraka.model.party import PartyKind
from ostraka.model.snapshot import PolicyMark
from ostraka.model.subject import Subject

REQUIRABLE = (
    Feature.BORN,
    Feature.COUNTRY,
    Feature.IDENTIFIER,
    Feature.ADDRESS,
    Feature.BIRTH_PLACE,
)
"""Evidence that a policy may require to agree, besides the name."""

WHOLE = "policy"
"""What the rules that hold outside every segment are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Rules for a part of the book. An empty condition is met by everything.

    `countries` are those of the subject, lower-case ISO 3166 alpha-2 codes; `products` are the
    user's own words, case folded. `require` holds kinds of evidence of which one must agree;
    empty, a name is enough.
    """

    name: str
    threshold: float
    require: tuple[Feature, ...] = ()
    kinds: tuple[PartyKind, ...] = ()
    countries: tuple[str, ...] = ()
    products: tuple[str, ...] = ()

    def holds(self, subject: Subject, kind: PartyKind | None) -> bool:
        """Whether the rules are for this subject; `kind` is that of the listed party."""
        return (
            (not self.kinds or (subject.kind or kind) in self.kinds)
            and (not self.countries or not set(self.countries).isdisjoint(subject.countries))
            and (not self.products or subject.product.casefold() in self.products)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy in force. `segments` are asked in their order; the last holds for everything.

    `lists` are source keys, empty for every list held. `sha256` is that of the canonical form.
    """

    name: str
    version: str
    lists: tuple[str, ...]
    weak_aliases: bool
    segments: tuple[Segment, ...]
    sha256: str

    @property
    def mark(self) -> PolicyMark:
        """What an answer says of it."""
        return PolicyMark(self.name, self.version, self.sha256)

    @property
    def threshold(self) -> float:
        """The threshold outside every segment."""
        return self.segments[-1].threshold

    @property
    def least_threshold(self) -> float:
        """The lowest threshold of any segment."""
        return min(segment.threshold for segment in self.segments)

    def find_threshold(self, subject: Subject, kind: PartyKind | None) -> float:
        """The threshold for this subject and a listed party of this kind."""
        return self._get_segment(subject, kind).threshold

    def hold_back(self, subject: Subject, hit: Hit) -> HeldBack | None:
        """The hit as held back, where evidence that is required does not agree; else `None`."""
        segment = self._get_segment(subject, hit.kind)
        agreeing = {reason.feature for reason in hit.reasons if reason.weight > 0}
        if not segment.require or not agreeing.isdisjoint(segment.require):
            return None
        names = " or ".join(feature.value for feature in segment.require)
        return HeldBack(hit, segment.name, f"required to agree, and not found to: {names}")

    def _get_segment(self, subject: Subject, kind: PartyKind | None) -> Segment:
        return next(segment for segment in self.segments if segment.holds(subject, kind))
