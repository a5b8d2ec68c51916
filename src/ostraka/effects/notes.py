"""Rows beside the rules: authorisations, warnings, and rules on places."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources

from ostraka.effects.question import Case, Question
from ostraka.effects.rows import Actors, Doubt, Rules, Strict
from ostraka.effects.tables import load_table
from ostraka.model.effect import Activity, Actor


class Authorisation(Strict):
    """What an authority licensed, for whom, when. It annotates and never lifts a verdict."""

    id: str
    lists: tuple[str, ...]
    programmes: tuple[str, ...] = ()
    actors: Actors = tuple(Actor)
    activities: tuple[Activity, ...] = tuple(Activity)
    start: date | None = None
    until: date | None = None
    text: str
    citation: str
    unverified: tuple[Doubt, ...] = ()


class Warning_(Strict):  # noqa: N801 - `Warning` is a word of Python
    """A law that runs against the one asked about: shown, never weighed."""

    id: str
    lists: tuple[str, ...]
    actors: Actors = tuple(Actor)
    start: date | None = None
    until: date | None = None
    text: str
    citation: str


class _Authorisations(Strict):
    rows: tuple[Authorisation, ...]


class _Warnings(Strict):
    rows: tuple[Warning_, ...]


def find_authorisations(
    cases: Iterable[Case], question: Question, day: date
) -> tuple[Authorisation, ...]:
    """The authorisations that may bear on the question that day."""
    rows = load_authorisations()
    marks = {(case.listing.list, case.listing.programme) for case in cases}
    return tuple(
        row
        for row in rows
        if question.actor in row.actors
        and question.activity in row.activities
        and (row.start is None or row.start <= day)
        and (row.until is None or day <= row.until)
        and any(
            key in row.lists and (not row.programmes or programme in row.programmes)
            for key, programme in marks
        )
    )


@cache
def load_authorisations() -> tuple[Authorisation, ...]:
    """Every authorisation of the table."""
    return load_table("authorisations.yml", _Authorisations).rows


@cache
def load_warnings() -> tuple[Warning_, ...]:
    """Every blocking statute and counter-measure of the table."""
    return load_table("warnings.yml", _Warnings).rows


def find_warnings(cases: Iterable[Case], actor: Actor, day: date) -> tuple[Warning_, ...]:
    """The laws against foreign measures that may bear on this actor that day."""
    lists = {case.listing.list for case in cases}
    return tuple(
        row
        for row in load_warnings()
        if actor in row.actors
        and lists & set(row.lists)
        and (row.start is None or row.start <= day)
        and (row.until is None or day <= row.until)
    )


@cache
def load_place_rules() -> dict[str, Rules]:
    """The rules on territories, by the code of the territory."""
    rules = load_table("places.yml", _Places).rules
    return {code: one for one in rules for code in one.lists}


class _Places(Strict):
    rules: tuple[Rules, ...]


@cache
def _spellings() -> tuple[tuple[str, str], ...]:
    text = resources.files("ostraka.effects").joinpath("rules", "places.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        (_fold(spelling), row["place"])
        for row in rows
        for spelling in (row["name"], *row["spellings"].split(";"))
        if spelling.strip()
    )


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((re.escape(word) for word, _ in _spellings()), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


def find_places(text: str) -> tuple[str, ...]:
    """Codes of the territories that an address or an origin names, in order of the text.

    >>> find_places("12 Lenina St., Simferopol, Crimea")
    ('crimea',)
    """
    of = dict(_spellings())
    return tuple(dict.fromkeys(of[m.group()] for m in _pattern().finditer(_fold(text))))


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.replace("'", "").replace("’", "").replace("-", " ").split())
