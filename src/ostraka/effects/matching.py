"""Which groups of rules hold for a listing."""

from __future__ import annotations

import re
from functools import lru_cache

from ostraka.effects.question import Case
from ostraka.effects.rows import Rules, Selector


def find_groups(case: Case, rules: Rules) -> tuple[int, ...]:
    """The numbers of the groups of `rules` that hold for the listing of `case`."""
    found = [
        index
        for index, group in enumerate(rules.groups)
        if not group.fallback and fits(group.when, case)
    ]
    if any(_is_specific(rules.groups[index].when) for index in found):
        return tuple(found)
    return (
        *found,
        *(
            index
            for index, group in enumerate(rules.groups)
            if group.fallback and fits(group.when, case)
        ),
    )


def fits(when: Selector, case: Case) -> bool:
    """Whether a listing is one that the selector means."""
    listing = case.listing
    if when.programmes and listing.programme not in when.programmes:
        return False
    if when.classes and listing.listing_class not in when.classes:
        return False
    if when.words and not any(_pattern(when.words).search(text) for text in _words(case)):
        return False
    return not when.clauses or any(_pattern(when.clauses).search(text) for text in case.clauses)


def _is_specific(when: Selector) -> bool:
    return bool(when.programmes or when.words or when.classes)


def _words(case: Case) -> tuple[str, ...]:
    acts = case.listing.acts
    stated = tuple(text for act in acts for text in (act.instrument, *act.measures) if text)
    return (*stated, *case.words)


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
