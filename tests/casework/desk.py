"""A small desk: invented parties on invented lists, subjects who may be they, people who decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from ostraka.casework.models import Account, Alert, Screening
from ostraka.casework.screenings.asked import Answered, Basis
from ostraka.casework.screenings.recording import record_screening
from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.hit import Closeness, Feature, Hit, Reason, Result
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.record import Role
from ostraka.model.snapshot import Engine, Snapshot
from ostraka.model.subject import Subject
from ostraka.screening.answer import make_engine, make_result

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
ORIGIN = Origin("un_sc", "1", "")


def make_account(name: str, role: Role) -> Account:
    """An account without a password that would log in."""
    return Account.objects.create(
        username=name, role=role.value, created=NOON, password=make_password(None)
    )


@dataclass(frozen=True)
class Listed:
    """A listed party as the tests vary it."""

    party: str = "un_sc:101"
    names: tuple[str, ...] = ("Oruk VANDALE",)
    born: str = "1953-08-02"
    programmes: tuple[str, ...] = ("DPRK",)
    measure: ListingClass = ListingClass.ASSET_FREEZE
    linked: tuple[str, ...] = ()
    score: float = 0.85

    @property
    def source(self) -> str:
        return self.party.partition(":")[0]

    def make_listings(self) -> tuple[Listing, ...]:
        return tuple(
            Listing(self.source, "An authority", self.measure, ORIGIN, programme)
            for programme in self.programmes
        )

    def make_party(self) -> Party:
        return Party(
            id=self.party,
            source=self.source,
            kind=PartyKind.PERSON,
            names=tuple(Name(text, NameKind.PRIMARY, ORIGIN) for text in self.names),
            listings=self.make_listings(),
            origin=ORIGIN,
            born=(_date(self.born),),
        )

    def make_hit(self, subject: Subject) -> Hit:
        reason = Reason(Feature.NAME, subject.name, self.names[0], self.score, "alike")
        return Hit(
            party=self.party,
            source=self.source,
            kind=PartyKind.PERSON,
            listing_class=self.measure,
            name=self.names[0],
            matched_name=self.names[0],
            score=self.score,
            closeness=Closeness.VARIANT,
            reasons=(reason,),
            listings=self.make_listings(),
            linked=self.linked,
        )


ORUK = Listed()
CUSTOMER = Subject("Oruk Vandale", kind=PartyKind.PERSON)


def make_basis(*sources: str) -> Basis:
    """What answers on those lists rest on."""
    snapshots = tuple(
        Snapshot(id="a" * 64, source=key, published=date(2026, 11, 1), imported=NOON, parties=3)
        for key in sources or ("un_sc",)
    )
    engine = Engine(
        version="0.1.0",
        index="b" * 64,
        as_of=NOON.date(),
        threshold=0.7,
        limit=10,
        policy=None,
        weak_aliases=False,
        snapshots=snapshots,
    )
    return Basis(engine=engine, document=make_engine(engine))


def make_answered(
    subject: Subject, listed: Sequence[Listed], reference: str = "", row: int = 1
) -> Answered:
    """The subject with hits on those parties."""
    result = Result(subject, row, tuple(party.make_hit(subject) for party in listed))
    return Answered(
        result=result,
        document=make_result(result),
        reference=reference,
        parties={party.party: party.make_party() for party in listed},
    )


def screen(
    *listed: Listed,
    subject: Subject = CUSTOMER,
    reference: str = "",
    now: datetime = NOON,
) -> Screening:
    """A recorded screening of one subject that found those parties."""
    answers = [make_answered(subject, listed, reference)]
    sources = {party.source for party in listed}
    return record_screening(make_basis(*sorted(sources)), answers, actor="anna", now=now)


def born(subject: Subject, text: str) -> Subject:
    """The same subject with that date of birth."""
    return replace(subject, born=_date(text))


def get_alert() -> Alert:
    """The only alert there is."""
    return Alert.objects.get()


def _date(text: str) -> PartialDate:
    parsed = parse_date(text)
    assert parsed is not None
    return parsed
