"""Hypothesis strategies that build any party the vocabulary allows."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.fact import Fact, Gender, StatedGender, Topic
from ostraka.model.identifier import Identifier, Scheme
from ostraka.model.listing import (
    Act,
    ActKind,
    Clause,
    ClauseKind,
    DateKind,
    Listing,
    ListingClass,
    StatedDate,
)
from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.model.party import Party, PartyKind
from ostraka.model.place import Address, BirthPlace, CountryRole, CountryTie
from ostraka.model.relation import Relation, RelationKind

T = TypeVar("T")

LETTERS = st.characters(codec="utf-8")

texts = st.text(LETTERS, max_size=12)
words = st.text(LETTERS, min_size=1, max_size=12)
days = st.dates()
maybe_days = st.none() | days
percents = st.none() | st.floats(0, 100)


def few(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """A tuple of none to three."""
    return st.lists(items, max_size=3).map(tuple)


origins = st.builds(Origin, texts, texts, texts)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A date of any precision, its bounds in order."""
    first, last = sorted((draw(days), draw(days)))
    return PartialDate(
        first,
        last,
        draw(st.sampled_from(Precision)),
        draw(st.booleans()),
        draw(texts),
        draw(st.none() | origins),
    )


names = st.builds(Name, words, st.sampled_from(NameKind), origins, texts, texts, texts, texts)
maybe_dates = st.none() | partial_dates()
identifiers = st.builds(
    Identifier,
    st.sampled_from(Scheme),
    texts,
    origins,
    texts,
    texts,
    maybe_dates,
    maybe_dates,
    texts,
)
addresses = st.builds(Address, texts, origins, texts, texts, texts, texts, texts)
acts = st.builds(
    Act,
    st.sampled_from(ActKind),
    origins,
    maybe_days,
    maybe_days,
    maybe_days,
    texts,
    texts,
    few(texts),
)
listings = st.builds(
    Listing,
    texts,
    texts,
    st.sampled_from(ListingClass),
    origins,
    texts,
    few(texts),
    few(acts),
    few(st.builds(StatedDate, st.sampled_from(DateKind), days, origins)),
    few(st.builds(Clause, st.sampled_from(ClauseKind), texts, origins)),
)
relations = st.builds(
    Relation,
    st.sampled_from(RelationKind),
    texts,
    origins,
    st.none() | texts,
    percents,
    percents,
    maybe_days,
    maybe_days,
    st.booleans(),
)


def parties(source: str = "custom") -> st.SearchStrategy[Party]:
    """Any party of a list, with anything the vocabulary can say of it."""
    return st.builds(
        Party,
        id=words.map(lambda word: f"{source}:{word}"),
        source=st.just(source),
        kind=st.none() | st.sampled_from(PartyKind),
        names=st.lists(names, min_size=1, max_size=3).map(tuple),
        listings=st.lists(listings, min_size=1, max_size=3).map(tuple),
        origin=origins,
        identifiers=few(identifiers),
        addresses=few(addresses),
        countries=few(st.builds(CountryTie, texts, st.sampled_from(CountryRole), origins)),
        born=few(partial_dates()),
        birth_places=few(st.builds(BirthPlace, texts, origins, texts)),
        genders=few(st.builds(StatedGender, st.sampled_from(Gender), origins)),
        established=few(partial_dates()),
        relations=few(relations),
        facts=few(st.builds(Fact, st.sampled_from(Topic), texts, origins)),
    )


def party_lists(source: str = "custom") -> st.SearchStrategy[tuple[Party, ...]]:
    """Parties of one list, their ids distinct."""
    return st.lists(parties(source), max_size=4, unique_by=lambda p: p.id).map(tuple)
