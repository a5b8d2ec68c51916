"""For comparison only: the search that OFAC publishes the rules of, on the names of an index.

OFAC FAQ 249 says how Sanctions List Search scores: Jaro-Winkler over the whole name, and over each
part of it together with Soundex; the higher of both counts, 0 to 100. What the FAQ leaves open is
read here as follows: a part typed counts with the best Jaro-Winkler of the listed parts that sound
like it by Soundex, 0 where none does; the parts typed are averaged; names are compared in capitals
without punctuation. The tool itself may differ. Nothing but the name is looked at.

Jaro: JASA 84 (1989), 414-420. Winkler: Survey Research Methods Section, ASA (1990), 354-359.
Soundex: as the US National Archives describe it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ostraka.matching.index import Index
from ostraka.matching.record import Record
from ostraka.model.hit import Closeness, Feature, Hit, Reason
from ostraka.model.subject import Subject
from ostraka.names import fold

_PREFIX, _PREFIX_WEIGHT = 4, 0.1
_DIGITS = {
    letter: digit
    for digit, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), start=1)
    for letter in letters
}


def find_hits_as_ofac(
    index: Index, subjects: Sequence[Subject], *, threshold: float
) -> list[list[Hit]]:
    """For each subject every party whose best name scores 100 times the threshold, best first.

    Every name of every party is compared, weak aliases among them: slow.
    """
    records = [index.record(owner) for owner in range(len(index))]
    return [_find(s.name, records, threshold) if s.name else [] for s in subjects]


def score_as_ofac(query: str, listed: str) -> int:
    """The score of two names, 0 to 100.

    >>> score_as_ofac("Shohrat Zakir", "ZAKIR, Shohrat")
    100
    """
    asked, known = fold(query), fold(listed)
    return round(100 * max(jaro_winkler(asked, known), _score_parts(asked, known)))


@lru_cache(maxsize=1 << 16)
def jaro_winkler(left: str, right: str) -> float:
    """The similarity of two strings, 0 to 1, with a prefix of up to four letters favoured.

    >>> round(jaro_winkler("martha", "marhta"), 4), round(jaro_winkler("dixon", "dicksonx"), 4)
    (0.9611, 0.8133)
    """
    jaro = _jaro(left, right)
    same = [one == other for one, other in zip(left[:_PREFIX], right[:_PREFIX], strict=False)]
    prefix = same.index(False) if False in same else len(same)
    return jaro + prefix * _PREFIX_WEIGHT * (1 - jaro)


@lru_cache(maxsize=1 << 16)
def soundex(word: str) -> str:
    """The letter and three digits by which a word sounds; empty without a Latin letter.

    >>> soundex("Robert"), soundex("Rupert"), soundex("Ashcraft"), soundex("Tymczak")
    ('R163', 'R163', 'A261', 'T522')
    """
    letters = [letter for letter in word.lower() if "a" <= letter <= "z"]
    if not letters:
        return ""
    code, last = letters[0].upper(), _DIGITS.get(letters[0])
    for letter in letters[1:]:
        digit = _DIGITS.get(letter)
        if digit and digit != last:
            code += str(digit)
        if letter not in "hw":  # they do not part two letters of one sound
            last = digit
    return (code + "000")[:4]


def _jaro(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    reach = max(len(left), len(right)) // 2 - 1
    taken: set[int] = set()
    matched = []
    for place, letter in enumerate(left):
        near = range(max(0, place - reach), min(len(right), place + reach + 1))
        found = next((at for at in near if at not in taken and right[at] == letter), None)
        if found is not None:
            taken.add(found)
            matched.append(letter)
    if not matched:
        return 0.0
    others = (right[at] for at in sorted(taken))
    swapped = sum(one != other for one, other in zip(matched, others, strict=True)) / 2
    count = len(matched)
    return (count / len(left) + count / len(right) + (count - swapped) / count) / 3


def _score_parts(asked: str, known: str) -> float:
    parts, listed = asked.split(), known.split()
    if not parts:
        return 0.0
    return sum(_score_part(part, listed) for part in parts) / len(parts)


def _score_part(part: str, listed: Sequence[str]) -> float:
    sound = soundex(part)
    return max((jaro_winkler(part, one) for one in listed if soundex(one) == sound), default=0.0)


def _find(name: str, records: Sequence[Record], threshold: float) -> list[Hit]:
    hits = []
    for record in records:
        score, listed = max((score_as_ofac(name, one), one) for one in record.names)
        if score >= 100 * threshold:
            hits.append(_make_hit(name, record, listed, score))
    return sorted(hits, key=lambda hit: (-hit.score, hit.party))


def _make_hit(name: str, record: Record, listed: str, score: int) -> Hit:
    detail = f"{score} of 100 as OFAC FAQ 249 describes its search; for comparison only"
    closeness = Closeness.EQUAL if fold(name) == fold(listed) else Closeness.CLOSE
    return Hit(
        party=record.id,
        source=record.source,
        kind=record.kind,
        listing_class=min((x.listing_class for x in record.listings), key=lambda c: c.strictness),
        name=record.name,
        matched_name=listed,
        score=score / 100,
        closeness=closeness,
        reasons=(Reason(Feature.NAME, name, listed, score / 100, detail),),
        listings=record.listings,
        linked=record.linked,
    )
