"""One target of the Swiss list, as a party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import Act, ActKind, Listing, ListingClass
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind
from ostraka.sources.ch_seco import details
from ostraka.sources.ch_seco.names import read_names, read_titles
from ostraka.sources.ch_seco.programmes import Context, Programme
from ostraka.sources.dating import find_day
from ostraka.sources.registry import get_source
from ostraka.sources.special import is_special_field
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text

SOURCE = "ch_seco"
_AUTHORITY = "State Secretariat for Economic Affairs (SECO)"
_LAW = "Embargo Act of 22 March 2002, SR 946.231"
_OBJECTS = {"vessel": PartyKind.VESSEL, "ship": PartyKind.VESSEL, "aircraft": PartyKind.AIRCRAFT}
_SUBJECTS = ("individual", "entity", "object")
_READ = frozenset(
    {
        *("identity", "justification", "relation", "other-information"),
        *("sanctions-set-id", "foreign-identifier", "modification"),
        *_SUBJECTS,
    }
)


def make_party(element: Element, key: str, context: Context, unknown: Counter[str]) -> Party | None:
    """The party of a target, or `None` where it has no name; `unknown` counts what is new."""
    origin = Origin(SOURCE, f"target/{key}")
    maps = get_source(SOURCE).maps
    subject = next((c for tag in _SUBJECTS for c in element.iterchildren(tag)), element)
    identities = list(subject.iterchildren("identity"))
    names = read_names(identities, maps["name_kind"], origin, unknown)
    if not names:
        return None
    person = subject.tag == "individual"
    words = list(details.read_words(subject, origin, person=person))
    dates = tuple(dict.fromkeys(details.read_dates(identities, origin)))
    papers = details.read_papers(identities, maps["scheme"], origin)
    return Party(
        id=f"{SOURCE}:{key}",
        source=SOURCE,
        kind=_find_kind(subject, unknown),
        names=names,
        listings=_make_listings(element, context, maps["act"], origin, unknown),
        origin=origin,
        identifiers=tuple(
            dict.fromkeys(
                (
                    *_read_references(element, origin),
                    *papers,
                    *(word for word in words if isinstance(word, Identifier)),
                )
            )
        ),
        addresses=tuple(details.read_addresses(identities, context, origin)),
        countries=tuple(_read_countries(identities, origin)),
        born=dates if person else (),
        birth_places=tuple(details.read_birth_places(identities, context, origin)),
        genders=tuple(
            StatedGender(Gender(str(sex)), origin)
            for sex in (subject.get("sex"),)
            if sex in set(Gender)
        ),
        established=() if person else dates,
        relations=tuple(_read_relations(subject, origin)),
        facts=(
            *(Fact(Topic.TITLE, title, origin) for title in read_titles(identities)),
            *(word for word in words if isinstance(word, Fact)),
            *_read_new(element, subject, origin, unknown),
        ),
    )


def _find_kind(subject: Element, unknown: Counter[str]) -> PartyKind | None:
    if subject.tag == "individual":
        return PartyKind.PERSON
    if subject.tag == "entity":
        return PartyKind.ORGANISATION
    word = str(subject.get("object-type", ""))
    if word not in _OBJECTS:
        unknown[f"the object type {word!r} is new; its targets are of no kind"] += 1
    return _OBJECTS.get(word)


def _make_listings(
    element: Element,
    context: Context,
    kinds: Mapping[str, str],
    origin: Origin,
    unknown: Counter[str],
) -> tuple[Listing, ...]:
    """One listing for each set of sanctions that the target is in."""
    numbers = [str(element.get("sanctions-set-id", ""))]
    numbers += [tidy(c.text or "") for c in element.iterchildren("sanctions-set-id")]
    acts = tuple(_read_acts(element, kinds, origin, unknown))
    stated = [number for number in dict.fromkeys(numbers) if number] or [""]
    return tuple(_make_listing(context.programmes.get(n), n, acts, origin, unknown) for n in stated)


def _make_listing(
    programme: Programme | None,
    number: str,
    acts: tuple[Act, ...],
    origin: Origin,
    unknown: Counter[str],
) -> Listing:
    if programme is None:
        unknown["a target points to a set of sanctions that the file does not hold"] += 1
    basis = (programme.name, programme.set, programme.origin) if programme else ()
    return Listing(
        list=SOURCE,
        authority=_AUTHORITY,
        listing_class=ListingClass.ASSET_FREEZE,
        origin=origin,
        programme=(programme.key or programme.name) if programme else number,
        legal_basis=(*dict.fromkeys(text for text in basis if text), _LAW),
        acts=acts,
    )


def _read_acts(
    element: Element, kinds: Mapping[str, str], origin: Origin, unknown: Counter[str]
) -> Iterator[Act]:
    """The modifications in order of the day they take effect."""
    changes = [
        (_day(c, "effective-date") or _day(c, "enactment-date"), place, c)
        for place, c in enumerate(element.iterchildren("modification"))
    ]
    for effective, _, change in sorted(changes, key=lambda entry: (str(entry[0] or ""), entry[1])):
        word = str(change.get("modification-type", ""))
        if word not in kinds:
            unknown[f"the modification {word!r} is new; it is read as an amendment"] += 1
        on = _day(change, "enactment-date") or effective
        yield Act(
            ActKind(kinds.get(word, "amend")),
            origin,
            on=effective if kinds.get(word) == "remove" else on,
            effective=effective if effective != on else None,
            published=_day(change, "publication-date"),
        )


def _day(element: Element, name: str) -> date | None:
    return find_day(str(element.get(name, "")))


def _read_references(element: Element, origin: Origin) -> Iterator[Identifier]:
    reference = tidy(child_text(element, "foreign-identifier"))
    if reference:
        yield Identifier(Scheme.LIST_REFERENCE, reference, origin, label="foreign identifier")


def _read_countries(identities: list[Element], origin: Origin) -> Iterator[CountryTie]:
    found = {
        str(country.get("iso-code") or tidy(country.text or ""))
        for identity in identities
        for nationality in identity.iterchildren("nationality")
        for country in nationality.iterchildren("country")
    }
    for code in sorted(filter(None, found)):
        yield CountryTie(code, CountryRole.NATIONALITY, origin)


def _read_relations(subject: Element, origin: Origin) -> Iterator[Relation]:
    for element in subject.iterchildren("relation"):
        other = str(element.get("target-id", ""))
        words = tidy(" ".join(map(str, element.itertext())))
        if other:
            kind = str(element.get("relation-type", ""))
            raw = Origin(origin.source, origin.record, words or kind)
            yield Relation(RelationKind.LINKED_TO, other, raw, other=f"{SOURCE}:{other}")


def _read_new(
    element: Element, subject: Element, origin: Origin, unknown: Counter[str]
) -> Iterator[Fact]:
    """Elements that the schema did not have when this was written: kept, never dropped."""
    inner = () if subject is element else subject.iterchildren()
    for child in (*element.iterchildren(), *inner):
        tag = str(child.tag)
        if tag in _READ:
            continue
        if is_special_field(tag.replace("-", " ")):
            unknown[f"element {tag} is left out: no reader keeps such data"] += 1
            continue
        unknown[f"element {tag} is new; kept as a remark"] += 1
        text = tidy(" ".join(map(str, child.itertext())))
        if text:
            yield Fact(Topic.REMARK, f"{tag}: {text}", origin)
