"""Write docs/reference from the code: commands, vocabulary, sources, coverage.

`make docs` writes the pages; `make check` runs this with --check, which writes nothing and fails
when a page differs from what the code says.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from make_coverage import make_coverage_page
from make_effects_coverage import make_effects_coverage
from ostraka import model
from ostraka.model.terms import Term
from ostraka.sources.definition import Source
from ostraka.sources.registers import Register, load_registers
from ostraka.sources.registry import load_sources

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
WRITTEN = "<!-- Written by `make docs` from the code. Edit the code, not this page. -->\n"
CADENCES = {0: "once", 1: "about daily", 7: "about weekly"}
VALUE_NAMES = {str: "TEXT", int: "NUMBER", float: "NUMBER", Path: "PATH"}
MARKUP = re.compile(r"\[/?(?:bold|dim|italic)\]")


def make_pages() -> dict[str, str]:
    """Every generated page by its file name."""
    pages = {
        "commands.md": make_commands_page(),
        "vocabulary.md": make_vocabulary_page(),
        "sources.md": make_sources_page(load_sources().values(), load_registers().values()),
        "coverage.md": make_coverage_page(load_sources().values(), load_registers().values()),
        "effects.md": make_effects_page(),
    }
    return {name: f"{WRITTEN}{page}" for name, page in pages.items()}


# -- commands --------------------------------------------------------------------------------


def make_commands_page() -> str:
    """What every verb does, with its arguments and options."""
    # typer builds commands of its own kind, whose classes are not part of its public names.
    import typer.main

    from ostraka.cli.main import app

    group: Any = typer.main.get_command(app)
    context = group.make_context("ostraka", [], resilient_parsing=True)
    lines = ["# Commands", "", *_describe_command("ostraka", group)]
    for verb in group.list_commands(context):
        command = group.get_command(context, verb)
        lines += ["", f"## ostraka {verb}", "", *_describe_command(f"ostraka {verb}", command)]
        for name, inner in getattr(command, "commands", {}).items():
            whole = f"ostraka {verb} {name}"
            lines += ["", f"### {whole}", "", *_describe_command(whole, inner)]
    return "\n".join(lines) + "\n"


def _describe_command(name: str, command: Any) -> list[str]:  # noqa: ANN401 - typer's own class
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([name, *(_argument_name(p) for p in arguments), "[OPTIONS]"])
    lines = ["```", usage, "```", "", *_describe_help(command.help or "")]
    named = [(f"`{_argument_name(p)}`", p) for p in arguments]
    named += [(_option_name(p), p) for p in options if not p.hidden]
    if named:
        lines += ["", "| | |", "|---|---|"]
        lines += [f"| {shown} | {_in_cell(p.help or '')} |" for shown, p in named]
    return lines


def _argument_name(parameter: Any) -> str:  # noqa: ANN401 - typer's own class
    shown = parameter.metavar or parameter.name.upper()
    return shown if parameter.required or shown.startswith("[") else f"[{shown}]"


def _option_name(parameter: Any) -> str:  # noqa: ANN401 - typer's own class
    flags = ", ".join([*parameter.opts, *parameter.secondary_opts])
    if parameter.is_flag:
        return f"`{flags}`"
    value = parameter.metavar or _value_name(parameter.type_descriptor.annotation)
    return f"`{flags} {value}`".replace("|", "\\|")


def _value_name(annotation: type) -> str:
    if issubclass(annotation, Enum):
        return "|".join(str(choice.value) for choice in annotation)
    return VALUE_NAMES[annotation]


def _describe_help(text: str) -> Iterator[str]:
    """The help of a command; its indented lines, which are examples, as a block of code."""
    inside = False
    for line in inspect.cleandoc(MARKUP.sub("", text)).splitlines():
        indented = line.startswith("  ")
        if indented != inside:
            yield "```" if inside else "\n```sh"
            inside = indented
        yield line.strip() if indented else line
    if inside:
        yield "```"


# -- vocabulary ------------------------------------------------------------------------------


def make_vocabulary_page() -> str:
    """Every closed set: its words, what they mean, where that is laid down."""
    lines = [
        "# Vocabulary",
        "",
        "Every word that Ostraka uses for one of several possibilities, as it stands in JSON and",
        "in tables.",
    ]
    for term in _find_terms():
        lines += ["", f"## {_spaced(term.__name__)}", "", inspect.cleandoc(term.__doc__ or ""), ""]
        lines += ["| word | meaning | laid down in |", "|---|---|---|"]
        lines += [f"| `{m}` | {_in_cell(m.meaning)} | {_in_cell(m.citation)} |" for m in term]
    return "\n".join(lines) + "\n"


def _find_terms() -> list[type[Term]]:
    names = [module.name for module in pkgutil.iter_modules(model.__path__, "ostraka.model.")]
    members = (vars(importlib.import_module(name)).values() for name in names)
    found = {m for values in members for m in values if isinstance(m, type) and issubclass(m, Term)}
    return sorted(found - {Term}, key=lambda term: (term.__module__, term.__name__))


def _spaced(name: str) -> str:
    words = re.findall(r"[A-Z][a-z]*", name)
    return " ".join([words[0], *(word.lower() for word in words[1:])])


# -- sources ---------------------------------------------------------------------------------


def make_sources_page(sources: Iterable[Source], registers: Iterable[Register]) -> str:
    """Every list and register, and the bounds that each must keep."""
    lines = [
        "# Sources",
        "",
        "Every list that Ostraka can read. Its key is what `ostraka import` and `--source` take.",
    ]
    for source in sources:
        lines += ["", f"## {source.key}", "", f"{source.title}. {source.authority}.", ""]
        lines += ["| | |", "|---|---|"]
        lines += [f"| {name} | {_in_cell(value)} |" for name, value in _describe_source(source)]
        lines += _make_list("Published at:", [f"<{url}>" for url in source.urls])
        lines += _make_list("To know:", [" ".join(note.split()) for note in source.notes])
    lines += [
        "",
        "## Registers",
        "",
        "Who owns whom: fetched with `ostraka sync KEY`, only where named,",
    ]
    lines += ["and asked by `ostraka screen --owners` and `ostraka ownership`."]
    for register in registers:
        lines += ["", f"### {register.key}", "", f"{register.title}. {register.authority}.", ""]
        lines += ["| | |", "|---|---|"]
        lines += [f"| {name} | {_in_cell(value)} |" for name, value in _describe_register(register)]
        urls = dict.fromkeys(files.url for files in register.sets)
        lines += _make_list("Found through:", [f"<{url}>" for url in urls])
        lines += _make_list("To know:", [" ".join(note.split()) for note in register.notes])
    return "\n".join(lines).rstrip() + "\n"


def _make_list(heading: str, points: list[str]) -> list[str]:
    return ["", heading, "", *(f"- {point}" for point in points)] if points else []


def _describe_source(source: Source) -> Iterator[tuple[str, str]]:
    yield "country", source.country.upper() or "none"
    yield "formats", ", ".join(source.formats)
    yield "appears", CADENCES.get(source.cadence_days, f"about every {source.cadence_days} days")
    limit = source.stale_after_days
    yield "stale", f"{limit} days after its last check" if limit else "never"
    yield "licence", source.licence
    yield "screened without `--source`", "yes" if source.default else "no"
    floors = source.floors
    if floors.parties_min is not None or floors.parties_max is not None:
        yield "parties", f"{floors.parties_min or 0:,} to {_at_most(floors.parties_max)}"
    for kind, least in floors.kinds.items():
        yield f"parties of kind {kind}", f"at least {least:,}"
    for field, share in floors.fill.items():
        yield f"share with {field}", f"at least {share:.0%}"


def _describe_register(register: Register) -> Iterator[tuple[str, str]]:
    yield "country", register.country.upper() or "none"
    yield (
        "appears",
        CADENCES.get(register.cadence_days, f"about every {register.cadence_days} days"),
    )
    yield "stale", f"{register.stale_after_days} days after its last check"
    yield "licence", register.licence
    yield "records", f"at least {register.floors.records_min:,}"
    yield "stakes", f"at least {register.floors.stakes_min:,}"
    yield "a file", f"at most {register.limit_mib:,} MiB"
    yield "all files, unpacked", f"at most {register.unpacked_mib:,} MiB"


def _at_most(number: int | None) -> str:
    return "any number" if number is None else f"{number:,}"


def _in_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


# -- effects ---------------------------------------------------------------------------------


def make_effects_page() -> str:
    """Every rule with its days and citation, and how many entries of real lists they answer."""
    from ostraka.effects.notes import load_place_rules
    from ostraka.effects.tables import load_rules

    lines = [
        "# Effects",
        "",
        "Every rule that `ostraka effects` applies, as it stands in `effects/rules`. A rule of",
        "which effect, date or threshold is marked as not verified gives at best `review`.",
        *make_effects_coverage(),
    ]
    seen: list[int] = []
    for rules in [*load_rules().values(), *load_place_rules().values()]:
        if id(rules) in seen:
            continue
        seen.append(id(rules))
        lines += ["", f"## {', '.join(rules.lists)}", "", f"{rules.authority}. {rules.scope}"]
        lines += ["", f"Binds: {', '.join(rules.binds) or 'nobody by itself'}. {rules.citation}."]
        lines += [
            "",
            "| rule | actors | activities | verdict | days | says | laid down in | not verified |",
        ]
        lines += ["|---|---|---|---|---|---|---|---|"]
        lines += [_describe_row(row) for group in rules.groups for row in group.rows]
    return "\n".join(lines) + "\n"


def _describe_row(row: Any) -> str:  # noqa: ANN401 - imported where it is used
    actors = "everyone" if len(row.actors) == 7 else ", ".join(row.actors)
    days = f"from {row.start}" + (f" before {row.before}" if row.before else "")
    days += f" until {row.until}" if row.until else ""
    doubts = "; ".join(f"{d.what}: {d.note}" for d in row.unverified)
    cells = [f"`{row.id}`", actors, ", ".join(row.activities), f"`{row.verdict}`"]
    return f"| {' | '.join(_in_cell(c) for c in [*cells, days, row.text, row.citation, doubts])} |"


# -- the pages on disk -----------------------------------------------------------------------


def find_outdated(pages: dict[str, str]) -> list[str]:
    """Names of pages that differ from what the code says, or that the code does not make."""
    on_disk = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in pages | on_disk if pages.get(name) != on_disk.get(name))


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check only say which are out of date; 0 where none is."""
    pages = make_pages()
    outdated = find_outdated(pages)
    if arguments == ["--check"]:
        for name in outdated:
            sys.stderr.write(f"docs/reference/{name} differs from the code; run `make docs`.\n")
        return 1 if outdated else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        (FOLDER / name).write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
