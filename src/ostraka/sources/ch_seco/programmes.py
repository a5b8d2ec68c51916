"""Programmes, their sets and the places of the Swiss list, to which targets point by number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ostraka.sources.reading import InputFile
from ostraka.sources.text import tidy
from ostraka.sources.xmlstream import Element, child_text, iter_records

_LANGUAGES = ("eng", "ger", "fre", "ita")


@dataclass(frozen=True, slots=True)
class Programme:
    """A set of sanctions inside a programme: keys and names in English where the file has them."""

    key: str
    name: str
    set: str
    origin: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its parts, and the code of its country."""

    location: str
    area: str
    country: str
    code: str

    @property
    def text(self) -> str:
        """The place in reading order."""
        return ", ".join(filter(None, (self.location, self.area, self.country or self.code)))


@dataclass(slots=True)
class Context:
    """What targets point to: programmes by number of their sets, places by their own."""

    programmes: dict[str, Programme] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def read_context(file: InputFile, root: str) -> Context:
    """The programmes and places of a file.

    Raises:
        SourceRefused: not that XML, or not whole.
    """
    context = Context()
    for element in iter_records(file, root=root, tags=("sanctions-program", "place")):
        number = str(element.get("ssid", ""))
        if element.tag == "place":
            context.places[number] = _make_place(element)
        else:
            context.programmes.update(_read_sets(element))
    return context


def _make_place(element: Element) -> Place:
    country = element.find("country")
    return Place(
        tidy(child_text(element, "location")),
        tidy(child_text(element, "area")),
        tidy((country.text or "") if country is not None else ""),
        str(country.get("iso-code", "")) if country is not None else "",
    )


def _read_sets(element: Element) -> Iterator[tuple[str, Programme]]:
    key, name = _in_english(element, "program-key"), _in_english(element, "program-name")
    origin = tidy(child_text(element, "origin"))
    sets: dict[str, list[Element]] = {}
    for child in element.iterchildren("sanctions-set"):
        sets.setdefault(str(child.get("ssid", "")), []).append(child)
    for number, spellings in sets.items():
        yield number, Programme(key, name, _choose(spellings), origin)


def _in_english(element: Element, tag: str) -> str:
    return _choose(list(element.iterchildren(tag)))


def _choose(elements: list[Element]) -> str:
    by_language = {str(e.get("lang", "")): tidy(e.text or "") for e in elements}
    ordered = [by_language[code] for code in _LANGUAGES if by_language.get(code)]
    return next(iter([*ordered, *filter(None, by_language.values())]), "")
