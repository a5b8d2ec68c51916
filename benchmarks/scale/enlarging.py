"""Real lists made larger: invented names put together from the words of the real ones.

Every word is drawn from the words that stand at its place in real names of the same kind and
script, as often as it stands there, so that common words stay as common as they are. New words do
not come: a real list of a million names has more rare ones, which make it easier to search.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.alterations.party_making import is_latin
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind

REAL_NAMES = 24_000
_SOURCE = "us_ofac_sdn"  # a list that a home may hold, so that commands can be run on them
_Place = tuple[PartyKind | None, str, bool]


@dataclass(frozen=True, slots=True)
class _Template:
    """A real name as the places of its words; `comma` is how many stand before the comma, or 0."""

    party: Party
    name: Name
    places: tuple[_Place, ...]
    comma: int


def sample_real(parties: Sequence[Party], names: int, seed: int) -> list[Party]:
    """Parties with about so many names together, the same ones for the same seed."""
    chance = random.Random(seed)
    kept, total = [], 0
    for party in chance.sample(parties, len(parties)):
        if total + len(party.names) <= names:
            kept.append(party)
            total += len(party.names)
    return kept


def enlarge(real: Sequence[Party], names: int, seed: int) -> Iterator[Party]:
    """The real parties, then invented ones of one name each, until there are so many names.

    No two invented names are equal, nor one equal to a real one. A larger size begins with the
    parties of a smaller one.
    """
    yield from real
    chance = random.Random(seed)
    templates, pools = _take_apart(real)
    seen = {name.text.casefold() for party in real for name in party.names}
    made = sum(len(party.names) for party in real)
    while made < names:
        template = chance.choice(templates)
        text = _put_together(template, [chance.choice(pools[place]) for place in template.places])
        if text.casefold() in seen:
            continue
        seen.add(text.casefold())
        made += 1
        yield _make_party(template, text, made, chance.choice(templates).party)


def _take_apart(real: Sequence[Party]) -> tuple[list[_Template], dict[_Place, list[str]]]:
    templates: list[_Template] = []
    pools: dict[_Place, list[str]] = {}
    for party in real:
        for name in party.names:
            family, comma, given = name.text.partition(",")
            before = family.split()
            words = before + given.split()
            if len(words) < 2:
                continue
            cut = len(before) if comma else 0
            places = tuple(_find_places(party.kind, words, cut))
            templates.append(_Template(party, name, places, cut))
            for place, word in zip(places, words, strict=True):
                pools.setdefault(place, []).append(word)
    return templates, pools


def _find_places(kind: PartyKind | None, words: Sequence[str], comma: int) -> Iterator[_Place]:
    for at, word in enumerate(words):
        if comma:
            part = "family" if at < comma else "given"
        else:
            part = "first" if at == 0 else "last" if at == len(words) - 1 else "middle"
        yield kind, part, is_latin(word)


def _put_together(template: _Template, words: Sequence[str]) -> str:
    if not template.comma:
        return " ".join(words)
    return f"{' '.join(words[: template.comma])}, {' '.join(words[template.comma :])}"


def _make_party(template: _Template, text: str, number: int, other: Party) -> Party:
    """As the template's party is, with the invented name; born as another one of its kind."""
    party = template.party
    native = template.name.kind is NameKind.ORIGINAL_SCRIPT
    kind = NameKind.ORIGINAL_SCRIPT if native else NameKind.PRIMARY
    origin = Origin(_SOURCE, f"made-{number}")
    return replace(
        party,
        id=f"{_SOURCE}:made-{number}",
        source=_SOURCE,
        names=(Name(text, kind, origin),),
        listings=party.listings[:1],
        identifiers=(),
        addresses=(),
        born=other.born if other.kind is party.kind else party.born,
        relations=(),
        facts=(),
    )
