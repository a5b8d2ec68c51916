"""Screening results as text for a person: a block for each query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat

import typer

from ostraka.cli.basis import describe_held, describe_held_back, describe_lists
from ostraka.cli.hints import make_advice
from ostraka.cli.wording import (
    CLOSE_HEADING,
    NOTHING,
    count,
    describe_classes,
    describe_listing,
    describe_reason,
    describe_since,
    name_kind,
    part_by_closeness,
)
from ostraka.cli.writing import visible
from ostraka.model.hit import Hit, Result
from ostraka.model.snapshot import Engine

WriteMore = Callable[[Hit], Iterable[tuple[str, str]]]
"""What is said of a hit besides: labels, and a line for each."""


def write_nothing(_: Hit) -> Iterable[tuple[str, str]]:
    """Nothing is said besides."""
    return ()


def write_answer(
    engine: Engine,
    results: Sequence[Result],
    *,
    lists_named: bool = False,
    verbose: bool = False,
    write_more: WriteMore = write_nothing,
    below: Sequence[Sequence[str]] = (),
) -> list[str]:
    """The lines of an answer: every query in turn, then what the answer rests on.

    `verbose` writes the hits that a policy holds back, too; else they are counted. `write_more`
    says what else stands below each hit, `below` are further lines for each query.
    """
    lines: list[str] = []
    for result, further in zip(results, below or repeat(()), strict=False):
        lines += _write_result(engine, result, write_more)
        lines += [*_write_held_back(result, verbose, write_more), *further, ""]
    return [*lines, *describe_lists(engine, named=lists_named), *make_advice(engine, results)]


def _write_result(engine: Engine, result: Result, write_more: WriteMore) -> list[str]:
    heading = typer.style(visible(result.subject.called), bold=True)
    if not result.hits:
        return [heading, f"  {NOTHING}: {describe_held(engine)}"]
    same, close = part_by_closeness(result.hits)
    lines = [heading]
    if same:
        lines += [f"  {count(len(same), 'possible match', 'possible matches')}"]
        lines += _write_hits(same, write_more)
    if close:
        lines += ["", typer.style(f"  {CLOSE_HEADING}", fg="yellow")]
        lines += _write_hits(close, write_more)
    if result.found > len(result.hits):
        shown = f"{len(result.hits):,} of {result.found:,} possible matches shown"
        lines += ["", f"  {shown}; --limit {result.found} shows all"]
    return lines


def _write_held_back(result: Result, verbose: bool, write_more: WriteMore) -> list[str]:
    lines = [f"  {line}" for line in describe_held_back(len(result.held_back))]
    if not verbose:
        return [f"{line} --verbose shows them." for line in lines]
    for held in result.held_back:
        lines += [
            "",
            *_write_hit(held.hit, write_more),
            _field("held back", f"{held.segment}: {held.why}"),
        ]
    return lines


def _write_hits(hits: Iterable[Hit], write_more: WriteMore) -> list[str]:
    return [line for hit in hits for line in ("", *_write_hit(hit, write_more))]


def _write_hit(hit: Hit, write_more: WriteMore) -> list[str]:
    name = typer.style(visible(hit.name), bold=True)
    lines = [f"  {hit.score:.2f}  {name}  ({name_kind(hit.kind)}, {visible(hit.party)})"]
    if hit.matched_name != hit.name:
        lines.append(_field("matched by", visible(hit.matched_name)))
    for listing, meaning in zip(hit.listings, describe_classes(hit.listings), strict=True):
        lines.append(_field("list", describe_listing(listing)))
        lines.append(_field("class", meaning))
        lines.append(_field("since", describe_since(listing)))
    if hit.review:
        lines.append(_field("review", visible(hit.review)))
    lines += [_field("why", describe_reason(reason)) for reason in hit.reasons]
    lines += _write_worth(hit)
    for label, others in (("same party", hit.linked), ("linked to", hit.related)):
        if others:
            lines.append(_field(label, ", ".join(visible(other) for other in others)))
    lines += [_field(label, visible(text)) for label, text in write_more(hit)]
    return lines


def _write_worth(hit: Hit) -> Iterator[str]:
    """What the hit is worth, and what would change it."""
    if hit.probability is not None:
        said = f"{hit.probability:.2%} true match, by the share you expect"
        yield _field("probability", f"{said} (weight of evidence {hit.weight_of_evidence:+.1f})")
    for sentence in hit.would_change:
        yield _field("change", visible(sentence))


def _field(label: str, text: str) -> str:
    return f"        {label:<11} {text}"
