"""Every kind of alteration: what it is called, whom it suits, and the function that makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.alterations import (
    birth_dates,
    characters,
    organisations,
    person_names,
    scripts,
    spellings,
    typos,
    word_order,
)
from benchmarks.alterations.case import ListedName
from ostraka.model.party import PartyKind

Alter = Callable[[ListedName, Random], str]
AlterBorn = Callable[[str, Random], str]
_P, _O, _V = PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.VESSEL
_ANY = frozenset({_P, _O, _V, None})
_PERSON, _ORGANISATION, _VESSEL = frozenset({_P}), frozenset({_O}), frozenset({_V})


def keep_name(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """The name as the list has it, in reading order: a control, and what altered dates stand by."""
    return name.text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of alteration and the names it is made of.

    `least_words` and `least_letters` keep out names so short that a person could not undo the
    alteration. `keeps_letters` kinds change only how a name is written: folding may undo them.
    `without_native` kinds are screened against an index that has no name in another script.
    """

    name: str
    alter: Alter
    parties: frozenset[PartyKind | None] = _ANY
    least_words: int = 2
    least_letters: int = 8
    keeps_letters: bool = False
    is_control: bool = False
    without_native: bool = False
    alter_born: AlterBorn | None = None

    def suits(self, name: ListedName) -> bool:
        """Whether the name is of a party of these kinds, and long enough."""
        least_words = 1 if name.kind is PartyKind.VESSEL else self.least_words
        return (
            name.kind in self.parties
            and len(name.words) >= least_words
            and name.letters >= self.least_letters
        )


def _typo(name: str, alter: Alter) -> Kind:
    return Kind(name, alter)


def _written(name: str, alter: Alter) -> Kind:
    return Kind(name, alter, keeps_letters=True)


def _person(name: str, alter: Alter, least_words: int = 2) -> Kind:
    return Kind(name, alter, _PERSON, least_words)


def _company(name: str, alter: Alter) -> Kind:
    return Kind(name, alter, _ORGANISATION)


def _date(name: str, alter: AlterBorn) -> Kind:
    return Kind(name, keep_name, _PERSON, alter_born=alter)


KINDS: tuple[Kind, ...] = (
    Kind("unaltered", keep_name, keeps_letters=True, is_control=True),
    _typo("letter substituted", typos.substitute_letter),
    _typo("keyboard neighbour", typos.hit_neighbour_key),
    _typo("letter inserted", typos.insert_letter),
    _typo("letter deleted", typos.delete_letter),
    _typo("letters swapped", typos.swap_letters),
    _typo("letter doubled", typos.double_letter),
    _typo("double made single", typos.make_double_single),
    _typo("vowel replaced", typos.replace_vowel),
    Kind("two typos", typos.make_two_typos, least_letters=16),
    Kind("family name first", word_order.put_family_first, _PERSON, keeps_letters=True),
    Kind("family name, comma", word_order.put_family_first_with_comma, _PERSON, keeps_letters=True),
    Kind("given names permuted", word_order.permute_given, _PERSON, 3, keeps_letters=True),
    _typo("words joined", word_order.join_words),
    _typo("word split", word_order.split_word),
    _written("hyphen added", word_order.add_hyphen),
    _written("hyphen removed", word_order.remove_hyphen),
    _typo("hyphenated words joined", word_order.join_hyphenated),
    _person("middle name dropped", person_names.drop_middle, 3),
    _person("middle name added", person_names.add_middle),
    _person("patronymic dropped", person_names.drop_patronymic, 3),
    _person("patronymic added", person_names.add_patronymic),
    _person("middle initials", person_names.make_middle_initials, 3),
    _person("given initial", person_names.make_first_initial),
    _person("nickname", person_names.use_nickname),
    _person("title added", person_names.add_title),
    _person("honorific dropped", person_names.drop_honorific),
    _person("particle dropped", person_names.drop_particle),
    _person("particle added", person_names.add_particle),
    Kind("particle joined", person_names.join_particle, _PERSON),
    _person("Cyrillic romanised anew", spellings.respell_cyrillic),
    _person("Arabic romanised anew", spellings.respell_arabic),
    Kind("Chinese romanised anew", spellings.respell_chinese, _PERSON, 2, 5),
    Kind("Korean romanised anew", spellings.respell_korean, _PERSON, 2, 5),
    Kind(
        "original script, listed",
        scripts.use_original_script,
        _PERSON | _ORGANISATION,
        1,
        5,
        keeps_letters=True,
    ),
    Kind(
        "original script, not listed",
        scripts.use_original_script,
        _PERSON,
        2,
        5,
        keeps_letters=True,
        without_native=True,
    ),
    _written("homoglyphs", characters.use_homoglyphs),
    _written("diacritics dropped", characters.drop_diacritics),
    _written("diacritics added", characters.add_diacritics),
    _written("letters lost as ?", characters.lose_letters),
    _written("odd spaces", characters.use_odd_spaces),
    _written("punctuation", characters.add_punctuation),
    _written("case", characters.change_case),
    Kind("legal form respelt", organisations.respell_form, _ORGANISATION, keeps_letters=True),
    _company("legal form dropped", organisations.drop_form),
    _company("words abbreviated", organisations.abbreviate),
    _company("and or &", organisations.change_and),
    _company("numbers in words", organisations.change_numbers),
    Kind("acronym dotted", organisations.dot_acronym, _ORGANISATION, keeps_letters=True),
    _company("acronym appended", organisations.append_acronym),
    _company("the added or dropped", organisations.change_the),
    Kind("ship prefix", organisations.add_ship_prefix, _VESSEL, 1, 3),
    _date("day and month swapped", birth_dates.swap_day_and_month),
    _date("year off by one", birth_dates.move_year),
    _date("year only", birth_dates.keep_year),
    _date("month off by one", birth_dates.move_month),
    _date("day off by one", birth_dates.move_day),
)
