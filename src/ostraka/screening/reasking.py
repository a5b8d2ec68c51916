"""A screening of the past asked again: the same lists as they were then, the same settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.datetext import parse_date
from ostraka.model.errors import StoreDamaged
from ostraka.model.subject import Subject
from ostraka.screening.opening import open_screener
from ostraka.screening.policy.reading import parse_policy
from ostraka.screening.screener import Screener, Settings, read_search
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store

Json = Mapping[str, Any]


def reopen_screener(
    home: Path, engine: Json, *, as_of: date | None, at: datetime, policy_text: str
) -> Screener:
    """A screener over the snapshots that an answer rested on, with its settings.

    Args:
        home: Where the snapshots are held.
        engine: What the answer rested on, as it was given out.
        as_of: The day that was asked for, `None` where none was.
        at: The moment of the screening: what came into the home later is left out.
        policy_text: The text of the policy that was in force, empty where none was.

    Raises:
        StoreDamaged: A snapshot that the answer rested on is no longer held.
    """
    known_on = date.fromisoformat(engine["known_on"]) if engine["known_on"] else None
    policy = parse_policy(policy_text, "policy of the screening") if policy_text else None
    settings = Settings(
        threshold=engine["threshold"],
        limit=engine["limit"],
        weak_aliases=engine["weak_aliases"],
        prior=engine["prior"],
        policy=policy,
        search=read_search(engine["search"]),
        peps=engine["peps"],
    )
    store = Store(home, known_on, at)
    wanted = engine["snapshots"]
    _refuse_lost(store, wanted)
    return open_screener(store, sources=tuple(wanted), as_of=as_of, settings=settings, now=at)


def read_query(query: Json) -> Subject:
    """The subject of a recorded question, with the same facts."""
    born: str | PartialDate | None = _read_born(query["born"]) if query["born"] else ""
    if isinstance(born, PartialDate) and query.get("circa"):
        born = replace(born, circa=True)
    subject, _ = make_subject(
        query["name"],
        kind=query["kind"],
        born=born or "",
        country=query["country"] or "",
        ids=query["ids"],
        address=query["address"] or "",
        birth_place=query["birth_place"] or "",
        gender=query["gender"] or "",
        product=query["product"] or "",
    )
    return subject


def _refuse_lost(store: Store, wanted: Json) -> None:
    for source, snapshot in wanted.items():
        held = {(s.id, s.published.isoformat()) for s in store.snapshots(source)}
        if (snapshot["id"], snapshot["published"]) not in held:
            raise StoreDamaged(
                f"the snapshot {snapshot['id'][:12]}, published {snapshot['published']}, is not "
                "held as it was then",
                where=f"{source} in {store.home}",
                remedy="Restore the backup that has it, and ask again there.",
            )


def _read_born(text: str) -> PartialDate | None:
    if "/" not in text:
        return parse_date(text)
    first, last = map(date.fromisoformat, text.split("/"))
    return PartialDate(first, last, Precision.RANGE)
