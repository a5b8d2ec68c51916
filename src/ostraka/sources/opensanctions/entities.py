"""Entities of FollowTheMoney, from JSON Lines to parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ostraka.model.party import PartyKind
from ostraka.sources.opensanctions.entity import Entity, iter_entities
from ostraka.sources.opensanctions.links import Links, gather
from ostraka.sources.opensanctions.party import make_party
from ostraka.sources.reading import InputFile, ParsedList

KINDS: Mapping[str, PartyKind | None] = {
    "Person": PartyKind.PERSON,
    "Company": PartyKind.ORGANISATION,
    "Organization": PartyKind.ORGANISATION,
    "PublicBody": PartyKind.ORGANISATION,
    "LegalEntity": None,  # a person or a body: the schema does not say which
    "Vessel": PartyKind.VESSEL,
    "Airplane": PartyKind.AIRCRAFT,
    "CryptoWallet": PartyKind.WALLET,
    "Security": PartyKind.SECURITY,
}
"""Schemata that can be parties."""


def read_entities(file: InputFile) -> ParsedList:
    """The targets of a file of entities; the others only tell of them.

    Raises:
        SourceRefused: a line that is no entity.
    """
    dropped: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    entities = list(iter_entities(file, dropped))
    links = gather(entities)
    targets = {e.id: e for e in entities if _is_target(e, links) and e.name}
    held = set(targets)
    parties = tuple(make_party(e, KINDS[e.schema], links, held, unknown) for e in targets.values())
    return ParsedList(
        parties=parties,
        published=None,
        counted=sum(bool(line.strip()) for line in file.data.splitlines()),
        tallies={
            "records": len(entities),
            **{f"records of {schema}": n for schema, n in _count_schemata(entities)},
        },
        warnings=tuple(_warn(dropped, unknown)),
    )


def _is_target(entity: Entity, links: Links) -> bool:
    if entity.schema not in KINDS:
        return False
    return entity.target or entity.id in links.sanctions


def _count_schemata(entities: list[Entity]) -> list[tuple[str, int]]:
    return sorted(Counter(entity.schema for entity in entities).items())


def _warn(dropped: Counter[str], unknown: Counter[str]) -> Iterator[str]:
    if dropped:
        names = ", ".join(sorted(dropped))
        yield f"properties are left out that no reader keeps: {names} ({sum(dropped.values())})"
    strange = {k.partition(" ")[2]: n for k, n in unknown.items() if k.startswith("property ")}
    if strange:
        names = ", ".join(sorted(strange))
        yield f"properties without a known meaning are left out: {names} ({sum(strange.values())})"
    rest = ((k, n) for k, n in sorted(unknown.items()) if not k.startswith("property "))
    yield from (f"{what} ({count})" for what, count in rest)
