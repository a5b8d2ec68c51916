"""Consolidated acts as EUR-Lex sets them, small and with invented parties."""

from __future__ import annotations

from collections.abc import Sequence

from ostraka.sources.reading import InputFile

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html><head><title>EUR-Lex</title></head>'
    '<body><div class="eli-container"><p class="reference">{celex} — EN — {day} — 037.001</p>'
    '<p class="disclaimer">This text is meant purely as a documentation tool.</p>'
    '<div id="art_1"><p class="title-article-norm">Article 1</p><p class="norm">No party.</p></div>'
)


def make_act(*annexes: str, celex: str = "02014R0833", day: str = "23.07.2026") -> InputFile:
    """The page of an act with these annexes."""
    page = _HEAD.format(celex=celex, day=day) + "".join(annexes) + "</div></body></html>"
    return InputFile(f"{celex}.html", page.encode())


def make_annex(number: str, *content: str) -> str:
    """An annex with its title and the mark of an amending act."""
    return (
        f'<div id="anx_{number}"><hr class="separator-annex"/><p class="modref">▼M3</p>'
        f'<p class="title-annex-1">ANNEX {number}</p><p class="title-gr-seq-level-1">List referred '
        f"to in an Article</p>{''.join(content)}</div>"
    )


def make_rows(header: Sequence[str], *rows: Sequence[str]) -> str:
    """A table of an annex; the lines of a cell are its paragraphs."""
    made = "".join(_make_row(row) for row in (header, *rows))
    return f'<div class="centered"><table class="borderOj"><tbody>{made}</tbody></table></div>'


def make_mark(width: int, mark: str = "▼M17") -> str:
    """A row that only says which act put in the rows below it."""
    return f'<tr><td colspan="{width}"><p class="modref">{mark}</p></td></tr>'


def _make_row(cells: Sequence[str]) -> str:
    if len(cells) == 1 and cells[0].startswith("<tr>"):
        return cells[0]
    return f"<tr>{''.join(f'<td>{_lines(cell)}</td>' for cell in cells)}</tr>"


def _lines(cell: str) -> str:
    return "".join(f'<p class="tbl-norm">{line}</p>' for line in cell.split("\n"))
