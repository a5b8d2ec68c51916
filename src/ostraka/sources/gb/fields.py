"""What a column or an element of a list of the United Kingdom holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ostraka.sources.gb.regimes import letters_of
from ostraka.sources.tables import iter_table


@dataclass(frozen=True, slots=True)
class Field:
    """A field and, where its texts become facts as they stand, the topic of these."""

    name: str
    topic: str

    @property
    def key(self) -> str:
        """The key under which a row holds it."""
        return f"fact_{self.topic}" if self.topic else self.name


def find_field(heading: str) -> Field | None:
    """The field that a heading or an element names, whatever its case and marks.

    >>> find_field("Nationality(/ies)").name
    'nationality'
    """
    return _load_fields().get(letters_of(heading))


@cache
def _load_fields() -> dict[str, Field]:
    rows = iter_table(__package__, "fields.csv")
    return {row["name"]: Field(row["field"], row["topic"]) for row in rows}
