"""Which spellings are one name of a person: the classes of the table of given names.

Ids of classes say of what kind they are, so that the matcher can weigh them apart:

- below `FIRST_GENERIC`: spellings of one name, as transliteration makes them (Dmitry, Dmitriy);
- from `FIRST_GENERIC`: spellings and translations of one generic word (see `lexicon`);
- from `FIRST_COGNATE`: forms one name has in several languages (Ivan, John, Juan), which seldom
  are one person;
- from `FIRST_SHORT`: a name and its short forms (Robert, Bob). The id less `FIRST_SHORT` is that of
  the name's spellings, which its short forms do not have: two words that share a class from here
  are kin only where one of them has that lower id as well. Ted and Ned are two people;
- from `FIRST_SYLLABLE`: spellings of one family name or syllable of Chinese and Korean, from
  `FIRST_HANGUL` of one Hangul syllable; from `FIRST_MARK` one class for each syllable of Mandarin,
  which equals nothing else and only says that the word is a syllable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ostraka.names.rows import load_rows

FIRST_GENERIC = 1_000_000
FIRST_COGNATE = 2_000_000
FIRST_SHORT = 3_000_000
FIRST_SYLLABLE = 4_000_000
FIRST_HANGUL = 4_500_000
FIRST_MARK = 4_800_000


@dataclass(frozen=True, slots=True)
class NameClass:
    """Spellings of one name, its short forms, and which row of the table it shares with others.

    `use` is "given", "family" or "syllable".
    """

    spellings: tuple[str, ...]
    short_forms: tuple[str, ...]
    row: int
    use: str


@cache
def load_name_classes() -> tuple[NameClass, ...]:
    """The classes of the table in its order; those of one row are cognates."""
    return tuple(
        _make(part, row, use)
        for row, (parts, use, *_) in enumerate(load_rows("given_names"), start=1)
        for part in parts.split(";")
    )


@cache
def load_groups() -> dict[str, tuple[int, ...]]:
    """Ids of the classes of persons' names that each spelling belongs to, in ascending order."""
    found: dict[str, set[int]] = {}
    for name, group in _memberships():
        found.setdefault(name, set()).add(group)
    return {name: tuple(sorted(groups)) for name, groups in found.items()}


@cache
def load_family_groups(tradition: str, spellings: tuple[str, ...]) -> tuple[int, ...]:
    """Id of the class of family names in that part of the table that has most of the spellings."""
    traditions = [row[2] for row in load_rows("given_names")]
    shared = {
        FIRST_SYLLABLE + number: len({*known.spellings} & {*spellings})
        for number, known in enumerate(load_name_classes(), start=1)
        if known.use == "family"
        and traditions[known.row - 1] == tradition
        and (tradition == "korean" or known.spellings[0] == spellings[0])
    }
    best = max(shared, key=shared.__getitem__, default=0)
    return (best,) if shared.get(best) else ()


@cache
def load_syllable_groups() -> dict[str, int]:
    """The id of the class of spellings of each Hangul syllable of given names."""
    return {row[0]: FIRST_HANGUL + n for n, row in enumerate(load_rows("korean_syllables"))}


@cache
def load_given_names() -> frozenset[str]:
    """Spellings and short forms of given names, without family names and single syllables."""
    given = (known for known in load_name_classes() if known.use == "given")
    return frozenset(name for known in given for name in (*known.spellings, *known.short_forms))


def _make(part: str, row: int, use: str) -> NameClass:
    spellings, _, short_forms = part.partition(">")
    shorts = tuple(short_forms.split("|")) if short_forms else ()
    return NameClass(tuple(spellings.split("|")), shorts, row, use)


def _memberships() -> Iterator[tuple[str, int]]:
    classes = load_name_classes()
    alone = _rows_of_one(classes)
    for number, known in enumerate(classes, start=1):
        own = number if known.use == "given" else FIRST_SYLLABLE + number
        for name in known.spellings:
            yield name, own
            if known.row not in alone:
                yield name, FIRST_COGNATE + known.row
        if known.short_forms:
            for name in (*known.spellings, *known.short_forms):
                yield name, FIRST_SHORT + number
    for number, (_, spellings) in enumerate(load_rows("korean_syllables")):
        for name in spellings.split("|"):
            yield name, FIRST_HANGUL + number
    for number, (syllable,) in enumerate(load_rows("mandarin_syllables")):
        yield syllable, FIRST_MARK + number


def _rows_of_one(classes: tuple[NameClass, ...]) -> frozenset[int]:
    sizes = Counter(known.row for known in classes)
    return frozenset(row for row, size in sizes.items() if size == 1)
