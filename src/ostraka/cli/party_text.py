"""One party as text for a person: sections that have something to say, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typer

from ostraka.cli.basis import describe_omissions
from ostraka.cli.wording import describe_class, describe_listing, describe_since, name_kind
from ostraka.cli.writing import visible
from ostraka.matching.record import display_name
from ostraka.model.dates import PartialDate
from ostraka.model.identifier import Identifier
from ostraka.model.listing import Act, Listing
from ostraka.model.name import Name
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.relation import Relation
from ostraka.model.snapshot import Snapshot
from ostraka.sources.programme_map import get_programme


def write_party(party: Party, snapshot: Snapshot) -> list[str]:
    """Everything the list says about the party, section by section."""
    name = display_name(party)
    lines = [
        f"{typer.style(visible(name), bold=True)}  ({name_kind(party.kind)})",
        *([f"listed as {visible(party.name)}"] if name != party.name else []),
        visible(
            f"{party.id}, record {party.origin.record}, as published "
            f"{snapshot.published.isoformat()} (snapshot {snapshot.id[:12]})"
        ),
        *([f"This snapshot was {gaps}."] if (gaps := describe_omissions(snapshot.omits)) else []),
    ]
    for title, entries in _sections(party):
        shown = [visible(entry) for entry in entries]
        if shown:
            lines += ["", typer.style(title, bold=True), *(f"  {entry}" for entry in shown)]
    return lines


def _sections(party: Party) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Listings", [line for listing in party.listings for line in _write_listing(listing)]
    yield "Names", [_write_name(name) for name in party.names]
    yield "Born", [_write_date(born) for born in party.born]
    yield (
        "Place of birth",
        [_join(p.text, p.country) + _read_in(p.origin) for p in party.birth_places],
    )
    yield "Gender", [g.gender.value + _read_in(g.origin) for g in party.genders]
    yield "Established", [_write_date(day) for day in party.established]
    yield (
        "Countries",
        [f"{tie.country} ({_words(tie.role)}){_read_in(tie.origin)}" for tie in party.countries],
    )
    yield "Identifiers", [_write_identifier(i) for i in party.identifiers]
    yield "Addresses", [_join(a.full, a.note) + _read_in(a.origin) for a in party.addresses]
    yield "Relations", [_write_relation(r) for r in party.relations]
    yield (
        "What else the list says",
        [f"{_words(f.topic)}: {f.text}{_read_in(f.origin)}" for f in party.facts],
    )


def _write_listing(listing: Listing) -> Iterator[str]:
    yield describe_listing(listing)
    yield f"  class  {describe_class(listing.listing_class)}"
    yield f"  since  {describe_since(listing)}"
    programme = get_programme(listing)
    if programme.title not in ("", listing.programme, *programme.legal_basis):
        yield f"  for    {programme.title}"
    if programme.legal_basis:
        yield f"  basis  {'; '.join(programme.legal_basis)}"
    if programme.measures:
        yield f"  means  {'; '.join(programme.measures)}"
    for act in listing.acts:
        yield f"  act    {_write_act(act)}"
    for clause in listing.clauses:
        yield f"  clause {_words(clause.kind)}: {clause.text}"
    yield f"  read in {listing.origin.record}"


def _write_act(act: Act) -> str:
    parts = [_words(act.kind)]
    parts += [act.on.isoformat()] if act.on else ["no date stated"]
    parts += [f"effective {act.effective.isoformat()}"] if act.effective else []
    parts += [f"published {act.published.isoformat()}"] if act.published else []
    parts += [part for part in (act.instrument, act.citation, *act.measures) if part]
    return ", ".join(parts)


def _write_date(stated: PartialDate) -> str:
    read_in = _read_in(stated.origin) if stated.origin else ""
    return f"{stated}{_quote(stated.raw, str(stated))}{read_in}"


def _write_name(name: Name) -> str:
    marks = [_words(name.kind), name.script, name.language]
    return f"{name.text} ({', '.join(mark for mark in marks if mark)}){_read_in(name.origin)}"


def _write_identifier(identifier: Identifier) -> str:
    label = identifier.label or _words(identifier.scheme)
    parts = [identifier.country, identifier.note]
    parts += [f"issued {identifier.issued}"] if identifier.issued else []
    parts += [f"expires {identifier.expires}"] if identifier.expires else []
    detail = ", ".join(part for part in parts if part)
    text = f"{label}: {identifier.value}" + (f" ({detail})" if detail else "")
    return text + _read_in(identifier.origin)


def _write_relation(relation: Relation) -> str:
    percent = ""
    if relation.percent_min is not None:
        percent = f", {relation.percent_min:g} to {relation.percent_max or 100:g} %"
    other = f"{relation.other_name} [{relation.other}]" if relation.other else relation.other_name
    former = "formerly " if relation.former else ""
    return f"{former}{_words(relation.kind)} {other}{percent}{_read_in(relation.origin)}"


def _read_in(origin: Origin) -> str:
    raw = f" as {origin.raw!r}" if origin.raw else ""
    return f"  <- {origin.record}{raw}" if origin.record else ""


def _quote(raw: str, text: str) -> str:
    return f" (as written: {raw})" if raw and raw != text else ""


def _join(text: str, more: str) -> str:
    return f"{text} ({more})" if more else text


def _words(term: str) -> str:
    return str(term).replace("_", " ")
