"""The Advanced XML: SDN_ADVANCED.XML or CONS_ADVANCED.XML, root `Sanctions`.

Parties, documents, ties and lists stand in separate blocks that refer to one another by ID. The
file is read once, block by block; of 127 MB only the values are kept, never the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.ofac.advanced_blocks import (
    Document,
    Entry,
    Tie,
    read_document,
    read_entry,
    read_tie,
)
from ostraka.sources.ofac.advanced_party import Surroundings, read_profile
from ostraka.sources.ofac.advanced_reference import (
    References,
    read_day,
    read_place,
    read_references,
)
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.entries import (
    make_item,
    note_unknown_lists,
    take_item,
    take_remark,
)
from ostraka.sources.ofac.finishing import finish_parties
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.pieces import Link
from ostraka.sources.ofac.programmes import refuse_other_list
from ostraka.sources.ofac.remarks import Remark
from ostraka.sources.ofac.ties import find_relation_kind
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text, children, count_start_tags, iter_records

ROOT = "Sanctions"
NAMESPACES = frozenset(
    {
        "http://www.un.org/sanctions/1.0",
        "https://www.un.org/sanctions/1.0",
        "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML",
    }
)
"""The namespaces seen; OFAC changed on 2024-05-07."""


@dataclass(slots=True)
class _Reading:
    """The blocks read so far; what refers to a party waits until all parties are known."""

    edition: Edition
    ledger: Ledger
    file: InputFile
    published: date | None = None
    references: References = field(default_factory=lambda: References({}))
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    by_identity: dict[str, Draft] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def parse_advanced_xml(file: InputFile, edition: Edition, ledger: Ledger) -> ParsedList:
    """The list in an Advanced XML file.

    Raises:
        SourceRefused: not such a file, or the other list; a party without ID or name; two parties
            with one ID.
    """
    reading = _Reading(edition, ledger, file)
    for element in iter_records(file, root=ROOT, tags=tuple(_BLOCKS)):
        _BLOCKS[str(element.tag)](reading, element)
    _settle(reading)
    refuse_other_list(reading.drafts, edition, file.name)
    return ParsedList(
        parties=finish_parties(reading.drafts, edition, ledger),
        published=reading.published,
        counted=count_start_tags(file.data, "DistinctParty"),
        tallies=ledger.all_tallies(),
        warnings=ledger.all_warnings(),
    )


def _read_date_of_issue(reading: _Reading, element: Element) -> None:
    reading.published = read_day(element)


def _read_reference_sets(reading: _Reading, element: Element) -> None:
    reading.references = read_references(element)


def _read_location(reading: _Reading, element: Element) -> None:
    reading.places[element.get("ID", "")] = read_place(element, reading.references)


def _read_party(reading: _Reading, element: Element) -> None:
    around = Surroundings(reading.edition, reading.references, reading.places, reading.ledger)
    comment = tidy(child_text(element, "Comment"))
    for profile in children(element, "Profile"):
        draft = read_profile(profile, around)
        if not draft.uid or not draft.names:
            raise SourceRefused(
                f"the profile {draft.uid!r} has no {'name' if draft.uid else 'ID'}",
                where=reading.file.name,
                remedy="The file is damaged or edited; download it again.",
            )
        remark = Remark(comment, draft.origin.source, draft.origin.record, draft.is_person)
        take_remark(draft, remark, reading.ledger)
        reading.drafts.append(draft)
        for identity in children(profile, "Identity"):
            reading.by_identity[identity.get("ID", "")] = draft


_BLOCKS: dict[str, Callable[[_Reading, Element], None]] = {
    "DateOfIssue": _read_date_of_issue,
    "ReferenceValueSets": _read_reference_sets,
    "Location": _read_location,
    "IDRegDocument": lambda reading, element: reading.documents.append(
        read_document(element, reading.references)
    ),
    "DistinctParty": _read_party,
    "ProfileRelationship": lambda reading, element: reading.ties.append(
        read_tie(element, reading.references)
    ),
    "SanctionsEntry": lambda reading, element: reading.entries.append(
        read_entry(element, reading.references)
    ),
}


def _settle(reading: _Reading) -> None:
    """Gives every party the documents, ties and lists that refer to it."""
    by_profile = {draft.uid: draft for draft in reading.drafts}
    for document in reading.documents:
        _give_document(reading.by_identity.get(document.identity), document, reading.ledger)
    for tie in reading.ties:
        draft = by_profile.get(tie.profile)
        if draft is not None:
            origin = replace(draft.origin, raw=tie.label)
            kind = find_relation_kind(tie.label, draft.uid, reading.ledger)
            draft.take(Link(kind, "", origin, uid=tie.other, former=tie.former))
    for entry in reading.entries:
        draft = by_profile.get(entry.profile)
        if draft is not None:
            draft.entries[entry.list] = entry.entry
            draft.programmes.extend(p for p in entry.programmes if p not in draft.programmes)
            note_unknown_lists(draft, reading.ledger)


def _give_document(draft: Draft | None, document: Document, ledger: Ledger) -> None:
    if draft is None:
        ledger.note("an identity document belongs to no party and is left out", document.identity)
        return
    origin = replace(draft.origin, raw=f"{document.label} {document.number}".strip())
    item = replace(
        make_item(document.label, document.number, origin, person=draft.is_person),
        country=document.country,
        issued=document.issued,
        expires=document.expires,
        note=document.note,
    )
    take_item(draft, item, ledger, document=True)
