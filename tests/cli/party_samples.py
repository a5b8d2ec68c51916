"""An invented party about which a list says something under every heading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from cli.answer_samples import BORN, ORIGIN, STATED
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind
from ostraka.model.snapshot import Snapshot

PLAIN = Origin("demo", "designations.yml:7")
PARTY = Party(
    id="demo:7",
    source="demo",
    kind=PartyKind.PERSON,
    names=(
        Name("Oruk VANDALE", NameKind.PRIMARY, ORIGIN, given="Oruk", family="VANDALE"),
        Name("Орук Вандале", NameKind.ORIGINAL_SCRIPT, PLAIN, script="Cyrl", language="ru"),
    ),
    listings=(STATED,),
    origin=PLAIN,
    identifiers=(
        Identifier(Scheme.PASSPORT, "P 123", PLAIN, label="Passport", country="aq", expires=BORN),
    ),
    addresses=(Address("1 Snow Road, Base", PLAIN, city="Base", country="aq"),),
    countries=(CountryTie("aq", CountryRole.NATIONALITY, PLAIN),),
    born=(replace(BORN, origin=PLAIN),),
    birth_places=(BirthPlace("Base", PLAIN, country="aq"),),
    genders=(StatedGender(Gender.MALE, PLAIN),),
    relations=(
        Relation(RelationKind.OWNS, "Vandale Works", PLAIN, other="demo:8", percent_min=50.0),
        Relation(RelationKind.LEADS, "Snow Bureau", PLAIN, former=True),
    ),
    facts=(Fact(Topic.POSITION, "Director of Snow", PLAIN),),
)
SNAPSHOT = Snapshot(
    id="f" * 64,
    source="demo",
    published=date(2021, 12, 10),
    imported=datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
    parties=40,
    current=True,
)
