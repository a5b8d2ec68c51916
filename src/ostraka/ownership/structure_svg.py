"""The structure above a party as a drawing: boxes, shares on the lines, and why below.

Owners stand in rows above what they hold, the party asked about at the bottom. Listed parties have
a heavy frame and say by whom they are listed. The drawing needs no script and no font of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape

from ostraka.model.ownership import Caught, Regime
from ostraka.ownership.asking import Ownership
from ostraka.ownership.structure_text import describe_holding

_WIDTH, _HEIGHT, _GAP, _RISE, _EDGE = 210, 56, 30, 76, 24
_MOST_BOXES = 120
_FILLS = {Caught.YES: "#f6d5cf", Caught.REVIEW: "#fbeec2", Caught.NO: "#eef2f5"}
_STYLE = (
    "text{font-family:sans-serif;font-size:12px;fill:#1c2733}"
    ".s{font-size:10.5px;fill:#44525f}.e{stroke:#6b7a88;fill:none}"
)


@dataclass(frozen=True, slots=True)
class _Box:
    party: int
    x: int
    y: int


def draw_svg(asked: Ownership, party: str, regimes: Sequence[Regime]) -> str:
    """An SVG of the structure above the party, with the answer of each regime below it."""
    number = asked.structure.number[party]
    rows = _find_rows(asked, number)
    widest = max(len(row) for row in rows)
    width = max(760, widest * (_WIDTH + _GAP) + 2 * _EDGE)
    boxes = _place(rows, width)
    below = _EDGE + len(rows) * (_HEIGHT + _RISE)
    lines = _reasons(asked, party, regimes, width)
    height = below + 18 * len(lines) + _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img">',
        f"<title>Who holds {escape(asked.stakes.name(party))}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *_draw_lines(asked, boxes),
        *(_draw_box(asked, box, regimes) for box in boxes.values()),
        *(
            f'<text x="{_EDGE}" y="{below + 18 * place}">{escape(line)}</text>'
            for place, line in enumerate(lines)
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _find_rows(asked: Ownership, number: int) -> list[list[int]]:
    """Parties by their shortest distance from the party, the farthest first."""
    structure = asked.structure
    rows, seen = [[number]], {number}
    while rows[-1] and len(seen) < _MOST_BOXES:
        above = [structure.owner[i] for c in rows[-1] for i in structure.into.get(c, ())]
        fresh = sorted(set(above) - seen, key=lambda p: structure.keys[p])[:_MOST_BOXES]
        if not fresh:
            break
        seen.update(fresh)
        rows.append(fresh)
    return rows[::-1]


def _place(rows: Sequence[Sequence[int]], width: int) -> dict[int, _Box]:
    boxes = {}
    for level, row in enumerate(rows):
        room = len(row) * (_WIDTH + _GAP) - _GAP
        left = (width - room) // 2
        for place, party in enumerate(row):
            y = _EDGE + level * (_HEIGHT + _RISE)
            boxes[party] = _Box(party, left + place * (_WIDTH + _GAP), y)
    return boxes


def _draw_lines(asked: Ownership, boxes: dict[int, _Box]) -> list[str]:
    structure, drawn = asked.structure, []
    for company, box in boxes.items():
        for i in structure.into.get(company, ()):
            above = boxes.get(structure.owner[i])
            if above is None:
                continue
            x1, y1 = above.x + _WIDTH // 2, above.y + _HEIGHT
            x2, y2 = box.x + _WIDTH // 2, box.y
            label = escape(describe_holding(structure, i))
            drawn.append(
                f'<path class="e" d="M{x1} {y1} L{x2} {y2}"/>'
                f'<text class="s" x="{(x1 * 2 + x2) // 3 + 5}" y="{(y1 * 2 + y2) // 3 + 6}">'
                f"{label}</text>"
            )
    return drawn


def _draw_box(asked: Ownership, box: _Box, regimes: Sequence[Regime]) -> str:
    listed = [r.value for r in regimes if box.party in asked.solution(r).listed]
    answers = {r: asked.solution(r).caught(box.party) for r in regimes}
    worst = next((c for c in (Caught.YES, Caught.REVIEW) if c in answers.values()), Caught.NO)
    caught = [
        r.value + ("?" if c is Caught.REVIEW else "")
        for r, c in answers.items()
        if c in {Caught.YES, Caught.REVIEW} and r.value not in listed
    ]
    name = asked.stakes.name(asked.structure.keys[box.party])
    status = [f"listed: {', '.join(listed)}"] if listed else []
    status += [f"caught: {', '.join(caught)}"] if caught else []
    return (
        f'<g><title>{escape(name)}</title><rect x="{box.x}" y="{box.y}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" rx="5" fill="{_FILLS[worst]}" stroke="#33414e" '
        f'stroke-width="{3 if listed else 1}"/>'
        f'<text x="{box.x + 10}" y="{box.y + 22}">{escape(_short(name))}</text>'
        f'<text class="s" x="{box.x + 10}" y="{box.y + 42}">{escape("; ".join(status))}</text></g>'
    )


def _short(name: str) -> str:
    """The name as far as the box holds it; the whole name is its title."""
    return name if len(name) <= 30 else f"{name[:29]}…"


def _reasons(asked: Ownership, party: str, regimes: Sequence[Regime], width: int) -> list[str]:
    lines = [f"On {asked.day.isoformat()}:"]
    for answer in asked.answers([party], regimes):
        text = (
            f"{answer.regime.value}: {answer.caught.value}. {answer.why} [{answer.rule.citation}]"
        )
        lines += wrap(text, max(60, (width - 2 * _EDGE) // 7), subsequent_indent="      ")
    return lines
