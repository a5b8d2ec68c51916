"""The legacy XML: sdn.xml or consolidated.xml, root `sdnList`, in either of its namespaces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.model.fact import Fact, Topic
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.sources.ofac import ledger as tally
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.entries import (
    find_kind,
    make_address,
    make_item,
    take_item,
    take_remark,
    take_vessel_fields,
)
from ostraka.sources.ofac.finishing import finish_parties
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.names import join_person_name
from ostraka.sources.ofac.omissions import find_legacy_omissions
from ostraka.sources.ofac.programmes import refuse_other_list
from ostraka.sources.ofac.remarks import Remark
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text, children, count_start_tags, iter_records

ROOT = "sdnList"
NAMESPACES = frozenset(
    {
        "http://tempuri.org/sdnList.xsd",
        "https://tempuri.org/sdnList.xsd",
        "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    }
)
"""The namespaces seen; OFAC changed on 2024-05-07."""

_KNOWN = frozenset(
    {
        "uid",
        "firstName",
        "lastName",
        "title",
        "sdnType",
        "remarks",
        "programList",
        "idList",
        "akaList",
        "addressList",
        "nationalityList",
        "citizenshipList",
        "dateOfBirthList",
        "placeOfBirthList",
        "vesselInfo",
    }
)
_ALIAS_KINDS = {
    "a.k.a.": NameKind.ALIAS,
    "f.k.a.": NameKind.FORMER,
    "n.k.a.": NameKind.ALIAS,
}
_LISTS = (
    ("nationalityList", "nationality", "country", "nationality"),
    ("citizenshipList", "citizenship", "country", "citizen"),
    ("dateOfBirthList", "dateOfBirthItem", "dateOfBirth", "DOB"),
    ("placeOfBirthList", "placeOfBirthItem", "placeOfBirth", "POB"),
)


def parse_legacy_xml(file: InputFile, edition: Edition, ledger: Ledger) -> ParsedList:
    """The list in a legacy XML file.

    Raises:
        SourceRefused: not such a file, or of the other list; an entry without uid or name; two
            entries with one uid.
    """
    published: date | None = None
    stated: int | None = None
    drafts: list[Draft] = []
    for element in iter_records(file, root=ROOT, tags=("publshInformation", "sdnEntry")):
        if element.tag == "publshInformation":
            published = _read_date(file, child_text(element, "Publish_Date"))
            stated = _read_count(file, child_text(element, "Record_Count"))
        else:
            drafts.append(_read_entry(file, element, edition, ledger))
    refuse_other_list(drafts, edition, file.name)
    return ParsedList(
        parties=finish_parties(drafts, edition, ledger),
        published=published,
        stated_count=stated,
        counted=count_start_tags(file.data, "sdnEntry"),
        tallies=ledger.all_tallies(),
        warnings=ledger.all_warnings(),
        omits=find_legacy_omissions(edition),
    )


def _read_entry(file: InputFile, entry: Element, edition: Edition, ledger: Ledger) -> Draft:
    uid = child_text(entry, "uid")
    origin = Origin(edition.key, f"{edition.legacy}:{uid}")
    draft = Draft(uid, find_kind(child_text(entry, "sdnType"), uid, ledger), origin)
    name = _read_name(entry, draft, NameKind.PRIMARY, origin)
    if not uid or not name.text:
        raise SourceRefused(
            f"the entry with the uid {uid!r} has no {'name' if uid else 'uid'}",
            where=file.name,
            remedy="The file is damaged or edited; download it again.",
        )
    draft.take(name)
    draft.programmes.extend(tidy(p.text or "") for p in _listed(entry, "programList", "program"))
    _take_fields(draft, entry, ledger)
    _take_aliases(draft, entry, ledger)
    _take_addresses(draft, entry, ledger)
    _take_ids(draft, entry, ledger)
    _take_remarks(draft, entry, ledger)
    for child in entry:
        if child.tag not in _KNOWN:
            ledger.note(f"the element <{child.tag}> is unknown and is left out", uid)
    return draft


def _read_name(entry: Element, draft: Draft, kind: NameKind, origin: Origin) -> Name:
    family, given = tidy(child_text(entry, "lastName")), tidy(child_text(entry, "firstName"))
    text = join_person_name(family, given)
    if not draft.is_person or not given:
        return Name(text, kind, origin)
    return Name(text, kind, origin, given=given, family=family)


def _take_fields(draft: Draft, entry: Element, ledger: Ledger) -> None:
    title = tidy(child_text(entry, "title"))
    if title:
        draft.take(Fact(Topic.POSITION, title, draft.origin))
    for list_name, item_name, value_name, label in _LISTS:
        for item in _listed(entry, list_name, item_name):
            _take_value(draft, label, tidy(child_text(item, value_name)), ledger)
    vessel = entry.find("vesselInfo")
    if vessel is not None:
        fields = {
            "call_sign": "callSign",
            "type": "vesselType",
            "flag": "vesselFlag",
            "owner": "vesselOwner",
            "tonnage": "tonnage",
            "gross_tonnage": "grossRegisteredTonnage",
        }
        take_vessel_fields(draft, {k: tidy(child_text(vessel, v)) for k, v in fields.items()})


def _take_value(draft: Draft, label: str, value: str, ledger: Ledger) -> None:
    origin = replace(draft.origin, raw=value)
    take_item(draft, make_item(label, value, origin, person=draft.is_person), ledger)


def _take_aliases(draft: Draft, entry: Element, ledger: Ledger) -> None:
    for aka in _listed(entry, "akaList", "aka"):
        ledger.count(tally.ALIAS_ROWS)
        word = child_text(aka, "type")
        if word not in _ALIAS_KINDS:
            ledger.note(f"the kind of alias {word!r} is unknown; it is read as an alias", draft.uid)
        kind = _ALIAS_KINDS.get(word, NameKind.ALIAS)
        if child_text(aka, "category") == "weak":
            ledger.count(tally.WEAK_ALIASES)
            kind = NameKind.WEAK_ALIAS
        record = f"{draft.origin.record}/aka/{child_text(aka, 'uid')}"
        name = _read_name(aka, draft, kind, Origin(draft.origin.source, record))
        if name.text:
            draft.take(name)


def _take_addresses(draft: Draft, entry: Element, ledger: Ledger) -> None:
    for item in _listed(entry, "addressList", "address"):
        ledger.count(tally.ADDRESS_ROWS)
        lines = (tidy(child_text(item, f"address{n}")) for n in (1, 2, 3))
        parts = {
            "street": ", ".join(line for line in lines if line),
            "city": tidy(child_text(item, "city")),
            "region": tidy(child_text(item, "stateOrProvince")),
            "postal_code": tidy(child_text(item, "postalCode")),
            "country": tidy(child_text(item, "country")),
        }
        record = f"{draft.origin.record}/address/{child_text(item, 'uid')}"
        address = make_address(parts, Origin(draft.origin.source, record))
        if address is not None:
            ledger.count(tally.ADDRESSES_HELD)
            draft.take(address)


def _take_ids(draft: Draft, entry: Element, ledger: Ledger) -> None:
    """The idList, where OFAC puts every labelled value: documents, gender, websites, clauses."""
    for item in _listed(entry, "idList", "id"):
        label, value = tidy(child_text(item, "idType")), tidy(child_text(item, "idNumber"))
        origin = replace(draft.origin, raw=f"{label} {value}".strip())
        made = replace(
            make_item(label, value, origin, person=draft.is_person),
            country=tidy(child_text(item, "idCountry")),
            issued=tidy(child_text(item, "issueDate")),
            expires=tidy(child_text(item, "expirationDate")),
        )
        take_item(draft, made, ledger)


def _take_remarks(draft: Draft, entry: Element, ledger: Ledger) -> None:
    title = tidy(child_text(entry, "title"))
    remark = Remark(
        tidy(child_text(entry, "remarks")),
        draft.origin.source,
        draft.origin.record,
        person=draft.is_person,
        positions=frozenset((title, *title.split("; "))) if title else frozenset(),
    )
    take_remark(draft, remark, ledger)


def _listed(entry: Element, list_name: str, item_name: str) -> list[Element]:
    return [item for group in children(entry, list_name) for item in children(group, item_name)]


def _read_date(file: InputFile, text: str) -> date:
    month, _, rest = text.partition("/")
    day, _, year = rest.partition("/")
    try:
        return date(int(year), int(month), int(day))
    except ValueError as problem:
        raise SourceRefused(
            f"the date of publication {text!r} is not of the form mm/dd/yyyy",
            where=file.name,
            remedy="Download the file again from OFAC.",
        ) from problem


def _read_count(file: InputFile, text: str) -> int:
    if not text.isdigit():
        raise SourceRefused(
            f"the number of records {text!r} in the header is not a number",
            where=file.name,
            remedy="Download the file again from OFAC.",
        )
    return int(text)
