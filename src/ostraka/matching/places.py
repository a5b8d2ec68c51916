"""Countries, addresses and places of birth held against each other."""

from __future__ import annotations

from functools import lru_cache

from ostraka.names import find_country, fold

_SHORTEST_WORD = 4  # letters of a word that can name a town


def share_place(asked: str, listed: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """The listed place with most words in common, and those words; names of countries aside."""
    words = place_words(asked)
    found = [(place, sorted(words & place_words(place))) for place in listed]
    best = max(found, key=lambda pair: len(pair[1]), default=("", []))
    return (best[0], tuple(best[1])) if best[1] else None


@lru_cache(maxsize=4096)
def place_words(place: str) -> frozenset[str]:
    """Words that can name a city or a street: no numbers, nothing short, no country."""
    parts = [part for part in place.split(",") if not find_country(part)]
    words = fold(" ".join(parts)).split()
    return frozenset(w for w in words if len(w) >= _SHORTEST_WORD and w.isalpha()) - _STREET_WORDS


_STREET_WORDS = frozenset(
    {
        *("street", "road", "avenue", "lane", "building", "floor", "block", "tower", "suite"),
        *("room", "house", "district", "city", "town", "village", "province", "region", "state"),
        *("office", "center", "centre", "central", "north", "south", "east", "west", "area"),
        *("county", "governorate", "municipality", "oblast", "prefecture", "republic"),
    }
)
