"""Legal forms at the end, and in some languages at the start, of organisations' names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ostraka.names.commonness import find_commonness
from ostraka.names.folding import fold_words
from ostraka.names.rows import load_rows
from ostraka.names.writing import find_script

_ARTICLES = frozenset(("the", "das", "der", "die", "la", "le"))
_SPACED_LENGTHS = range(3, 6)


@dataclass(frozen=True, slots=True)
class LegalForm:
    """One spelling of a legal form, as folded words; `name` is its class.

    `places` says where it is recognised: "end", "start", "both", or "any" for spellings that
    are nothing else wherever they stand.
    """

    words: tuple[str, ...]
    name: str
    places: str


@dataclass(frozen=True, slots=True)
class Split:
    """The words of a name and the classes of the legal forms found after and before them."""

    words: list[str]
    forms: list[str]


def split_legal_forms(words: list[str]) -> Split:
    """Takes legal forms off a name; at least one word of it always remains.

    >>> split_legal_forms(["ooo", "acme", "trading", "co", "ltd"])
    Split(words=['acme', 'trading'], forms=['coltd', 'ooo'])
    """
    forms: list[str] = []
    while form := _find(words, _by_last_word().get(words[-1], ()), at_end=True):
        words, forms = words[: -len(form.words)], [form.name, *forms]
    article = words[:1] if words[0] in _ARTICLES and len(words) > 1 else []
    words = words[len(article) :]
    while form := _find(words, _by_first_word().get(words[0], ()), at_end=False):
        words, forms = words[len(form.words) :], [*forms, form.name]
    return Split([*article, *words], forms)


def find_inner(word: str) -> str | None:
    """The class of a legal form that is one wherever it stands, as in "Acme Ltd (Hong Kong)"."""
    return _anywhere().get(word)


def _find(words: list[str], forms: tuple[LegalForm, ...], *, at_end: bool) -> LegalForm | None:
    for form in forms:
        size = len(form.words)
        if size < len(words):
            part = words[-size:] if at_end else words[:size]
            if tuple(part) == form.words:
                return form
    return None


def is_legal_form(word: str) -> bool:
    """Whether a word is the class of a legal form, as a token of that role is written."""
    return word in _classes()


@cache
def load_forms_like_names() -> frozenset[str]:
    """Spellings of forms that are names of people as well: AO of a Russian company, and Mr Ao."""
    single = (form for form in load_legal_forms() if len(form.words) == 1)
    return frozenset(
        form.words[0]
        for form in single
        if form.words[0] != form.name and find_commonness(form.words[0])
    )


@cache
def _classes() -> frozenset[str]:
    return frozenset(form.name for form in load_legal_forms())


@cache
def load_joined_forms() -> tuple[str, ...]:
    """Forms in scripts that put no space before them (有限公司), the longest first."""
    spaceless = {"Hani", "Hang", "Kana", "Thai"}
    single = (form.words[0] for form in load_legal_forms() if len(form.words) == 1)
    forms = (w for w in single if len(w) > 1 and find_script(w[0]) in spaceless)
    return tuple(sorted(forms, key=len, reverse=True))


@cache
def load_legal_forms() -> tuple[LegalForm, ...]:
    """Every spelling of the table, spaced out too, and every class as one; the longest first."""
    rows = load_rows("legal_forms")
    forms = [LegalForm(tuple(fold_words(r[0])), r[1], r[3]) for r in rows]
    forms += [LegalForm((name,), name, "end") for name in sorted({form.name for form in forms})]
    known = {form.words for form in forms}
    forms += [form for form in map(_spaced, forms) if form.words not in known]
    return tuple(sorted(forms, key=lambda form: -len(form.words)))


def _spaced(form: LegalForm) -> LegalForm:
    """The form with a space behind each letter, as "S A R L"; longer words are never so written."""
    word = form.words[0]
    if len(form.words) > 1 or len(word) not in _SPACED_LENGTHS or not word.isascii():
        return form
    return LegalForm(tuple(word), form.name, "end")


@cache
def _by_last_word() -> dict[str, tuple[LegalForm, ...]]:
    found: dict[str, tuple[LegalForm, ...]] = {}
    for form in load_legal_forms():
        if form.places != "start":
            found[form.words[-1]] = (*found.get(form.words[-1], ()), form)
    return found


@cache
def _by_first_word() -> dict[str, tuple[LegalForm, ...]]:
    found: dict[str, tuple[LegalForm, ...]] = {}
    for form in load_legal_forms():
        if form.places in {"start", "both"}:
            found[form.words[0]] = (*found.get(form.words[0], ()), form)
    return found


@cache
def _anywhere() -> dict[str, str]:
    forms = load_legal_forms()
    return {f.words[0]: f.name for f in forms if f.places == "any" and len(f.words) == 1}
