"""From listed parties to labelled cases, the same ones for the same seed in every run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from benchmarks.alterations.case import AlteredCase, ListedName
from benchmarks.alterations.kinds import KINDS, Kind
from benchmarks.alterations.splitting import SPLITS, split_parties
from ostraka.model.name import Name, NameKind
from ostraka.model.party import Party, PartyKind
from ostraka.names import find_country, fold

__all__ = ["SPLITS", "generate_cases"]

_TRIES = 3
_MOST_WORDS = 14
_LEFT_OUT = {NameKind.WEAK_ALIAS}
"""Weak aliases alert only when the user asks for them."""


@dataclass(frozen=True, slots=True)
class _Row:
    party: Party
    name: Name
    listed: ListedName


def generate_cases(
    parties: Sequence[Party],
    *,
    per_kind: int,
    seed: int = 1,
    split: str | None = None,
    kinds: Sequence[Kind] = KINDS,
) -> list[AlteredCase]:
    """At most `per_kind` cases of each kind, of one half or of both.

    A case is left out where the alteration cannot be made, leaves the folded name as it was though
    the kind is meant to change letters, or makes a name that the lists hold already: no reader
    could tell who is meant.
    """
    halves = split_parties(parties)
    taken = {fold(name.text) for party in parties for name in party.names}
    rows = [row for party in parties for row in _list_names(party)]
    rows = [row for row in rows if split in (None, halves[row.party.id])]
    rows.sort(key=lambda row: _hash(seed, row))
    found: list[AlteredCase] = []
    for position, kind in enumerate(kinds):
        start = position * len(rows) // len(kinds)
        cases = _alter_all(kind, rows[start:] + rows[:start], seed, taken)
        for number, (row, altered, born) in enumerate(cases, start=1):
            found.append(_make_case(kind, row, altered, born, halves[row.party.id]))
            if number == per_kind:
                break
    return found


def _list_names(party: Party) -> Iterator[_Row]:
    countries = tuple(
        dict.fromkeys(code for tie in party.countries if (code := find_country(tie.country)))
    )
    texts = tuple(name.text for name in party.names)
    for name in party.names:
        if name.kind in _LEFT_OUT or name.kind is NameKind.ORIGINAL_SCRIPT:
            continue
        given, family = _part(name, party.kind)
        if 0 < len(given + family) <= _MOST_WORDS:
            others = tuple(text for text in texts if text != name.text)
            yield _Row(party, name, ListedName(party.kind, given, family, others, countries))


def _part(name: Name, kind: PartyKind | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given and family words in reading order; a person's last word where the list is silent."""
    words = tuple(name.text.split())
    if kind is not PartyKind.PERSON:
        return (), words
    if name.given and name.family:
        return tuple(name.given.split()), tuple(name.family.split())
    if name.text.count(",") == 1:
        family, given = name.text.split(",")
        return tuple(given.split()), tuple(family.split())
    return words[:-1], words[-1:]


def _alter_all(
    kind: Kind, rows: Sequence[_Row], seed: int, taken: set[str]
) -> Iterator[tuple[_Row, str, str]]:
    for row in rows:
        if not kind.suits(row.listed):
            continue
        random = Random(f"{seed} {kind.name} {row.party.id} {row.name.text}")
        born = _born(row.party)
        if kind.alter_born:
            if born and (other := kind.alter_born(born, random)) and other != born:
                yield row, row.listed.text, other
            continue
        for _ in range(_TRIES):
            altered = kind.alter(row.listed, random)
            if altered and _is_sound(kind, row, altered, taken):
                yield row, altered, born
                break


def _is_sound(kind: Kind, row: _Row, altered: str, taken: set[str]) -> bool:
    if altered in (row.listed.text, row.name.text):
        return kind.is_control
    if kind.keeps_letters:
        return True
    return fold(altered) not in taken and fold(altered) != fold(row.listed.text)


def _make_case(kind: Kind, row: _Row, altered: str, born: str, split: str) -> AlteredCase:
    party = row.party
    return AlteredCase(
        kind=kind.name,
        source=party.source,
        party_id=party.id,
        party_kind=party.kind,
        original=row.name.text,
        altered=altered,
        born_original=_born(party),
        born_altered=born,
        countries=row.listed.countries,
        split=split,
    )


def _born(party: Party) -> str:
    return str(party.born[0]) if party.born else ""


def _hash(seed: int, row: _Row) -> bytes:
    return sha256(f"{seed} {row.party.id} {row.name.text}".encode()).digest()
