"""Listings: the dated acts by which an authority puts a party on a list and takes it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ostraka.model.origin import Origin
from ostraka.model.terms import Term

# Topics that datasets of politically exposed persons give in the place of a programme: offices of
# FollowTheMoney, and relatives and close associates.
_OFFICES = ("role.pep", "role.rca", "role.pol", "role.judge", "role.civil", "role.diplo")


class ListingClass(Term):
    """What kind of consequence a list has. The precise effect is a matter of `effects`.

    Declared strictest first; `strictness` follows that order.
    """

    ASSET_FREEZE = (
        "asset_freeze",
        "Property is blocked and dealings are prohibited for those bound.",
        "31 CFR 501; Reg. (EU) 2020/1998 Art. 3; SAMLA 2018 s.3",
    )
    INVESTMENT = (
        "investment",
        "Trading in the party's securities or debt is restricted; other dealings are not.",
        "E.O. 13959 as amended by E.O. 14032; E.O. 13662 directives",
    )
    EXPORT = (
        "export",
        "A licence is required, or a privilege denied, for items subject to export control.",
        "15 CFR 744; 15 CFR 764",
    )
    IMPORT = (
        "import",
        "Goods of the party may not be imported, or are presumed inadmissible.",
        "19 USC 1307; Pub. L. 117-78",
    )
    PROCUREMENT = (
        "procurement",
        "Public bodies may not buy from the party, or its equipment is not authorised.",
        "NDAA FY2021 s.1260H; 47 USC 1601",
    )
    VISA = (
        "visa",
        "The person, sometimes with immediate family, is ineligible for entry.",
        "Annual appropriations act s.7031(c)",
    )
    DEBARMENT = (
        "debarment",
        "The party is debarred from a licensed or publicly funded activity.",
        "22 CFR 127.7",
    )
    STATUS = (
        "status",
        "A status with limited or no dealings restrictions of its own: correspondent accounts, "
        "menu-based measures, an unverified end user, or an entry of the user's own list.",
        "31 CFR 561; 15 CFR 744.15",
    )
    LEAD = "lead", "An announcement reported by the press; a proposal, not yet a listing."

    @property
    def strictness(self) -> int:
        """Rank among the classes, 0 the strictest."""
        return list(ListingClass).index(self)


class ActKind(Term):
    """What an authority did."""

    DESIGNATE = "designate", "The party was put on the list."
    AMEND = "amend", "The entry was changed; the party stayed on the list."
    REMOVE = "remove", "The party was taken off the list."
    RELIST = "relist", "The party was put back on the list after a removal."


@dataclass(frozen=True, slots=True)
class Act:
    """One act of an authority on one listing, as far as the list states it.

    `on` is the day the authority acted, `effective` the day the measure binds from where the
    entry states another, `published` the day of publication. `None` means not stated. `measures`
    are those the entry itself states, in its words.
    """

    kind: ActKind
    origin: Origin
    on: date | None = None
    effective: date | None = None
    published: date | None = None
    instrument: str = ""
    citation: str = ""
    measures: tuple[str, ...] = ()


class DateKind(Term):
    """What a date stated in an entry fixes, apart from the act itself."""

    EFFECTIVE = (
        "effective",
        "The restriction binds from this day.",
        "E.O. 14032 s.1: listing + 60 days",
    )
    DIVEST_BY = (
        "divest_by",
        "Purchases or sales made only to divest are permitted before this day.",
        "E.O. 14032 s.1: listing + 365 days",
    )
    EXPIRES = "expires", "The listing ends on this day unless prolonged."


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date stated in an entry, with what it fixes."""

    kind: DateKind
    on: date
    origin: Origin


class ClauseKind(Term):
    """Who an entry names beyond the party itself."""

    SUCCESSORS = "successors", "Any successor of the named party."
    SUBSIDIARIES = "subsidiaries", "Subsidiaries of the named party."
    SUBUNITS = "subunits", "Sub-units, branches or offices of the named party."
    AFFILIATES = "affiliates", "Affiliated or subordinate entities of the named party."


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of an entry that name a group. A hit that rests on a clause is a matter for review."""

    kind: ClauseKind
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Listing:
    """One party on one list under one programme: a series of dated acts.

    `list` is the source key of the legal list, which differs from the file read where one file
    carries several lists. `first_seen` and `last_absent` are publication dates of the snapshots on
    both sides of the first appearance, and are known only to the history, never to a parser.
    """

    list: str
    authority: str
    listing_class: ListingClass
    origin: Origin
    programme: str = ""
    legal_basis: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    clauses: tuple[Clause, ...] = ()
    first_seen: date | None = None
    last_absent: date | None = None

    @property
    def listed_on(self) -> date | None:
        """The day of the last designation or re-listing, as stated; `None` where not stated."""
        starts = [a.on for a in self.acts if a.kind in (ActKind.DESIGNATE, ActKind.RELIST) and a.on]
        return max(starts, default=None)

    @property
    def ended_on(self) -> date | None:
        """The day of a removal that no re-listing follows; `None` while the listing stands."""
        ends = [a.on for a in self.acts if a.kind is ActKind.REMOVE and a.on]
        last_end = max(ends, default=None)
        if last_end is None or (self.listed_on is not None and self.listed_on > last_end):
            return None
        return last_end

    @property
    def is_exposure(self) -> bool:
        """Whether it says no more than that a person holds, held or stands near a public office.

        Such a person is politically exposed (FATF Recommendation 12), not designated by anybody.
        """
        is_office = self.programme.startswith(_OFFICES)
        return self.listing_class is ListingClass.STATUS and is_office

    def in_force(self, day: date) -> bool | None:
        """Whether the acts put the party on the list on `day`; `None` where they do not tell."""
        dated = sorted((a for a in self.acts if a.on), key=_act_order)
        before = [a for a in dated if a.on is not None and a.on <= day]
        if before:
            return before[-1].kind is not ActKind.REMOVE
        return False if dated and dated[0].kind is ActKind.DESIGNATE else None


def _act_order(act: Act) -> tuple[date, int]:
    return act.on or date.min, 0 if act.kind is ActKind.REMOVE else 1
