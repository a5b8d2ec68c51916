"""What the prose of the Australian list states: numbers, titles, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ostraka.model.fact import Fact, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.origin import Origin
from ostraka.sources.au_dfat.rows import Row
from ostraka.sources.lettered import split_lettered
from ostraka.sources.special import split_sentences, without_special_sentences
from ostraka.sources.text import tidy

_TYPED = (
    (Scheme.TAX_ID, re.compile(r"\bTax ID(?: No)?\.?\s*:?\s*(\d{8,15})\b")),
    (Scheme.TAX_ID, re.compile(r"\bNational Tax Number\s*:?\s*(\d[\d-]{5,})\b")),
    (
        Scheme.REGISTRATION,
        re.compile(
            r"\b(?:Registration (?:ID|No|Number)|State registration number|"
            r"Company identification number)\.?\s*:?\s*(\d{6,15})\b",
            re.IGNORECASE,
        ),
    ),
    (Scheme.IMO, re.compile(r"\bIMO(?: Identification)?(?: number)?\s*:?\s*(\d{7})\b")),
)
_DOCUMENTS = re.compile(
    r"\b(?P<what>(?:[A-Z][a-z]+ )?passport|national identification|national ID|identity card)"
    r"\s*(?:no|number|information)?\.?\s*:?\s*(?P<rest>.*?)(?=\.\s+[A-Z][a-z]|\.?$|;\s*[A-Z])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w/])((?=[\w/-]*\d[\w/-]*\d)[A-Z]{0,3}[ -]?[\dA-Z][\dA-Z/-]{4,})(?![\w/])"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TITLE = re.compile(r"\b(Title|Designation|Last known position)\s*:\s*(.*?)(?=\.\s+[A-Z][a-z]|$)")
_TOPICS = {"Title": Topic.TITLE}
_LEFT_OUT = re.compile(r"\bcomplexion\b|\bpolitical party\b|\bethnic", re.IGNORECASE)


def read_numbers(rows: Sequence[Row], origin: Origin) -> Iterator[Identifier]:
    """Numbers that follow a label in the additional information; none is guessed without one."""
    for text in _distinct(rows):
        for scheme, pattern in _TYPED:
            for found in pattern.finditer(text):
                yield Identifier(scheme, found.group(1), origin, label=_label(found.group()))
        for document in _DOCUMENTS.finditer(text):
            yield from _read_document(document, origin)


def _read_document(document: re.Match[str], origin: Origin) -> Iterator[Identifier]:
    """The first number of each lettered piece: what follows it are dates of issue."""
    passport = "passport" in document["what"].casefold()
    scheme = Scheme.PASSPORT if passport else Scheme.NATIONAL_ID
    for piece in split_lettered(document["rest"]):
        found = _NUMBER.search(piece)
        if found and not re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", found.group(1)):
            yield Identifier(scheme, found.group(1), origin, label=tidy(document["what"]))


def read_facts(rows: Sequence[Row], origin: Origin, *, person: bool) -> Iterator[Fact]:
    """Titles, positions, e-mail addresses and the whole prose.

    Of a person, sentences on ethnicity, religion, party or health are left out.
    """
    for text in _distinct(rows):
        kept = _without_special(text) if person else text
        for label, words in _TITLE.findall(kept):
            for piece in split_lettered(words):
                yield Fact(_TOPICS.get(label, Topic.POSITION), piece, origin)
        for address in dict.fromkeys(_EMAIL.findall(kept)):
            yield Fact(Topic.EMAIL, address.rstrip("."), origin)
        if kept:
            yield Fact(Topic.REMARK, kept, origin)
    for heading, text in dict.fromkeys(cell for row in rows for cell in row.new):
        yield Fact(Topic.REMARK, f"{heading}: {text}", origin)


def _without_special(text: str) -> str:
    sentences = split_sentences(without_special_sentences(text))
    return " ".join(s for s in sentences if not _LEFT_OUT.search(s))


def _distinct(rows: Sequence[Row]) -> dict[str, None]:
    return dict.fromkeys(text for row in rows if (text := tidy(row["more"])))


def _label(words: str) -> str:
    return re.split(r"\s*[:.]|\s+\d", words)[0]
