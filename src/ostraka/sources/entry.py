"""One entry of a list while its rows are read: every value once, in the order it came."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ostraka.model.dates import PartialDate
from ostraka.model.fact import Fact, StatedGender
from ostraka.model.identifier import Identifier
from ostraka.model.listing import Listing
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryTie
from ostraka.model.relation import Relation
from ostraka.sources.packed_names import is_latin

Value = (
    Address
    | BirthPlace
    | CountryTie
    | Fact
    | Identifier
    | Listing
    | Relation
    | StatedGender
    | PartialDate
)
"""Anything an entry holds besides names."""

_SHELVES: dict[type, str] = {
    Address: "addresses",
    BirthPlace: "birth_places",
    CountryTie: "countries",
    Fact: "facts",
    Identifier: "identifiers",
    Listing: "listings",
    PartialDate: "born",
    Relation: "relations",
    StatedGender: "genders",
}
_STRENGTH = (
    NameKind.PRIMARY,
    NameKind.ORIGINAL_SCRIPT,
    NameKind.ALIAS,
    NameKind.FORMER,
    NameKind.WEAK_ALIAS,
)


@dataclass(slots=True)
class Entry:
    """What has been read of one entry; `make_party` hands it on when all is read."""

    source: str
    key: str
    kind: PartyKind | None
    origin: Origin
    names: dict[str, Name] = field(default_factory=dict)
    values: dict[str, dict[Value, None]] = field(default_factory=dict)
    established: dict[PartialDate, None] = field(default_factory=dict)

    def add_name(self, name: Name) -> None:
        """Keeps a name; of one text the strongest kind, and another script as such."""
        if not any(c.isalnum() for c in name.text):
            return
        held = self.names.get(name.text)
        if held is None or _STRENGTH.index(name.kind) < _STRENGTH.index(held.kind):
            self.names[name.text] = name

    def add(self, *values: Value) -> None:
        """Keeps values, each once."""
        for value in values:
            self.values.setdefault(_SHELVES[type(value)], {})[value] = None

    def make_party(self) -> Party:
        """The party, its primary name first; a second primary name becomes an alias."""
        held = {shelf: tuple(values) for shelf, values in self.values.items()}
        return Party(
            id=f"{self.source}:{self.key}",
            source=self.source,
            kind=self.kind,
            names=_order_names(self.names),
            origin=self.origin,
            established=tuple(self.established),
            **{"listings": (), **held},  # type: ignore[arg-type]  # shelves hold their own types
        )


def kind_by_script(text: str, kind: NameKind) -> NameKind:
    """The kind of a name, another script of a good alias being told by its letters.

    >>> str(kind_by_script("Зор", NameKind.ALIAS)), str(kind_by_script("Зор", NameKind.WEAK_ALIAS))
    ('original_script', 'weak_alias')
    """
    native = kind is NameKind.ALIAS and not is_latin(text)
    return NameKind.ORIGINAL_SCRIPT if native else kind


def _order_names(names: dict[str, Name]) -> tuple[Name, ...]:
    found = list(names.values())
    first = next((n for n in found if n.kind is NameKind.PRIMARY), None)
    if first is None:
        lead = next((n for n in found if n.kind is NameKind.ALIAS), found[0])
        first = replace(lead, kind=NameKind.PRIMARY)
        found = [first if n is lead else n for n in found]
    rest = (n for n in found if n is not first)
    return (first, *(_demoted(n) for n in rest))


def _demoted(name: Name) -> Name:
    return replace(name, kind=NameKind.ALIAS) if name.kind is NameKind.PRIMARY else name
