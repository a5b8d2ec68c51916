"""The rules of ownership as dated, cited rows, read from `rules/*.yml` and checked when read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise

from ostraka.model.errors import RuleRefused
from ostraka.model.ownership import Interest, OpenQuestion, Regime
from ostraka.ownership.rule_rows import RuleFile, RuleRow


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: what reaches a company that no list names, for one regime and one period.

    `limits` holds the least total, in billionths of a per cent, that is enough for each kind of
    interest; `open_limits` those for interests of which the law does not say that they count.
    `since` and `until` are the first and the last day, `None` where the row has no such end.
    `doubt` is a reading under which the row does not apply, empty where there is none.
    """

    id: str
    regime: Regime
    since: date | None
    until: date | None
    propagates: bool
    limits: Mapping[Interest, int]
    open_limits: Mapping[Interest, int]
    several: str
    concert: str
    influence: bool
    consolidation: bool
    foreign_only: bool
    citation: str
    verified: bool
    text: str
    doubt: str
    notes: tuple[str, ...]
    open_questions: frozenset[OpenQuestion]

    def in_force(self, day: date) -> bool:
        """Whether the day lies in the period of the row, its ends included."""
        starts = self.since is None or self.since <= day
        return starts and (self.until is None or day <= self.until)


@cache
def load_rules() -> Mapping[Regime, tuple[Rule, ...]]:
    """The rows of every regime in the order of their periods, as the package has them.

    Raises:
        RuleRefused: A row is incomplete, or two rows overlap, or a day between two has none.
    """
    import yaml

    folder = files("ostraka.ownership") / "rules"
    texts = {
        entry.name: entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".yml")
    }
    read = [read_rules(name, yaml.safe_load(text)) for name, text in sorted(texts.items())]
    found = {regime: rows for part in read for regime, rows in part.items()}
    missing = [regime.value for regime in Regime if regime not in found]
    if missing:
        raise RuleRefused(
            f"there is no rule for {', '.join(missing)}",
            where="ownership/rules",
            remedy="Add a file with a row for every regime.",
        )
    return found


def read_rules(name: str, content: object) -> Mapping[Regime, tuple[Rule, ...]]:
    """The rows of one file, checked.

    Raises:
        RuleRefused: As `load_rules` says.
    """
    from pydantic import ValidationError

    try:
        read = RuleFile.model_validate(content)
    except ValidationError as invalid:
        first = invalid.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RuleRefused(
            f"{place}: {first['msg']}",
            where=name,
            remedy="Every row has an id, its period, a citation, `verified`, and a text.",
        ) from invalid
    rules = tuple(_make_rule(read.regime, row) for row in read.rows)
    check_periods(rules, name)
    return {read.regime: rules, **{other: _rename(rules, other) for other in read.likewise}}


def get_rule(regime: Regime, day: date) -> Rule:
    """The row of that regime for that day; there is one for every day."""
    return next(rule for rule in load_rules()[regime] if rule.in_force(day))


def check_periods(rules: Sequence[Rule], where: str) -> None:
    """Returns where every day has exactly one row.

    Raises:
        RuleRefused: Two rows overlap, or a day has none.
    """
    for earlier, later in pairwise(rules):
        if earlier.until is None or later.since is None or later.since <= earlier.until:
            raise RuleRefused(
                f"the periods of {earlier.id} and {later.id} overlap",
                where=where,
                remedy="Let the earlier row end on the day before the later one begins.",
            )
        if (later.since - earlier.until).days != 1:
            raise RuleRefused(
                f"no row holds for the days between {earlier.id} and {later.id}",
                where=where,
                remedy="Add a row for them, if only one that says that no rule was found.",
            )
    if not rules or rules[0].since is not None or rules[-1].until is not None:
        raise RuleRefused(
            "the first row must have no beginning and the last no end",
            where=where,
            remedy="Write `from: null` in the first row and `until: null` in the last.",
        )


def _make_rule(regime: Regime, row: RuleRow) -> Rule:
    return Rule(
        id=row.id,
        regime=regime,
        since=row.since,
        until=row.until,
        propagates=row.propagates,
        limits={kind: limit.least for kind, limit in row.limits.items()},
        open_limits={kind: limit.least for kind, limit in row.open_limits.items()},
        several=row.several,
        concert=row.concert,
        influence=row.influence,
        consolidation=row.consolidation,
        foreign_only=row.foreign_only,
        citation=" ".join(row.citation.split()),
        verified=row.verified,
        text=" ".join(row.text.split()),
        doubt=" ".join(row.doubt.split()),
        notes=tuple(" ".join(note.split()) for note in row.notes),
        open_questions=frozenset(_find_open(row)),
    )


def _rename(rules: Iterable[Rule], regime: Regime) -> tuple[Rule, ...]:
    from dataclasses import replace

    return tuple(replace(rule, regime=regime, id=f"{regime.value}-{rule.id}") for rule in rules)


def _find_open(row: RuleRow) -> Iterable[OpenQuestion]:
    if not row.propagates:
        return
    yield OpenQuestion.TREASURY
    if row.open_limits:
        yield OpenQuestion.VOTES
    if row.several == "open":
        yield OpenQuestion.SEVERAL
    if row.concert == "open":
        yield OpenQuestion.CONCERT
    if row.foreign_only:
        yield OpenQuestion.US_CONDUIT
    if row.influence or row.consolidation:
        yield OpenQuestion.CONTROL
