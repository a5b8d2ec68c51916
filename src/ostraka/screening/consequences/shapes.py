"""The shape of what `effects` prints as JSON, and of the consequences of a hit."""

from __future__ import annotations

from datetime import date

# pydantic takes the TypedDict of the standard library from Python 3.12 on.
from typing_extensions import TypedDict

from ostraka.model.effect import Activity, Actor, Verdict

_Period = TypedDict("_Period", {"from": date | None, "until": date | None})


class SignatureShape(TypedDict):
    """Who signed an unverified rule off, on which day, and why."""

    by: str
    on: date
    why: str


class RuleShape(_Period):
    """A rule that speaks on the day; `from` and `until` are its first and last day.

    `rule` is the id of its row, `scope` where the list itself answers. `stated` is what the row
    says where `verdict` is milder because something is open; `why` says what. `unverified` are the
    parts nobody read at their source.
    """

    list: str
    programme: str | None
    party: str | None
    rule: str
    verdict: Verdict
    stated: Verdict | None
    citation: str
    verified: bool
    unverified: list[str]
    signed_off: SignatureShape | None
    text: str
    why: str | None


class FactShape(TypedDict):
    """A listing and a rule row that together carry the verdict."""

    party: str | None
    list: str
    programme: str | None
    rule: str


class AuthorisationShape(_Period):
    """A licence, wind-down or exemption that may bear on it; it never changes the verdict."""

    id: str
    text: str
    citation: str
    verified: bool


class NearShape(_Period):
    """A listed party that is near the name asked, and the verdict if it were meant."""

    party: str
    name: str
    relation: str
    verdict: Verdict


class ConsequenceShape(_Period):
    """The verdict of one actor and activity on one day, with the rules behind it.

    `because` is the smallest set of facts that carries the verdict; each of `also` would carry it
    alone. `readings` are the answers where the law or the facts are open.
    """

    actor: Actor
    activity: Activity
    on: date
    verdict: Verdict
    rules: list[RuleShape]
    because: list[FactShape]
    also: list[FactShape]
    readings: list[str]
    authorisations: list[AuthorisationShape]
    caveats: list[str]


class Effects(ConsequenceShape):
    """What `ostraka effects --json` prints; `from` and `until` are first and last day."""

    asked: str
    item: str | None
    parties: list[str]
    near: list[NearShape]
    lists_held: list[str]
    lists_not_held: list[str]
