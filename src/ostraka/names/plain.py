"""The short way to read a name of plain words, which most names of people in Latin letters are.

A word is plain where no rule of this room looks at more than the word itself: it is no part of a
legal form, no numeral, no prefix of a ship, begins no title of two words, and so on. A name of
plain words alone has one reading, which is put together from what is known of each word. Tests hold
it to the long way.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import add

from ostraka.model.party import PartyKind
from ostraka.names.acronyms import mark_repeated
from ostraka.names.descent import is_patronymic, load_descent, mark_descent
from ostraka.names.former import MARKING
from ostraka.names.latin_habits import SERVANTS, from_wade_giles
from ostraka.names.legal_forms import load_legal_forms
from ostraka.names.lexicon import load_evident_words, load_phrases, load_words
from ostraka.names.numerals import load_numerals
from ostraka.names.organisations import cut_off_letters
from ostraka.names.persons import GENERATIONS, LEADING, person_token
from ostraka.names.slips import find_intended, load_long_words
from ostraka.names.tokens import Token, TokenRole
from ostraka.names.vessels import PREFIX_STARTS, PREFIXES

# Capitals elsewhere show a legal form or two words; dots, digits and apostrophes have rules.
_PLAIN = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+)(?:[ ,-]+(?:[A-Z]?[a-z]+|[A-Z]+))*", re.ASCII)


def read_plainly(text: str, kind: PartyKind | None) -> tuple[Token, ...] | None:
    """The one reading of a name of plain words, `None` where a word or sign of it is not plain.

    >>> [token.text for token in read_plainly("QUELLHORST, Mira", None) or ()]
    ['quellhorst', 'mira']
    >>> read_plainly("Quellhorst Ltd", None) is None
    True
    """
    if not _PLAIN.fullmatch(text):
        return None
    words = text.lower().replace("-", " ").replace(",", " ").split()
    known = [plain for word in words if (plain := _find_plain(word))]
    if len(known) < len(words) or not load_long_words().isdisjoint(map(add, words, words[1:])):
        return None
    if "-" in text and from_wade_giles(text):
        return None
    tokens, telling = zip(*known, strict=True)
    if True in telling:
        tokens = mark_descent(tokens)
    return mark_repeated(tokens) if kind is None else tokens


@lru_cache(maxsize=1 << 17)
def _find_plain(word: str) -> tuple[Token, bool] | None:
    """The token of a plain word, and whether it may tell whose child somebody is."""
    if len(word) < 2 or word in _load_special() or find_intended(word):
        return None
    if cut_off_letters(word) != (word,):
        return None
    return person_token(word), is_patronymic(word) or word in load_descent()


@cache
def _load_special() -> frozenset[str]:
    """Words that some rule looks for, be it beside others or alone."""
    return frozenset().union(
        *(form.words for form in load_legal_forms()),
        load_phrases(TokenRole.GENERIC),
        load_phrases(TokenRole.TITLE),
        load_evident_words(),
        load_words(LEADING),
        load_numerals(),
        GENERATIONS,
        PREFIXES,
        PREFIX_STARTS,
        SERVANTS,
        MARKING,
    )
