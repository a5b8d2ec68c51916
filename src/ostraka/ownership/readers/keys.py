"""How a name becomes the key of a party: spaces and case make no difference."""

from __future__ import annotations

import unicodedata

COMPANIES_HOUSE = "GB-COH:"
"""Stands before the number of a British company in its key; the code of the register in org-id."""


def fold(name: str) -> str:
    """The name with its case and its spaces made even.

    >>> fold("  Acme   Trading LTD ")
    'acme trading ltd'
    """
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


class Names:
    """Keys by name, and the name of each key, for files that know parties by name only.

    Of several spellings of a key the first in the order of the alphabet is kept, so that the order
    of rows changes nothing.
    """

    def __init__(self) -> None:
        self.shown: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def key(self, text: str) -> str:
        """The key of that name; the empty string for a blank."""
        found = self._keys.get(text)
        if found is None:
            found = self._keys[text] = fold(text)
            name = " ".join(text.split())
            self.shown[found] = min(self.shown.get(found, name), name)
        return found
