"""Drafts into parties, once the whole file is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ostraka.model.errors import SourceRefused
from ostraka.model.party import Party
from ostraka.model.relation import Relation
from ostraka.sources.ofac.draft import Draft
from ostraka.sources.ofac.edition import Edition, get_other
from ostraka.sources.ofac.ledger import Ledger
from ostraka.sources.ofac.listings import make_directive_facts, make_listings
from ostraka.sources.ofac.pieces import Link

_ABBREVIATION = re.compile(r"(?:\b(?:LTD|LTDA|CO|INC|CORP|BHD|CIA|BROS|JR|SR)|[. ][A-Z])$")


@dataclass(frozen=True, slots=True)
class Register:
    """Who is in the file: primary names by uid, and uids by primary name."""

    names: dict[str, str]
    uids: dict[str, list[str]]


def finish_parties(drafts: Sequence[Draft], edition: Edition, ledger: Ledger) -> tuple[Party, ...]:
    """The parties of the file, with the ties between them resolved.

    Raises:
        SourceRefused: two entries with one uid.
    """
    register = _make_register(drafts, edition)
    return tuple(_finish(draft, edition, register, ledger) for draft in drafts)


def _make_register(drafts: Sequence[Draft], edition: Edition) -> Register:
    names: dict[str, str] = {}
    uids: dict[str, list[str]] = defaultdict(list)
    for draft in drafts:
        if draft.uid in names:
            raise SourceRefused(
                f"the uid {draft.uid} stands in the file twice",
                where=edition.key,
                remedy="Download the file again; OFAC never gives two entries one uid.",
            )
        names[draft.uid] = draft.primary_name
        uids[draft.primary_name].append(draft.uid)
    return Register(names, uids)


def _finish(draft: Draft, edition: Edition, register: Register, ledger: Ledger) -> Party:
    relations = (_resolve(link, edition, register) for link in draft.links)
    return Party(
        id=f"{edition.key}:{draft.uid}",
        source=edition.key,
        kind=draft.kind,
        names=tuple(draft.names),
        listings=make_listings(draft, edition, ledger),
        origin=draft.origin,
        identifiers=tuple(draft.identifiers),
        addresses=tuple(draft.addresses),
        countries=tuple(draft.countries),
        born=tuple(dict.fromkeys(draft.born)),
        birth_places=tuple(draft.birth_places),
        genders=tuple(dict.fromkeys(draft.genders)),
        established=tuple(dict.fromkeys(draft.established)),
        relations=tuple(dict.fromkeys(relations)),
        facts=(*draft.facts, *make_directive_facts(draft, edition)),
    )


def _resolve(link: Link, edition: Edition, register: Register) -> Relation:
    other, name = _find_other(link, edition, register)
    return Relation(
        link.kind,
        name,
        link.origin,
        other=other,
        former=link.former,
    )


def _find_other(link: Link, edition: Edition, register: Register) -> tuple[str | None, str]:
    """The id of the other party where it is certain, and its name.

    Both files number parties alike, so a uid that is not in this file is in the other.
    """
    if link.uid:
        here = link.uid in register.names
        source = edition if here else get_other(edition)
        name = register.names.get(link.uid) or link.name or f"uid {link.uid}"
        return f"{source.key}:{link.uid}", name
    spellings = (f"{link.name}.", link.name) if link.ends_remark else (link.name,)
    for spelling in spellings:
        found = register.uids.get(spelling, [])
        if found:
            return (f"{edition.key}:{found[0]}" if len(found) == 1 else None), spelling
    keeps_stop = link.ends_remark and _ABBREVIATION.search(link.name)
    return None, f"{link.name}." if keeps_stop else link.name
