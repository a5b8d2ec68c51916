"""Which parties of the stakes a name or an id means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ostraka.ownership.readers.keys import COMPANIES_HOUSE, fold
from ostraka.ownership.stakes import Listed, Stakes


class Naming:
    """Parties by id and by name; spaces and case make no difference, anything else does.

    A company of the British register is known by its bare number, too, also where it has a name.
    """

    def __init__(self, stakes: Stakes) -> None:
        self._keys: dict[str, set[str]] = defaultdict(set)
        for key in _all_keys(stakes):
            self._keys[fold(key)].add(key)
            if key.startswith(COMPANIES_HOUSE):
                self._keys[fold(key.removeprefix(COMPANIES_HOUSE))].add(key)
        for key, name in stakes.names.items():
            self._keys[fold(name)].add(key)

    def keys(self, text: str) -> list[str]:
        """The keys of that name or id, sorted; the folded text itself where nobody has it."""
        return self.find(text) or [fold(text)]

    def find(self, text: str) -> list[str]:
        """The keys of that name or id, sorted; none where nobody has it."""
        return sorted(self._keys.get(fold(text), ()))

    def resolve(self, listed: Iterable[Listed]) -> Iterator[Listed]:
        """The listings by the keys of the stakes; a name of several parties lists each of them."""
        for entry in listed:
            for key in self.keys(entry.party):
                yield entry._replace(party=key)


def name_as_given(stakes: Stakes, texts: Iterable[str]) -> Stakes:
    """The same stakes, with names for those asked about that are in none of them."""
    extra = {fold(text): " ".join(text.split()) for text in texts}
    return replace(stakes, names={**extra, **stakes.names})


def _all_keys(stakes: Stakes) -> Iterator[str]:
    for stake in stakes.stakes:
        yield stake.owner
        yield stake.owned
