"""The words of an organisation's name, with their roles."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ostraka.names.folding import fold_words
from ostraka.names.legal_forms import (
    find_inner,
    load_forms_like_names,
    load_joined_forms,
    split_legal_forms,
)
from ostraka.names.lexicon import (
    find_phrase,
    generic_token,
    load_evident_words,
    load_phrases,
    load_words,
    numeral_token,
    plain_token,
)
from ostraka.names.numerals import is_ordinal, is_roman
from ostraka.names.places import find_place
from ostraka.names.tokens import Token, TokenRole

_BRACKETED = re.compile(r"[(（]\s*[주株]\s*[)）]|[㈜㈱]")
_BRACKETED_FORMS = {"주": " 주식회사 ", "㈜": " 주식회사 ", "株": " 株式会社 ", "㈱": " 株式会社 "}
_GLUED_START = re.compile(r"(jsc|llc|ltd|gmbh|pjsc|ojsc|cjsc|llp|ooo)([a-z]{5,})")
_GLUED_END = re.compile(r"([a-z]{5,})(pjsc|ojsc|cjsc|jsc|llc|ltd|gmbh|llp)")
_GLUED_FORM = re.compile(
    r"(?<=[a-z][a-z])(AG|SA|NV|BV|SE|KG|LLC|LTD|Ltd|INC|Inc|PLC|GmbH|GMBH|SpA|SPA|SRL|SARL|SAS|JSC)\b"
)


def organisation_tokens(words: list[str]) -> tuple[Token, ...]:
    """The tokens of an organisation's name, its legal forms last."""
    if not words:
        return ()
    split = split_legal_forms(words)
    return (*_inner_tokens(split.words), *map(_form, split.forms))


def cut_off_glued_form(text: str) -> str:
    """The text with a space before a legal form that only its capitals set off.

    >>> cut_off_glued_form("SiemensAG"), cut_off_glued_form("Vasa")
    ('Siemens AG', 'Vasa')
    """
    return _GLUED_FORM.sub(r" \1", text)


def organisation_words(text: str) -> list[str]:
    """The folded words of an organisation's name, legal forms set off from other words.

    >>> organisation_words("JSCARGUMENT"), organisation_words("(주)서영")
    (['jsc', 'argument'], ['주식회사', '서영'])
    """
    if text.isascii():
        words = fold_words(cut_off_glued_form(text))
    else:
        spelt_out = _BRACKETED.sub(_spell_out, text)
        words = separate_forms(fold_words(cut_off_glued_form(spelt_out)))
    return [part for word in words for part in cut_off_letters(word)]


def _spell_out(found: re.Match[str]) -> str:
    return next(_BRACKETED_FORMS[sign] for sign in found.group() if sign in _BRACKETED_FORMS)


@lru_cache(maxsize=1 << 16)
def cut_off_letters(word: str) -> tuple[str, ...]:
    """The word without a form of letters that no word begins or ends with."""
    found = _GLUED_START.fullmatch(word) or _GLUED_END.fullmatch(word)
    return found.groups() if found else (word,)


def separate_forms(words: list[str]) -> list[str]:
    """The words, with legal forms cut off those that are written without spaces."""
    parts: list[str] = []
    for word in words:
        parts += [word] if word.isascii() else _cut_off_forms(word)
    return parts


def _cut_off_forms(word: str) -> list[str]:
    for form in load_joined_forms():
        if len(form) < len(word):
            if word.endswith(form):
                return [word.removesuffix(form), form]
            if word.startswith(form):
                return [form, word.removeprefix(form)]
    return [word]


def is_organisation(words: list[str], tokens: tuple[Token, ...]) -> bool:
    """Whether the words themselves say so; a two-letter form beside a given name does not."""
    if not load_evident_words().isdisjoint(words):
        return True
    forms = [t for t in tokens if t.role is TokenRole.LEGAL_FORM]
    if not forms:
        return False
    if len(forms) == 1 and not load_forms_like_names().isdisjoint(words):
        return False
    given = any(t.role is TokenRole.GIVEN for t in tokens)
    return any(len(form.text) > 2 or not given for form in forms)


def _inner_tokens(words: list[str]) -> list[Token]:
    phrases = load_phrases(TokenRole.GENERIC)
    if phrases.keys().isdisjoint(words):
        return list(map(organisation_token, words))
    tokens: list[Token] = []
    place = 0
    while place < len(words):
        size, name = find_phrase(phrases, words, place) or (1, "")
        tokens.append(generic_token(name, name) if name else organisation_token(words[place]))
        place += size
    return tokens


@lru_cache(maxsize=1 << 17)
def organisation_token(word: str) -> Token:
    """The token a folded word makes in the name of an organisation, vessel or aircraft."""
    if form := find_inner(word):
        return _form(form)
    if is_roman(word) or is_ordinal(word):
        return numeral_token(word)
    generic = load_words(TokenRole.GENERIC).get(word)
    return generic_token(word, generic) if generic else _with_place(plain_token(word))


def _with_place(token: Token) -> Token:
    place = find_place(token.text)
    if place is None or token.role is TokenRole.PARTICLE:
        return token
    return replace(token, role=TokenRole.PLACE, groups=(*token.groups, place))


@lru_cache(maxsize=1 << 10)
def _form(name: str) -> Token:
    return Token(name, TokenRole.LEGAL_FORM)
