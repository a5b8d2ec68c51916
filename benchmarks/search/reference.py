"""nomenklatura logic-v2 behind nomenklatura's own blocking index, on the same parties."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker.index import Index
from nomenklatura.matching.logic_v2.model import LogicV2
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

from benchmarks.cases import Case
from benchmarks.search.shape import Ranking
from ostraka.model.dates import PartialDate, Precision
from ostraka.model.name import NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import CountryRole
from ostraka.names import find_country

CANDIDATES = 50
# The index forgets words that too many of one batch share, so batches are kept small.
BATCH = 250
DATASET = Dataset.make({"name": "lists", "title": "The lists of the benchmark"})

_LISTED_AS = {
    PartyKind.PERSON: "Person",
    PartyKind.ORGANISATION: "Organization",
    PartyKind.VESSEL: "Vessel",
    PartyKind.AIRCRAFT: "Airplane",
}
_ASKED_AS = {
    PartyKind.ORGANISATION: "Company",
    PartyKind.VESSEL: "Vessel",
    PartyKind.AIRCRAFT: "Airplane",
}
_NAMED_BY = {
    NameKind.PRIMARY: "name",
    NameKind.WEAK_ALIAS: "weakAlias",
    NameKind.FORMER: "previousName",
}


class ReferenceSearch:
    """Its index gives at most 50 candidates for a case; logic-v2 scores them all."""

    name = "nomenklatura logic-v2"
    version = version("nomenklatura")
    threshold = 0.7

    def __init__(self, parties: Iterable[Party]) -> None:
        self._entities = {party.id: make_listed(party) for party in parties}
        self._config = LogicV2.default_config()
        store: MemoryStore[Any, Any] = MemoryStore(DATASET, Linker({}))
        with store.writer() as writer:
            for entity in self._entities.values():
                writer.add_entity(entity)
        self._folder = tempfile.TemporaryDirectory()
        options = {"max_candidates": CANDIDATES}
        self._index = Index(store.default_view(), Path(self._folder.name), options)
        self._index.build()

    def search(self, cases: Sequence[Case], *, all_fields: bool) -> list[Ranking]:
        """Every candidate that scores above 0."""
        found: list[Ranking] = []
        for start in range(0, len(cases), BATCH):
            found += self._search_batch(cases[start : start + BATCH], all_fields=all_fields)
        return found

    def _search_batch(self, cases: Sequence[Case], *, all_fields: bool) -> Iterator[Ranking]:
        asked = [make_asked(f"asked-{n}", case, all_fields) for n, case in enumerate(cases)]
        candidates = {str(one.id): near for one, near in self._index.match_entities(asked)}
        for entity in asked:
            near = candidates.get(str(entity.id), [])
            scored = [(self._score(entity, str(one.id)), str(one.id)) for one, _ in near]
            yield sorted((pair for pair in scored if pair[0] > 0), reverse=True)

    def _score(self, asked: StatementEntity, party: str) -> float:
        return float(LogicV2.compare(asked, self._entities[party], self._config).score)


def make_listed(party: Party) -> StatementEntity:
    """Names, dates of birth and countries of a party, in the reference's own vocabulary."""
    schema = _LISTED_AS.get(party.kind, "LegalEntity") if party.kind else "LegalEntity"
    entity = _make_entity(schema, party.id)
    for name in party.names:
        entity.add(_NAMED_BY.get(name.kind, "alias"), _write_name(party, name.text))
    if party.kind is PartyKind.PERSON:
        for born in party.born:
            entity.add("birthDate", list(_write_dates(born)))
    for tie in party.countries:
        if code := find_country(tie.country):
            entity.add(_tie(schema, tie.role), code)
    return entity


def make_asked(key: str, case: Case, all_fields: bool) -> StatementEntity:
    """A case as the reference's own benchmark asks: a person where no kind is stated."""
    schema = _ASKED_AS.get(case.kind, "Person") if case.kind else "Person"
    entity = _make_entity(schema, key)
    entity.add("name", case.name)
    if all_fields and schema == "Person":
        entity.add("birthDate", case.born, fuzzy=True)
        entity.add("nationality", find_country(case.country) or [])
    return entity


def _make_entity(schema: str, key: str) -> StatementEntity:
    return StatementEntity(DATASET, {"schema": schema, "id": key})


def _write_name(party: Party, name: str) -> str:
    """As the reference's own crawlers write it: a person's family name last, without a comma."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and party.kind is PartyKind.PERSON else name


def _tie(schema: str, role: CountryRole) -> str:
    stated = role in {CountryRole.NATIONALITY, CountryRole.CITIZENSHIP}
    return "nationality" if schema == "Person" and stated else "country"


def _write_dates(born: PartialDate) -> Iterator[str]:
    """As the reference's own crawlers write them: a span as each of its years."""
    match born.precision:
        case Precision.DAY:
            yield born.first.isoformat()
        case Precision.MONTH:
            yield born.first.strftime("%Y-%m")
        case _:
            yield from (f"{year:04d}" for year in range(born.first.year, born.last.year + 1))
