"""One item with its label into values: the same rules for every shape of file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ostraka.model.dates import PartialDate
from ostraka.model.datetext import parse_date
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.place import BirthPlace, CountryRole, CountryTie
from ostraka.model.relation import RelationKind
from ostraka.sources.ofac.labels import Rule, load_refinements
from ostraka.sources.ofac.names import split_person_name
from ostraka.sources.ofac.pieces import Born, Dated, Established, Link, Piece
from ostraka.sources.ofac.shapes import DATE_PATTERN, has_shape, is_country, is_date

_DOCUMENT = re.compile(
    r"(?P<number>.+?)(?: \((?P<country>[^()]*)\))?"
    rf"(?: issued (?P<issued>{DATE_PATTERN}))?(?: expires (?P<expires>{DATE_PATTERN}))?"
)
_NO_COUNTRY = "undetermined"
_SENTENCES = frozenset({"citation", "directive"})
_WALLET = re.compile(r"(?P<currency>[A-Z0-9]{2,6}) (?P<address>\S+)")


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled value, and what the XML shapes state beside it.

    `label` is OFAC's own spelling. `person` says whether a comma in a name parts family from given
    name. `ends_remark` is explained at `Link`.
    """

    rule: Rule
    label: str
    value: str
    origin: Origin
    person: bool = False
    ends_remark: bool = False
    country: str = ""
    issued: str = ""
    expires: str = ""
    note: str = ""


def make_piece(item: Item) -> Piece | None:
    """What the item says, or nothing where its value has not the shape its rule demands."""
    return _MAKERS[item.rule.becomes](item)


def make_other_identifier(label: str, item: Item) -> Identifier | None:
    """An identity document of a type the table does not know, kept under OFAC's word for it."""
    if not has_shape(item.value, "number"):
        return None
    return _identifier(replace(item, label=label), Scheme.OTHER, item.value, item.country)


def _make_identifier(item: Item) -> Identifier | None:
    stated = item if item.country or item.issued or item.expires else _with_document_parts(item)
    if not has_shape(stated.value, item.rule.shape):
        return None
    scheme = _refine(_stated_scheme(item), stated.value, {"", stated.country, stated.note})
    return _identifier(stated, scheme, stated.value, stated.country)


def _stated_scheme(item: Item) -> Scheme:
    of_persons, _, of_others = item.rule.role.partition("/")
    return Scheme(of_others if of_others and not item.person else of_persons)


def _with_document_parts(item: Item) -> Item:
    """The item with number, country and dates told apart, as the remarks join them."""
    found = _DOCUMENT.fullmatch(item.value)
    if found is None:
        return item
    number, country = found["number"], found["country"] or ""
    if country and country != _NO_COUNTRY and not is_country(country):
        number, country = f"{number} ({country})", ""
    return replace(
        item,
        value=number,
        country=country,
        issued=found["issued"] or "",
        expires=found["expires"] or "",
    )


def _identifier(item: Item, scheme: Scheme, value: str, country: str) -> Identifier:
    return Identifier(
        scheme=scheme,
        value=value,
        origin=item.origin,
        label=item.label,
        country="" if country == _NO_COUNTRY else country,
        issued=_read_date(item.issued),
        expires=_read_date(item.expires),
        note=item.note,
    )


def _refine(scheme: Scheme, value: str, issuers: set[str]) -> Scheme:
    for rule in load_refinements():
        fits = rule.scheme in {"*", scheme.value} and rule.issuer in issuers
        if fits and rule.pattern.fullmatch(value):
            return Scheme(rule.becomes)
    return scheme


def _make_wallet(item: Item) -> Identifier | None:
    found = _WALLET.fullmatch(item.value)
    label, address = item.label, item.value
    if found:
        label, address = f"{item.rule.label} - {found['currency']}", found["address"]
    if not has_shape(address, item.rule.shape):
        return None
    return Identifier(Scheme.WALLET, address, item.origin, label=label)


def _make_fact(item: Item) -> Fact | None:
    if not has_shape(item.value, item.rule.shape):
        return None
    # Some sentences end in a stop of their own, which the end of the remarks may have taken away.
    text = item.value.removesuffix(".") if item.rule.shape in _SENTENCES else item.value
    return Fact(Topic(item.rule.role), text, item.origin)


def _make_alias(item: Item) -> Name | None:
    if not has_shape(item.value, item.rule.shape):
        return None
    text = item.value[1:-1].strip()
    family, given = split_person_name(text) if item.person else ("", "")
    return Name(text, NameKind.WEAK_ALIAS, item.origin, given=given, family=family)


def _make_born(item: Item) -> Born | None:
    found = _read_date(item.value)
    return Born(replace(found, origin=item.origin)) if found else None


def _make_established(item: Item) -> Established | None:
    found = _read_date(item.value)
    return Established(replace(found, origin=item.origin)) if found else None


def _read_date(text: str) -> PartialDate | None:
    return parse_date(text) if text and is_date(text) else None


def _make_birth_place(item: Item) -> BirthPlace | None:
    if not has_shape(item.value, item.rule.shape):
        return None
    last = item.value.rpartition(", ")[2]
    return BirthPlace(item.value, item.origin, last if is_country(last) else "")


def _make_country(item: Item) -> CountryTie | None:
    if not has_shape(item.value, item.rule.shape):
        return None
    return CountryTie(item.value, CountryRole(item.rule.role), item.origin)


def _make_gender(item: Item) -> StatedGender | None:
    if not has_shape(item.value, item.rule.shape):
        return None
    return StatedGender(Gender(item.value.lower()), item.origin)


def _make_link(item: Item) -> Link | None:
    if not has_shape(item.value, item.rule.shape):
        return None
    kind = RelationKind(item.rule.role)
    return Link(kind, item.value, item.origin, ends_remark=item.ends_remark)


def _make_dated(item: Item) -> Dated | None:
    found = _read_date(item.value) if has_shape(item.value, item.rule.shape) else None
    if found is None:
        return None
    measure, _, what = item.rule.role.partition(" ")
    return Dated(measure, what, found.first, item.rule.label, item.origin)


_MAKERS: dict[str, Callable[[Item], Piece | None]] = {
    "alias": _make_alias,
    "birth_place": _make_birth_place,
    "born": _make_born,
    "country": _make_country,
    "established": _make_established,
    "fact": _make_fact,
    "gender": _make_gender,
    "identifier": _make_identifier,
    "link": _make_link,
    "stated_date": _make_dated,
    "wallet": _make_wallet,
}
