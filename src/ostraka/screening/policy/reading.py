"""A policy read from TOML, refused where anything in it is not understood."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path

from ostraka.model.errors import PolicyRefused
from ostraka.screening.policy.fields import Fields
from ostraka.screening.policy.rules import WHOLE, Policy, Segment

DEFAULT_THRESHOLD = 0.7

_HEAD = ("name", "version", "lists", "weak_aliases", "threshold", "require", "segment")
_SEGMENT = ("name", "kind", "country", "product", "threshold", "require")


def load_policy(path: Path) -> Policy:
    """The policy in a file.

    Raises:
        PolicyRefused: The file cannot be read, is not TOML, or holds what no rule can be made of.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise PolicyRefused(
            "the policy cannot be read as UTF-8 text",
            where=str(path),
            remedy="Check the path; docs/how-to/write-a-policy.md shows an example.",
        ) from problem
    return parse_policy(text, str(path))


def parse_policy(text: str, where: str) -> Policy:
    """The policy that a TOML text states; `where` names it in errors.

    Raises:
        PolicyRefused: As `load_policy`.
    """
    fields = Fields(_parse_toml(text, where), text, where)
    fields.refuse_unknown(_HEAD)
    whole = _read_segment(fields, DEFAULT_THRESHOLD, WHOLE)
    tables = fields.read_tables("segment")
    for table in tables:
        table.refuse_unknown(_SEGMENT)
    segments = [_read_segment(table, whole.threshold) for table in tables]
    names = [segment.name for segment in segments]
    for table, name in zip(tables, names, strict=True):
        if names.count(name) > 1 or name == WHOLE:
            raise table.refuse("name", "two segments have the same name", "Give each its own.")
    policy = Policy(
        name=fields.read_text("name"),
        version=fields.read_text("version"),
        lists=fields.read_lists("lists"),
        weak_aliases=fields.read_flag("weak_aliases"),
        segments=(*segments, whole),
        sha256="",
    )
    return replace(policy, sha256=_hash(policy))


def _read_segment(table: Fields, threshold: float, name: str = "") -> Segment:
    return Segment(
        name=name or table.read_text("name"),
        threshold=table.read_score("threshold", threshold),
        require=table.read_features("require"),
        kinds=() if name else table.read_kinds("kind"),
        countries=() if name else table.read_countries("country"),
        products=() if name else table.read_words("product"),
    )


def _parse_toml(text: str, where: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"line (\d+)", str(problem))
        raise PolicyRefused(
            f"this is not TOML: {problem}",
            where=f"{where}:{line.group(1)}" if line else where,
            remedy="Write the policy as in docs/how-to/write-a-policy.md.",
        ) from problem


def _hash(policy: Policy) -> str:
    """SHA-256 of what the policy says: comments, order of keys and white space do not matter."""
    return hashlib.sha256(json.dumps(_as_form(policy), sort_keys=True).encode()).hexdigest()


def _as_form(policy: Policy) -> dict[str, object]:
    segments = [
        {
            "name": segment.name,
            "threshold": segment.threshold,
            "require": sorted(segment.require),
            "kind": sorted(segment.kinds),
            "country": sorted(segment.countries),
            "product": sorted(segment.products),
        }
        for segment in policy.segments
    ]
    head = {"name": policy.name, "version": policy.version, "weak_aliases": policy.weak_aliases}
    return head | {"lists": sorted(policy.lists), "segments": segments}
