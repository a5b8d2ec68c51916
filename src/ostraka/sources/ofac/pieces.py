"""What one item of an entry becomes: values of the vocabulary, and a few that need their party."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ostraka.model.dates import PartialDate
from ostraka.model.fact import Fact, StatedGender
from ostraka.model.identifier import Identifier
from ostraka.model.listing import Clause
from ostraka.model.name import Name
from ostraka.model.origin import Origin
from ostraka.model.place import Address, BirthPlace, CountryTie
from ostraka.model.relation import RelationKind


@dataclass(frozen=True, slots=True)
class Born:
    """A possible date of birth."""

    date: PartialDate


@dataclass(frozen=True, slots=True)
class Established:
    """A date of establishment."""

    date: PartialDate


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another party, named by uid where the shape has one, else by name only.

    `ends_remark` is true where the name stood before the full stop that ends all remarks: OFAC
    writes no second stop after "CO., LTD.", so the stop may belong to the name.
    """

    kind: RelationKind
    name: str
    origin: Origin
    uid: str = ""
    former: bool = False
    ends_remark: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A date stated for one measure: the day of listing, of effect, or the end of divestment.

    `measure` is a part of the programme's tag (`CMIC`, `EO14024`); `label` is OFAC's own.
    """

    measure: str
    what: str
    on: date
    label: str
    origin: Origin


Piece = (
    Name
    | Identifier
    | Fact
    | CountryTie
    | BirthPlace
    | Address
    | StatedGender
    | Clause
    | Born
    | Established
    | Link
    | Dated
)
