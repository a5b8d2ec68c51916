"""Screening results as text for a person: a block for each query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import typer

from ostraka.cli.wording import (
    CLOSE_HEADING,
    NOTHING,
    count,
    describe_class,
    describe_held,
    describe_listing,
    describe_lists,
    describe_reason,
    describe_since,
    name_kind,
    part_by_closeness,
)
from ostraka.cli.writing import visible
from ostraka.model.hit import Hit, Result
from ostraka.model.snapshot import Engine
from ostraka.model.subject import Subject


def write_answer(engine: Engine, results: Sequence[Result]) -> list[str]:
    """The lines of an answer: every query in turn, then what the answer rests on."""
    lines: list[str] = []
    for result in results:
        lines += [*_write_result(engine, result), ""]
    lines += describe_lists(engine)
    if any(result.hits for result in results):
        lines.append("A possible match is not a finding: compare what is known, then decide.")
        if not any(_has_evidence(result.subject) for result in results):
            lines.append("Compared by name alone: --born, --country, --id and --kind add evidence.")
    return lines


def _write_result(engine: Engine, result: Result) -> list[str]:
    heading = typer.style(visible(result.subject.name), bold=True)
    if not result.hits:
        return [heading, f"  {NOTHING}: {describe_held(engine)}"]
    same, close = part_by_closeness(result.hits)
    lines = [heading]
    if same:
        lines += [f"  {count(len(same), 'possible match', 'possible matches')}"]
        lines += _write_hits(same)
    if close:
        lines += ["", typer.style(f"  {CLOSE_HEADING}", fg="yellow"), *_write_hits(close)]
    return lines


def _has_evidence(subject: Subject) -> bool:
    return bool(subject.born or subject.countries or subject.ids or subject.kind)


def _write_hits(hits: Iterable[Hit]) -> list[str]:
    return [line for hit in hits for line in ("", *_write_hit(hit))]


def _write_hit(hit: Hit) -> list[str]:
    name = typer.style(visible(hit.name), bold=True)
    lines = [f"  {hit.score:.2f}  {name}  ({name_kind(hit.kind)}, {visible(hit.party)})"]
    if hit.matched_name != hit.name:
        lines.append(_field("matched by", visible(hit.matched_name)))
    for listing in hit.listings:
        lines.append(_field("list", describe_listing(listing)))
        lines.append(_field("since", describe_since(listing)))
    lines.append(_field("class", describe_class(hit.listing_class)))
    if hit.review:
        lines.append(_field("review", visible(hit.review)))
    lines += [_field("why", describe_reason(reason)) for reason in hit.reasons]
    if hit.linked:
        lines.append(_field("linked to", ", ".join(visible(other) for other in hit.linked)))
    return lines


def _field(label: str, text: str) -> str:
    return f"        {label:<11} {text}"
