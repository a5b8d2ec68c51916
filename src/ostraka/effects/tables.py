"""The rule files, read and checked once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from ostraka.effects.periods import Span, earlier, is_empty, later, resolve
from ostraka.effects.rows import Group, Row, Rules, Strict
from ostraka.model.errors import RuleRefused
from ostraka.model.listing import Listing, ListingClass
from ostraka.model.origin import Origin

if TYPE_CHECKING:
    from datetime import date
    from importlib.resources.abc import Traversable

M = TypeVar("M", bound=BaseModel)
FOLDER = "lists"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROBES = (1990, 2021, 2035)
"""Years of listing that periods are compared in; formulas follow the listing, days do not."""


class _File(Strict):
    rules: tuple[Rules, ...]


@cache
def load_rules() -> Mapping[str, Rules]:
    """The rules of every list, by its key.

    Raises:
        RuleRefused: a file that is no table of rules, a list in two places, a row id used twice,
            or rows of one group that speak of the same days.
    """
    found: dict[str, Rules] = {}
    for file in sorted(_folder().joinpath(FOLDER).iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".yml"):
            continue
        for rules in parse_rules(file.read_text("utf-8"), file.name):
            for key in rules.lists:
                if key in found:
                    raise RuleRefused(
                        f"the list {key} has rules in two places",
                        where=file.name,
                        remedy="Keep one of them.",
                    )
                found[key] = rules
    return MappingProxyType(found)


def parse_rules(text: str, name: str) -> tuple[Rules, ...]:
    """The rules of one file, checked.

    Raises:
        RuleRefused: it is not what a file of rules is, or its rows contradict each other.
    """
    rules = parse_table(text, name, _File).rules
    for one in rules:
        _refuse_repeated(one, name)
        for group in one.groups:
            _refuse_overlaps(group, name)
    return rules


def parse_table(text: str, name: str, shape: type[M]) -> M:
    """A YAML file as that shape.

    Raises:
        RuleRefused: it is not, with the place of the first few mistakes.
    """
    try:
        return shape.model_validate(yaml.load(text, Loader=_LOADER))  # noqa: S506 - a safe one
    except (ValidationError, yaml.YAMLError) as error:
        raise RuleRefused(
            _describe(error),
            where=name,
            remedy="Correct the row; every row needs its own id, dates and a citation.",
        ) from error


def load_table(name: str, shape: type[M]) -> M:
    """A file of the folder of rules as that shape."""
    return parse_table(_folder().joinpath(name).read_text("utf-8"), name, shape)


def _folder() -> Traversable:
    return resources.files("ostraka.effects").joinpath("rules")


def _describe(error: ValidationError | yaml.YAMLError) -> str:
    if isinstance(error, yaml.YAMLError):
        return f"not YAML: {error}"
    mistakes = error.errors()[:3]
    return "; ".join(f"{'.'.join(map(str, m['loc']))}: {m['msg']}" for m in mistakes)


def _refuse_repeated(rules: Rules, name: str) -> None:
    ids = [row.id for group in rules.groups for row in group.rows]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise RuleRefused(
            f"the ids {', '.join(twice)} stand twice", where=name, remedy="Give each row its own."
        )


def _refuse_overlaps(group: Group, name: str) -> None:
    for one, other in combinations(group.rows, 2):
        if _share(one.actors, other.actors) and _share(one.activities, other.activities):
            kinds_apart = one.kinds and other.kinds and not _share(one.kinds, other.kinds)
            if not kinds_apart and _meet(one, other):
                raise RuleRefused(
                    f"the rows {one.id} and {other.id} speak of the same days",
                    where=f"{name}, group {group.id}",
                    remedy="End one the day before the other begins, or part their actors.",
                )


def _share(one: Iterable[object], other: Iterable[object]) -> bool:
    return bool(set(one) & set(other))


def _meet(one: Row, other: Row) -> bool:
    from datetime import date

    listing = Listing("probe", "probe", ListingClass.STATUS, Origin("probe", "probe"))
    for year in _PROBES:
        start = date(year, 6, 1)
        span = Span(start, None, start)
        first, last = row_days(one, span, listing)
        first2, last2 = row_days(other, span, listing)
        if is_empty(first, last) or is_empty(first2, last2):
            continue
        if not is_empty(later(first, first2), earlier(last, last2)):
            return True
    return False


def row_days(row: Row, span: Span, listing: Listing) -> tuple[date | None, date | None]:
    """First and last day of a row for a listing of that span, where its formulas are known."""
    from ostraka.effects.periods import DAY

    first = later(span.first, resolve(row.start, span, listing).day)
    end = resolve(row.before, span, listing).day if row.before else None
    return first, earlier(span.last, end - DAY if end else row.until)
