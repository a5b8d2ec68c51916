"""The Enhanced XML: CONS_ENHANCED.XML or SDN_ENHANCED.XML, root `sanctionsData`."""

from __future__ import annotations

from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.edition import Edition
from ostraka.sources.ofac.enhanced_entity import read_day, read_entity
from ostraka.sources.ofac.finishing import finish_parties
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.programmes import refuse_other_list
from ostraka.sources.reading import InputFile, ParsedList
from ostraka.sources.xmlstream import Element, child_text, count_start_tags, iter_records

ROOT = "sanctionsData"
NAMESPACES = frozenset(
    {"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"}
)
"""The namespaces seen."""


def parse_enhanced_xml(file: InputFile, edition: Edition, ledger: Ledger) -> ParsedList:
    """The list in an Enhanced XML file.

    Raises:
        SourceRefused: not such a file, a delta instead of a list, or the other list; an entry
            without uid or name; two entries with one uid.
    """
    published: date | None = None
    drafts: list[Draft] = []
    for element in iter_records(file, root=ROOT, tags=("publicationInfo", "entity")):
        if element.tag == "publicationInfo":
            published = read_day(child_text(element, "dataAsOf"))
        else:
            _refuse_delta(file, element)
            draft = read_entity(element, edition, ledger)
            _refuse_nameless(file, draft)
            drafts.append(draft)
    refuse_other_list(drafts, edition, file.name)
    return ParsedList(
        parties=finish_parties(drafts, edition, ledger),
        published=published,
        counted=count_start_tags(file.data, "entity"),
        tallies=ledger.all_tallies(),
        warnings=ledger.all_warnings(),
    )


def _refuse_delta(file: InputFile, entity: Element) -> None:
    if entity.get("action"):
        raise SourceRefused(
            "this is a file of changes (delta), not a whole list",
            where=file.name,
            remedy="Import the whole list; a delta alone would drop every party it does not name.",
        )


def _refuse_nameless(file: InputFile, draft: Draft) -> None:
    if not draft.uid or not draft.primary_name:
        raise SourceRefused(
            f"the entity with the id {draft.uid!r} has no {'primary name' if draft.uid else 'id'}",
            where=file.name,
            remedy="The file is damaged or edited; download it again.",
        )
