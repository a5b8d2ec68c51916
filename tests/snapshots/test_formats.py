"""Every format a home was ever written in opens for ever.

`homes/format_N` was written by the first version of Ostraka that had format N, from the party
below. When a test here fails because the vocabulary or a file changed its shape, teach the reader
the old shape; the sample stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
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
from ostraka.model.name import Name, NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind
from ostraka.model.snapshot import Snapshot
from ostraka.snapshots import Store
from snapshots.invented import KEY, ORIGIN, make_party

HOMES = Path(__file__).parent / "homes"
IMPORTED = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
YEAR = PartialDate(date(1955, 1, 1), date(1955, 12, 31), Precision.YEAR, circa=True, raw="c. 1955")

FULL = Party(
    id="custom:full",
    source=KEY,
    kind=PartyKind.ORGANISATION,
    names=(
        Name("Example Works", NameKind.PRIMARY, ORIGIN),
        Name("Пример", NameKind.ORIGINAL_SCRIPT, ORIGIN, "Cyrl", "ru", "П", "Р"),
    ),
    listings=(
        Listing(
            KEY,
            "Nobody",
            ListingClass.INVESTMENT,
            ORIGIN,
            "BETA",
            ("Order 1",),
            (Act(ActKind.DESIGNATE, ORIGIN, date(2021, 12, 10), measures=("freeze",)),),
            (StatedDate(DateKind.EFFECTIVE, date(2022, 2, 8), ORIGIN),),
            (Clause(ClauseKind.SUCCESSORS, "and any successor", ORIGIN),),
        ),
        Listing(KEY, "Nobody", ListingClass.STATUS, ORIGIN, "GAMMA"),
    ),
    origin=ORIGIN,
    identifiers=(Identifier(Scheme.LEI, "0" * 20, ORIGIN, "LEI", "XX", YEAR, None, "old"),),
    addresses=(Address("Nowhere 1", ORIGIN, "Nowhere", "N", "1", "XX", "former"),),
    countries=(CountryTie("XX", CountryRole.REGISTRATION, ORIGIN),),
    born=(replace(YEAR, origin=ORIGIN),),
    birth_places=(BirthPlace("Nowhere", ORIGIN, "XX"),),
    genders=(StatedGender(Gender.FEMALE, ORIGIN),),
    established=(YEAR,),
    relations=(
        Relation(
            RelationKind.OWNED_BY,
            "Nobody",
            ORIGIN,
            "custom:00001",
            25.0,
            50.0,
            date(2020, 1, 1),
            date(2021, 1, 1),
            former=True,
        ),
    ),
    facts=(Fact(Topic.REMARK, "invented", ORIGIN),),
)


def test_a_home_of_format_1_opens() -> None:
    """Two publications, the older without the full party; nothing is lost in reading them."""
    store = Store(HOMES / "format_1")
    old, new = store.snapshots()
    assert new == Snapshot(
        id=new.id,
        source=KEY,
        published=date(2026, 11, 20),
        imported=IMPORTED,
        parties=2,
        current=True,
    )
    dated, undated = FULL.listings
    seen = replace(undated, first_seen=new.published, last_absent=old.published)
    full = replace(FULL, listings=(dated, seen))
    assert store.find_party(FULL.id) == (full, new)
    assert [born.origin for born in store.load_parties(new)[1].born] == [ORIGIN]
    assert store.load_parties(new)[1] == full
    assert [p.party for p in store.difference(old, new).added] == [FULL.id]
    assert [p.id for p in store.load_parties(old)] == [make_party(1).id]
    assert store.checked(KEY) == IMPORTED
