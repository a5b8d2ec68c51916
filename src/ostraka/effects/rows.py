"""The shape of a rule row, checked when a file of rules is read."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from itertools import product
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ostraka.model.effect import Activity, Actor, Verdict
from ostraka.model.listing import ListingClass
from ostraka.model.party import PartyKind

FORMULA = re.compile(r"^(?:stated:(?P<stated>\w+)\|)?listing(?:\+(?P<days>\d+))?$")


def _all_of(term: type[Actor]) -> BeforeValidator:
    return BeforeValidator(lambda given: list(term) if given == "everyone" else given)


def _as_text(given: object) -> object:
    return given.isoformat() if isinstance(given, date) else given


Actors = Annotated[tuple[Actor, ...], _all_of(Actor)]
When = Annotated[str, BeforeValidator(_as_text)]


class Strict(BaseModel):
    """A value of a rules file; a key that is not known is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Doubt(Strict):
    """Something of a row that nobody has read at its source. A bare citation does not weaken."""

    what: Literal["effect", "date", "threshold", "citation"]
    note: str = Field(min_length=5)


class Row(Strict):
    """One rule: who may not do what, from when, until when, and where that is laid down.

    `from` and `before` are a day, or a formula: `listing`, `listing+60`, or
    `stated:effective|listing+60`, which takes the entry's own date and compares. `until` is a last
    day. `open` says what the law or the facts leave open, as readings.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    actors: Actors
    activities: tuple[Activity, ...] = Field(min_length=1)
    verdict: Verdict
    start: When = Field("listing", alias="from")
    before: When | None = None
    until: date | None = None
    kinds: tuple[PartyKind, ...] = ()
    text: str = Field(min_length=10)
    citation: str = Field(min_length=3)
    unverified: tuple[Doubt, ...] = ()
    readings: tuple[str, ...] = ()
    duty: str = ""

    @property
    def verified(self) -> bool:
        """Whether effect, date and threshold were read at their source."""
        return all(doubt.what == "citation" for doubt in self.unverified)

    @model_validator(mode="after")
    def _dates_are_dates(self) -> Self:
        for text in (self.start, self.before):
            if text is not None and not FORMULA.match(text):
                date.fromisoformat(text)
        if self.before and self.until:
            raise ValueError(f"{self.id}: `before` and `until` say the same twice; keep one")
        return self


class Selector(Strict):
    """Which listings of a list a group of rows holds for; what is left out does not matter.

    `words` and `clauses` are patterns that one of the entry's words or clauses fits.
    """

    programmes: tuple[str, ...] = ()
    classes: tuple[ListingClass, ...] = ()
    words: str = ""
    clauses: str = ""


class Group(Strict):
    """Rows for one class of listing. `fallback` rows hold where no other group does."""

    id: str
    when: Selector = Selector()
    fallback: bool = False
    rows: tuple[Row, ...] = ()

    @cached_property
    def by_question(self) -> dict[tuple[Actor, Activity], tuple[Row, ...]]:
        """The rows by the actor and the activity that they speak of."""
        found: dict[tuple[Actor, Activity], tuple[Row, ...]] = {}
        for row in self.rows:
            for asked in product(row.actors, row.activities):
                found[asked] = (*found.get(asked, ()), row)
        return found


class Ending(Strict):
    """The end of a programme: from that day on its listings have no effect by it."""

    programmes: tuple[str, ...] = Field(min_length=1)
    ended: date
    text: str = Field(min_length=10)
    citation: str = Field(min_length=3)
    unverified: tuple[Doubt, ...] = ()

    @property
    def verified(self) -> bool:
        """Whether effect and day were read at their source."""
        return all(doubt.what == "citation" for doubt in self.unverified)


class Note(Strict):
    """A caveat shown with an answer that the list has a part in."""

    actors: Actors = tuple(Actor)
    activities: tuple[Activity, ...] = tuple(Activity)
    kinds: tuple[PartyKind, ...] = ()
    start: date | None = Field(None, alias="from")
    text: str = Field(min_length=10)
    citation: str = Field(min_length=3)


class Rules(Strict):
    """The rules of one or several lists that share them.

    `binds` are the actors whom the lists address at all. `scope` says what a listing does and does
    not do. `sets` only gives names to sequences that rows repeat. `affiliates` says that a listing
    reaches companies by their tie to the one named, whatever they hold or are called.
    """

    lists: tuple[str, ...] = Field(min_length=1)
    authority: str
    binds: Actors
    scope: str = Field(min_length=10)
    citation: str = Field(min_length=3)
    affiliates: bool = False
    sets: dict[str, list[str]] = {}
    groups: tuple[Group, ...] = Field(min_length=1)
    endings: tuple[Ending, ...] = ()
    notes: tuple[Note, ...] = ()
