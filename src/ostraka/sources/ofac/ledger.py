"""What was read, what was left, and what was odd, while a list is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

ALIAS_ROWS = "alias rows"
WEAK_ALIASES = "weak aliases in remarks"
COMMENT_ROWS = "comment rows"
ADDRESS_ROWS = "address rows"
ADDRESSES_HELD = "addresses held"
SEGMENTS = "remark segments"
SEGMENTS_UNDERSTOOD = "remark segments understood"
SEGMENTS_DROPPED = "remark segments dropped"
ITEMS = "labelled items"
ITEMS_UNDERSTOOD = "labelled items understood"
_ALWAYS = (ALIAS_ROWS, WEAK_ALIASES, ADDRESS_ROWS, ADDRESSES_HELD, SEGMENTS, SEGMENTS_UNDERSTOOD)


@dataclass(slots=True)
class Ledger:
    """The counts and warnings of one reading. Warnings name records, never people."""

    tallies: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    _odd: dict[str, tuple[int, str]] = field(default_factory=dict)

    def count(self, name: str, by: int = 1) -> None:
        """Adds to one of the tallies."""
        self.tallies[name] += by

    def warn(self, sentence: str) -> None:
        """Keeps a warning as it stands."""
        self.warnings.append(sentence)

    def note(self, sentence: str, where: str) -> None:
        """Keeps one warning for all records about which the same sentence is true."""
        count, first = self._odd.get(sentence, (0, where))
        self._odd[sentence] = count + 1, first

    def all_tallies(self) -> dict[str, int]:
        """Every tally a reader of any shape states, zero where nothing was counted."""
        return {**dict.fromkeys(_ALWAYS, 0), **self.tallies}

    def all_warnings(self) -> tuple[str, ...]:
        """The warnings in the order they arose; repeated ones once, with count and first place."""
        noted = tuple(
            f"{sentence} ({count} {'entry' if count == 1 else 'entries'}, first {first})"
            for sentence, (count, first) in self._odd.items()
        )
        return (*self.warnings, *noted)
