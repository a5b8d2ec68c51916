"""Invented answers: one certain enough, one close, one query that found nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.hit import Alignment, Closeness, Feature, Hit, Reason, Result, TokenPair
from ostraka.model.listing import (
    Act,
    ActKind,
    Clause,
    ClauseKind,
    DateKind,
    Listing,
    ListingClass,
    StatedDate,
)
from ostraka.model.origin import Origin
from ostraka.model.party import PartyKind
from ostraka.model.snapshot import Engine, Snapshot
from ostraka.model.subject import Subject

ORIGIN = Origin("demo", "designations.yml:7", "Oruk Vandale")

STATED = Listing(
    list="demo",
    authority="Office of Invented Lists",
    listing_class=ListingClass.ASSET_FREEZE,
    origin=ORIGIN,
    programme="INVENTED-1",
    legal_basis=("Order 1",),
    acts=(Act(ActKind.DESIGNATE, ORIGIN, on=date(2021, 12, 10), citation="Gazette 5"),),
    clauses=(Clause(ClauseKind.SUBSIDIARIES, "and its subsidiaries", ORIGIN),),
)
UNSTATED = Listing(
    list="us_ofac_sdn",
    authority="Office of Invented Lists",
    listing_class=ListingClass.INVESTMENT,
    origin=ORIGIN,
    dates=(StatedDate(DateKind.DIVEST_BY, date(2022, 12, 10), ORIGIN),),
    first_seen=date(2021, 12, 10),
    last_absent=date(2021, 12, 9),
)
NAME_REASON = Reason(
    Feature.NAME,
    "oruk vandal",
    "oruk vandale",
    0.97,
    "the names are nearly the same",
    (TokenPair(Alignment.SIMILAR, "vandal", "vandale", 0.92, 1.5, 1.4),),
)
EQUAL = Hit(
    party="demo:7",
    source="demo",
    kind=PartyKind.PERSON,
    listing_class=ListingClass.ASSET_FREEZE,
    name="Oruk VANDALE",
    matched_name="VANDALE, Oruk",
    score=0.97,
    closeness=Closeness.EQUAL,
    reasons=(NAME_REASON,),
    listings=(STATED,),
    related=("demo:8",),
    weight_of_evidence=2.5,
    probability=0.24,
    would_change=("A date of birth outside 1950-1956 would take it below the threshold.",),
)
CLOSE = Hit(
    party="us_ofac_sdn:12",
    source="us_ofac_sdn",
    kind=None,
    listing_class=ListingClass.INVESTMENT,
    name="Vandale Works",
    matched_name="Vandale Works",
    score=0.71,
    closeness=Closeness.CLOSE,
    reasons=(NAME_REASON,),
    listings=(UNSTATED,),
    review="the entry names a group",
)
BORN = PartialDate(date(1953, 8, 1), date(1953, 8, 31), Precision.MONTH)
FOUND = Result(
    Subject("Oruk Vandal", PartyKind.PERSON, BORN, ("aq", "bv"), ("P 123",)), 1, (EQUAL, CLOSE)
)
NOT_FOUND = Result(Subject("Mira Quell"), 2, ())
ENGINE = Engine(
    version="0.1.0",
    index="abc",
    as_of=date(2026, 11, 22),
    threshold=0.7,
    limit=10,
    policy=None,
    weak_aliases=False,
    snapshots=(
        Snapshot(
            id="f" * 64,
            source="demo",
            published=date(2021, 12, 10),
            imported=datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
            parties=40,
            current=True,
        ),
    ),
    not_held=("un_sc", "xx_gazette"),
)
