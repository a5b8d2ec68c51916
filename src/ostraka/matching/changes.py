"""What would change the outcome: each fact tried in turn, on the scorer itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ostraka.matching.commonness import weigh_commonness
from ostraka.matching.dates_of_birth import compare_born
from ostraka.matching.evidence import find_most
from ostraka.matching.record import Record
from ostraka.matching.schemes import ONE_TO_A_PARTY
from ostraka.matching.summing import weigh_reasons
from ostraka.matching.weights import Weights
from ostraka.model.dates import PartialDate, Precision
from ostraka.model.fact import Gender
from ostraka.model.hit import Feature, Hit, Reason, total
from ostraka.model.party import PartyKind
from ostraka.model.subject import Subject

_YEARS_TRIED = 9  # on both sides of the listed dates; beyond, dates are far apart anyway
_NOWHERE = "--"  # a country that no list states
_DECIDING, _SUPPORTING = "identifier_equal", ("identifier_weak", "identifier_alone")


def find_changes(
    subject: Subject, record: Record, hit: Hit, weights: Weights, threshold: float
) -> tuple[str, ...]:
    """Sentences on which further facts would take the hit below the threshold, or settle it.

    Every sentence was tried: the score is computed again with that fact in the place of what the
    subject states.
    """
    name = hit.reasons[0]
    common = weigh_commonness(record, name, (name,), weights) is not None
    trial = _Trial(subject, record, hit.reasons, weights, threshold, common)
    if any(reason.finding == _DECIDING for reason in hit.reasons):
        return ("The identifier is the same: no other fact would take it below the threshold.",)
    below = list(_find_below(trial))
    if not below and not trial.stands(_make_opposite(trial)):
        below = ["Only several facts that differ together would take it below the threshold."]
    elif not below:
        below = ["No fact that the list states would, by differing, take it below the threshold."]
    return (*below, *_find_settling(record))


@dataclass(frozen=True, slots=True)
class _Trial:
    """One hit, to be scored again with other facts."""

    subject: Subject
    record: Record
    reasons: Sequence[Reason]
    weights: Weights
    threshold: float
    may_be_common: bool

    def stands(self, subject: Subject, *more: Reason) -> bool:
        """Whether the hit reaches the threshold for this subject and these further reasons."""
        table, name = self.weights.evidence, self.reasons[0]
        same = [r for r in self.reasons if r.finding in _SUPPORTING]
        found = [*(replace(r, weight=table[r.finding]) for r in same), *more]
        agreed = [reason.weight for reason in found]
        most = find_most(subject, self.record, name.weight, agreed, self.weights)
        if most < self.threshold or not self.may_be_common:
            return most >= self.threshold
        reasons = weigh_reasons(subject, self.record, name, found, self.weights)
        return total(reasons) >= self.threshold


def _find_below(trial: _Trial) -> Iterator[str]:
    record, subject = trial.record, trial.subject
    years = _find_years(trial)
    if years:
        yield f"A date of birth outside {years} would take it below the threshold."
    if record.countries and not trial.stands(replace(subject, countries=(_NOWHERE,))):
        yield f"A country other than {', '.join(record.countries)} would take it below."
    opposite = _find_opposite(record)
    if opposite and not trial.stands(replace(subject, gender=opposite)):
        yield f"The gender {opposite.value} would take it below the threshold."
    if record.kind and not trial.stands(replace(subject, kind=_find_other_kind(record.kind))):
        yield f"Being no {record.kind.value} would take it below the threshold."
    for known in record.identifiers:
        if known.scheme in ONE_TO_A_PARTY and not trial.stands(subject, _differ(trial)):
            yield f"Another number than {known.text} would take it below the threshold."
            return


def _find_settling(record: Record) -> Iterator[str]:
    known = next((one for one in record.identifiers if one.decides), None)
    if known:
        yield f"The same {known.text} would settle it."


def _find_years(trial: _Trial) -> str:
    """The years of birth with which the hit stands, empty where none of those tried takes it."""
    born = trial.record.born
    if not born or trial.record.kind not in (PartyKind.PERSON, None):
        return ""
    first = max(1, min(day.first.year for day in born) - _YEARS_TRIED)
    last = min(9999, max(day.last.year for day in born) + _YEARS_TRIED)
    tried = range(first, last + 1)
    if trial.stands(replace(trial.subject, born=_make_year(last))):
        return ""  # it falls with no year: the last is as far from the listed ones as any
    # What a year does follows from the finding it makes, and there are few of these.
    stands: dict[str, bool] = {}
    standing = []
    for year in tried:
        asked = _make_year(year)
        finding, _ = compare_born(asked, born, trial.weights.evidence.__getitem__)
        if finding not in stands:
            stands[finding] = trial.stands(replace(trial.subject, born=asked))
        if stands[finding]:
            standing.append(year)
    return write_years(standing)


def write_years(years: Sequence[int]) -> str:
    """Ascending years as spans.

    >>> write_years([1952, 1953, 1954, 1960])
    '1952-1954 and 1960'
    """
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    written = (str(s[0]) if len(s) == 1 else f"{s[0]}-{s[-1]}" for s in spans)
    return " and ".join(written)


def _make_opposite(trial: _Trial) -> Subject:
    """The subject with everything the list states, differing."""
    record = trial.record
    days = [day.last for day in record.born]
    born = _make_year(min(9999, max(days).year + 2 * _YEARS_TRIED)) if days else None
    return replace(
        trial.subject,
        born=born,
        countries=(_NOWHERE,),
        gender=_find_opposite(record),
        address="",
        birth_place="",
        kind=_find_other_kind(record.kind) if record.kind else None,
    )


def _differ(trial: _Trial) -> Reason:
    row = "identifier_differs"
    return Reason(Feature.IDENTIFIER, "", "", trial.weights.evidence[row], "", finding=row)


def _find_opposite(record: Record) -> Gender | None:
    return next((g for g in Gender if record.genders and g not in record.genders), None)


def _find_other_kind(kind: PartyKind) -> PartyKind:
    return PartyKind.ORGANISATION if kind is PartyKind.PERSON else PartyKind.PERSON


@lru_cache(maxsize=256)
def _make_year(year: int) -> PartialDate:
    return PartialDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
