"""Listings of the United Kingdom: one for each regime of a designation, with its dated acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ostraka.model.listing import Act, ActKind, Listing
from ostraka.model.origin import Origin
from ostraka.model.programme import Programme
from ostraka.sources.gb.regimes import class_of, find_measure, find_regime
from ostraka.sources.gb.texts import clean, find_uk_day

_AUTHORITY = "UK Foreign, Commonwealth and Development Office"
_EXIT = date(2020, 12, 31)
"""Regulations of the United Kingdom took over that day; acts before it rest on earlier ones."""

_DATES = ("designated", "uk_designated", "last_updated")


@dataclass(slots=True)
class Regimes:
    """Regimes of one designation with the days stated beside each, and its measures."""

    days: dict[str, dict[str, dict[date, None]]] = field(default_factory=dict)
    measures: dict[str, None] = field(default_factory=dict)
    designated_by: str = ""
    reference: str = ""

    def take(self, row: Mapping[str, str]) -> None:
        """Adds the regime, days and measures of one row."""
        regime = clean(row.get("regime", ""))
        if regime:
            held = self.days.setdefault(regime, {})
            for name in _DATES:
                day = find_uk_day(row.get(name, ""))
                if day:
                    held.setdefault(name, {})[day] = None
        for text in re.split(r"[|;]", row.get("measures", "")):
            if words := clean(text):
                known = find_measure(words)
                self.measures[known.name if known else words] = None
        self.designated_by = clean(row.get("designated_by", "")) or self.designated_by
        self.reference = clean(row.get("un_reference", "")) or self.reference

    def make_listings(
        self, origin: Origin, odd: Counter[str], published: date | None
    ) -> Iterator[Listing]:
        """One listing for each regime; an unknown one is kept by its words and freezes assets.

        The legal basis is that of the day the list was published.
        """
        for measure in self.measures:
            if find_measure(measure) is None:
                odd[f"measure {measure!r} is new; it weakens no listing"] += 1
        for words in self.days or {"": {}}:
            regime = find_regime(words)
            if regime is None:
                odd[f"regime {words!r} is new; read as an asset freeze"] += 1
            yield self._make_listing(words, regime, origin, published)

    def _make_listing(
        self, words: str, regime: Programme | None, origin: Origin, published: date | None
    ) -> Listing:
        by = f" (designated by the {self.designated_by})" if self.designated_by == "UN" else ""
        return Listing(
            list=origin.source,
            authority=(regime.authority if regime else _AUTHORITY) + by,
            listing_class=class_of(self.measures, regime),
            origin=Origin(origin.source, origin.record, words),
            programme=regime.code if regime else words,
            legal_basis=_basis(regime, published) if regime else (),
            acts=tuple(self._make_acts(words, regime, origin)),
        )

    def _make_acts(self, words: str, regime: Programme | None, origin: Origin) -> Iterator[Act]:
        days = self.days.get(words, {})
        listed = min(days.get("designated", ()), default=None)
        other = min(days.get("uk_designated", ()), default=None)
        stated = f"UK Sanctions List: designated {other}" if other and other != listed else ""
        usual = regime.measures if regime else ()
        yield Act(
            ActKind.DESIGNATE,
            origin,
            on=listed,
            instrument="; ".join(_basis(regime, listed)) if regime else words,
            citation="; ".join(filter(None, (self.reference, stated))),
            measures=tuple(self.measures) or usual,
        )
        updated = max(days.get("last_updated", ()), default=None)
        if updated and (listed is None or updated > listed):
            yield Act(ActKind.AMEND, origin, on=updated)


def _basis(regime: Programme, on: date | None) -> tuple[str, ...]:
    if regime.earlier and on and on < _EXIT:
        return regime.earlier
    return (regime.title, *regime.legal_basis)
