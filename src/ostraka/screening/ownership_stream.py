"""Ownership of many parties as JSON text, an entry a line, without building what is alike twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ostraka.model.ownership import Caught
from ostraka.ownership import Answer, Stakes
from ostraka.ownership.plain import Told
from ostraka.ownership.wording import say_nothing_known
from ostraka.screening.answer import Json
from ostraka.screening.ownership_answer import make_ownership_entry

# Private use characters stand for name and id in the text of an entry; no file states them.
_NAME, _KEY = "\ue000", "\ue001"
_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_document(head: Mapping[str, object], entries: Iterable[str]) -> Iterator[str]:
    """The document in pieces: the head, and the entries as the value of `parties`."""
    yield f'{_encode(dict(head))[:-1]}, "parties": ['
    separator = "\n"
    for entry in entries:
        yield separator
        yield entry
        separator = ",\n"
    yield "\n]}\n"


def write_entries(answers: Iterable[tuple[str | None, Answer]], stakes: Stakes) -> Iterator[str]:
    """Each answer as the text of its entry, named as it was asked for."""
    for party, answer in answers:
        yield _encode(make_ownership_entry(answer, stakes, party))


def write_told(told: Iterable[Told], stakes: Stakes) -> Iterator[str]:
    """The same of very many: entries that differ in their names only are made from one text."""
    templates: dict[object, str] = {}
    for party, answer, alike, kind in told:
        if not alike:
            yield _encode(make_ownership_entry(answer, stakes))
            continue
        template = templates.get(kind)
        if template is None:
            template = templates[kind] = _encode(_make_template(answer, stakes, any_day=kind[3]))
        name = _encode(stakes.name(party))[1:-1]
        yield template.replace(_NAME, name).replace(_KEY, _encode(party)[1:-1])


def _make_template(answer: Answer, stakes: Stakes, *, any_day: bool) -> Json:
    unnamed = replace(answer, name=_NAME, party=_KEY)
    if answer.caught is Caught.NO_DATA:
        unnamed = replace(unnamed, why=say_nothing_known(_NAME, any_day=any_day))
    return make_ownership_entry(unnamed, stakes)
