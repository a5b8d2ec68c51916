"""The notice of the Federal Register that lists the companies, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.text import decode, tidy
from ostraka.sources.us_agencies.notices import find_us_day
from ostraka.sources.us_agencies.supplement import is_page
from ostraka.sources.us_agencies.webtable import read_cell, read_page, read_page_text
from ostraka.sources.xmlstream import iter_records, read_root

REMEDY = "Import the notice from federalregister.gov as XML, HTML or text, or a table of your own."
_TAGS = ("P", "FP", "HD", "LI", "FRDOC")
_BEGIN = re.compile(r"section\s+1260H:\s*", re.IGNORECASE)
_REMOVALS = re.compile(r"previously\s+listed\s+entities\s+should\s+be\s+removed", re.IGNORECASE)
_END = re.compile(r"The\s+list\s+of\s+entities\s+designated", re.IGNORECASE)
_BULLET = "•"
_SENTENCE_END = re.compile(r"\)\.(?=\s|$)")
_PAGE_MARK = re.compile(r"^\[\[Page \d+\]\]$|^\d{5}\s+Federal Register\s*/|VerDate", re.IGNORECASE)
_EDITION = re.compile(
    r"Federal Register\s*(?:/\s*Vol\.|,?\s*Volume)[^\n]{0,40}?"
    r"\w+day,\s+([A-Z][a-z]+ \d{1,2}, \d{4})"
)
_DOCUMENT = re.compile(r"FR Doc(?:ument)?\.?:?\s*(\d{4}-\d{4,6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Company:
    """One heading of the notice and the reasons below it."""

    heading: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """The companies of a notice, the number of those it removes, its number and its day."""

    companies: tuple[Company, ...]
    removed: int
    document: str
    published: date | None


def read_notice(file: InputFile) -> Notice:
    """The companies listed after "in accordance with section 1260H:".

    Raises:
        SourceRefused: the file is not whole, or it has no such words, or no company after them.
    """
    text = "\n".join(_read_paragraphs(file))
    edition = _EDITION.search(text)
    text = "\n".join(line for line in text.split("\n") if not _PAGE_MARK.search(line))
    begin = _BEGIN.search(text)
    if begin is None:
        raise SourceRefused(
            'the notice lacks the words "in accordance with section 1260H:" before its list',
            where=file.name,
            remedy=REMEDY,
        )
    removals = _REMOVALS.search(text, begin.end())
    end = _END.search(text, begin.end())
    if removals is None and end is None:
        raise SourceRefused(
            "the notice is cut short: nothing follows its list", where=file.name, remedy=REMEDY
        )
    until = min(found.start() for found in (removals, end) if found)
    companies = tuple(_find_companies(_cut_last_line(text[begin.end() : until])))
    if not companies:
        raise SourceRefused("the notice lists no company", where=file.name, remedy=REMEDY)
    gone = text[removals.end() : end.start() if end else None] if removals else ""
    document = _DOCUMENT.search(text)
    return Notice(
        companies,
        _count_removals(gone),
        document.group(1) if document else "",
        find_us_day(edition.group(1)) if edition else None,
    )


def _read_paragraphs(file: InputFile) -> Iterator[str]:
    if file.data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml"):
        for element in iter_records(file, root=read_root(file).name, tags=_TAGS):
            yield read_cell(element).text
    elif is_page(file):
        read_page(file)  # refuses a page that is cut short
        yield from read_page_text(file).split("\n")
    else:
        yield from map(tidy, decode(file).split("\n"))


def _cut_last_line(text: str) -> str:
    """The list without the sentence that introduces what follows it."""
    return text[: max(text.rfind(")."), 0) + 2]


def _find_companies(text: str) -> Iterator[Company]:
    """Headings and their reasons: a bullet ends at its last citation, what follows is a heading."""
    heading, *segments = text.split(_BULLET)
    reasons: list[str] = []
    for segment in segments:
        ends = list(_SENTENCE_END.finditer(segment))
        cut = ends[-1].end() if ends else len(segment)
        reasons.append(tidy(segment[:cut]))
        if following := tidy(segment[cut:]):
            yield Company(tidy(heading), tuple(reasons))
            heading, reasons = following, []
    if tidy(heading) and reasons:
        yield Company(tidy(heading), tuple(reasons))


def _count_removals(text: str) -> int:
    lines: Sequence[str] = [line for line in map(tidy, text.split("\n")) if len(line) > 1]
    return sum(not line.startswith("(") for line in lines)
