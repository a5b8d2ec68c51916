"""Programmes of sanctions: what a list's word for one stands for."""

from __future__ import annotations

from dataclasses import dataclass

from ostraka.model.listing import ListingClass


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of sanctions: its code, its name, the act it rests on, and what it entails.

    `measures` are those a listing under it usually has; what an entry states itself goes first.
    `names` are all words that lists have for it, as written; `earlier` are the acts that it rested
    on before those of `legal_basis`.
    """

    code: str
    title: str
    authority: str
    legal_basis: tuple[str, ...]
    listing_class: ListingClass
    measures: tuple[str, ...]
    names: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
