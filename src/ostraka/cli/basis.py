"""What an answer rests on, in words: lists, their age and gaps, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ostraka.model.snapshot import Engine, Snapshot

OLD_DAYS = 60
_WITH_PEPS = frozenset({"opensanctions"})


def describe_held(engine: Engine) -> str:
    """The lists an answer rests on, each with its day, its age where it is old, and its gaps."""
    return ", ".join(
        describe_snapshot(s, engine.as_of, read_back=s.source in engine.reconstructed)
        for s in engine.snapshots
    )


def describe_snapshot(snapshot: Snapshot, day: date | None, *, read_back: bool = False) -> str:
    """A list with the day it was published, as seen from a day.

    The age is told where it exceeds `OLD_DAYS`; not of a list that is bundled or a user's own.
    """
    parts = [f"published {snapshot.published.isoformat()}"]
    age = (day - snapshot.published).days if day else 0
    if age > OLD_DAYS and day and _is_renewed(snapshot.source):
        parts.append(f"{age:,} days before {day.isoformat()}")
    if read_back:
        to = f" to {day.isoformat()}" if day else ""
        parts.append(
            f"a later snapshot read back{to} by its own listing dates: not complete, whoever had "
            "left the list since is missing"
        )
    parts += [gap for gap in [describe_omissions(snapshot.omits)] if gap]
    return f"{snapshot.source} ({', '.join(parts)})"


def describe_omissions(omits: Iterable[str]) -> str:
    """Which kinds of values a snapshot was read without, and what that costs; else nothing.

    Finer gaps, such as the notes of identifiers, stand in the JSON alone.

    >>> describe_omissions(["aliases", "identifiers.note"])
    'read without aliases: other spellings are not found'
    """
    whole = sorted(field for field in omits if "." not in field)
    cost = ": other spellings are not found" if "aliases" in whole else ""
    return f"read without {' and '.join(whole)}{cost}" if whole else ""


def describe_held_back(number: int) -> list[str]:
    """That a policy holds hits back, where it does: nothing is lost without a word.

    >>> describe_held_back(2)
    ['2 hits held back by the policy: what it requires to agree does not.']
    """
    if not number:
        return []
    hits = "1 hit" if number == 1 else f"{number:,} hits"
    return [f"{hits} held back by the policy: what it requires to agree does not."]


def describe_lists(engine: Engine, *, named: bool = False) -> list[str]:
    """What an answer rests on and what it does not, a line each.

    `named` says whether the user named the lists, which is why others were left out.
    """
    lines = [f"Lists held: {describe_held(engine)}."]
    if engine.known_on:
        lines.append(
            f"As this home knew it on {engine.known_on.isoformat()}: what was imported later is "
            "left out."
        )
    if engine.not_screened:
        lines.append(f"Held, not screened: {_describe_not_screened(engine, named)}.")
    lines += _describe_not_held(engine)
    if engine.policy:
        policy = engine.policy
        lines.append(f"Policy: {policy.name}, version {policy.version} ({policy.sha256[:12]}).")
    if not engine.peps and any(s.source in _WITH_PEPS for s in engine.snapshots):
        lines.append("Politically exposed persons were not looked at: --peps looks at them too.")
    if engine.search != "ostraka":
        lines.append(
            "For comparison only: scored as OFAC FAQ 249 describes Sanctions List Search; nothing "
            "but the name was looked at."
        )
    if engine.prior is not None:
        lines.append(f"Share of true matches expected among such names: {engine.prior:g}.")
    if engine.allow_stale_days is not None:
        lines.append(f"Lists last checked up to {engine.allow_stale_days} days ago were accepted.")
    return lines


def _describe_not_screened(engine: Engine, named: bool) -> str:
    reasons: dict[str, list[str]] = {}
    for key in engine.not_screened:
        reasons.setdefault(_why(key, engine, named), []).append(key)
    return "; ".join(f"{', '.join(keys)} ({why})" for why, keys in reasons.items())


def _why(key: str, engine: Engine, named: bool) -> str:
    from ostraka.sources.limits import load_limits

    if named:
        return "--source names others"
    source = load_limits().get(key)
    if source is not None and not source.default:
        return f"only with --source {key}"
    return f"no snapshot of it was published on or before {engine.as_of.isoformat()}"


def _describe_not_held(engine: Engine) -> Iterator[str]:
    from ostraka.sources.limits import load_limits

    readable = [key for key in engine.not_held if key in load_limits()]
    others = [key for key in engine.not_held if key not in load_limits()]
    if readable:
        yield f"Known lists not held: {', '.join(readable)}."
    if others:
        yield f"Known lists this version cannot read yet: {', '.join(others)}."


def _is_renewed(key: str) -> bool:
    from ostraka.sources.limits import load_limits

    source = load_limits().get(key)
    return source is None or source.stale_after_days is not None
