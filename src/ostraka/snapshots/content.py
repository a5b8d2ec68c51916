"""What a list says of a party, apart from where it says it: the thing ids and diffs stand on.

Left out are origins, the raw text behind a date, and what only history knows (`first_seen`,
`last_absent`). The order of values inside a party does not count, nor does a field at its default,
so that neither a reordered file nor a vocabulary that has grown makes a new snapshot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from json import JSONEncoder
from typing import Any, TypeAlias

from ostraka.model.dates import PartialDate
from ostraka.model.listing import Listing
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.snapshots.shapes import Field, Many, Record, Scalar, Shape, record_of

Content: TypeAlias = dict[str, Any]
"""Fields of a record as JSON values, without those at their default."""

_NOT_SAID = {(PartialDate, "raw"), (Listing, "first_seen"), (Listing, "last_absent")}

_encode = JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def content_of(party: Party) -> Content:
    """What the list says of the party, as JSON values; lists are sorted."""
    return _describer(Party)(party)


def digest_party(party: Party) -> str:
    """32 hexadecimal digits that differ wherever the content differs."""
    return sha256(_encode(content_of(party)).encode()).hexdigest()[:32]


def make_snapshot_id(digests: Mapping[str, str]) -> str:
    """The SHA-256 over the digests of all parties, sorted by party id: the name of the content."""
    lines = (f"{party}\t{digests[party]}\n" for party in sorted(digests))
    return sha256("".join(lines).encode("utf-8", "backslashreplace")).hexdigest()


def sort_contents(items: Iterable[Any]) -> list[Any]:
    """The items in an order that depends on nothing but themselves."""
    listed = list(items)
    return sorted(listed, key=_encode) if len(listed) > 1 else listed


@cache
def _describer(made: Callable[..., Any]) -> Callable[[Any], Content]:
    fields = [f for f in record_of(made).fields if _is_said(made, f)]
    plain = [(f.name, f.default) for f in fields if _is_plain(f.shape)]
    rich = [(f.name, _converter(f.shape)) for f in fields if not _is_plain(f.shape)]

    def describe(value: object) -> Content:
        said = {name: x for name, default in plain if (x := getattr(value, name)) != default}
        for name, convert in rich:
            inner = getattr(value, name)
            if inner is not None and inner != ():
                said[name] = convert(inner)
        return said

    return describe


def _is_said(made: Callable[..., Any], field: Field) -> bool:
    is_origin = isinstance(field.shape, Record) and field.shape.make is Origin
    return not is_origin and (made, field.name) not in _NOT_SAID


def _is_plain(shape: Shape) -> bool:
    return isinstance(shape, Scalar) and issubclass(shape.python, str | bool)


def _converter(shape: Shape) -> Callable[[Any], Any]:
    match shape:
        case Many(item):
            if _is_plain(item):
                return sorted
            convert = _converter(item)
            return lambda items: sort_contents(convert(x) for x in items)
        case Record(make):
            return _describer(make)
        case Scalar(python):
            return date.isoformat if python is date else float
