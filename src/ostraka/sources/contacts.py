"""E-mail addresses and websites as lists write them: several in a field, broken, or swapped."""

from __future__ import annotations

import re

from ostraka.model.fact import Topic

CONTACTS = frozenset({Topic.EMAIL, Topic.WEBSITE})
_AROUND_AT = re.compile(r"\s*@\s*")
_BETWEEN = re.compile(r"\s*[;,]\s*|\s+(?:(?:and|or)\s+)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[\w-]+(?:\.[\w-]+)+")
_SITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?")


def split_contact(topic: Topic, text: str) -> tuple[tuple[Topic, str], ...]:
    """Every address of a field with what it is, whichever field it stands in.

    A text that holds anything but addresses stays as it is, under its own topic.

    >>> split_contact(Topic.WEBSITE, "www.zor.example and info @zor.example")
    ((<Topic.WEBSITE: 'website'>, 'www.zor.example'), (<Topic.EMAIL: 'email'>, 'info@zor.example'))
    """
    pieces = [piece for piece in _BETWEEN.split(_AROUND_AT.sub("@", text.strip())) if piece]
    found = tuple((_tell(piece), piece) for piece in pieces)
    whole = tuple((kind, piece) for kind, piece in found if kind)
    return whole if len(whole) == len(found) else ((topic, text),)


def _tell(piece: str) -> Topic | None:
    if _MAIL.fullmatch(piece):
        return Topic.EMAIL
    return Topic.WEBSITE if _SITE.fullmatch(piece) else None
