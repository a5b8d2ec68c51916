"""A subject from what a program says of it: texts, numbers, dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from ostraka.model.errors import ValueRefused
from ostraka.model.subject import Subject
from ostraka.screening.subjects import make_subject

KNOWN = ("kind", "born", "country", "id", "address", "birth_place", "gender", "product")


def read_subject(name: str, **attributes: object) -> Subject:
    """A subject from values; unlike in a table, an attribute not understood is refused.

    A date may be a date, a year a whole number; several countries or identifiers may be a list or
    one text separated by `;`. `None` is an attribute that is not known.

    Raises:
        TableRefused: There is neither a name in the text nor an identifier.
        ValueRefused: An attribute cannot be understood, there is none of that name, or the name
            is no text.
    """
    unknown = sorted(attributes.keys() - set(KNOWN))
    if unknown:
        raise ValueRefused(
            "there is no attribute of that name",
            where=unknown[0],
            remedy=f"Use {', '.join(KNOWN)}.",
        )
    if not isinstance(name, str):
        raise _not_text("name", name, "Give the name as text.")
    texts = {attribute: _write(attribute, value) for attribute, value in attributes.items()}
    ids = [value.strip() for value in texts.pop("id", "").split(";") if value.strip()]
    subject, problems = make_subject(name, ids=ids, **texts)
    if problems:
        first = problems[0]
        raise ValueRefused(first.problem, where=first.field, remedy=first.remedy)
    return subject


def _write(attribute: str, value: object) -> str:
    """The value as the text that a table would hold."""
    match value:
        case None:
            return ""
        case bool():
            pass
        case str() | int():
            return str(value)
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case Sequence() if attribute in ("country", "id"):
            return ";".join(_write(attribute, item) for item in value)
    raise _not_text(attribute, value, "Give text, a whole number or a date.")


def _not_text(where: str, value: object, remedy: str) -> ValueRefused:
    return ValueRefused(
        f"a value of type {type(value).__name__} is not understood", where=where, remedy=remedy
    )
