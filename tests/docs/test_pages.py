"""What the pages point to exists: files behind links, verbs and options in examples."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from docs.console_blocks import find_blocks, parse_steps

CHECKOUT = Path(__file__).parents[2]
PAGES = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")])
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(CHECKOUT)))


def _read_options() -> dict[str, set[str]]:
    """The options of every verb, as the generated reference has them."""
    reference = (CHECKOUT / "docs/reference/commands.md").read_text("utf-8")
    _, *chapters = reference.split("\n## ostraka ")
    return {
        chapter.split("\n")[0]: set(re.findall(r"`(--[a-z-]+)", chapter)) for chapter in chapters
    }


def _examples(page: Path) -> list[list[str]]:
    text = page.read_text("utf-8")
    lines = [line for _, body in find_blocks(text, "sh") for line in body.splitlines()]
    lines += [step.command for step in parse_steps(text)]
    return [shlex.split(line) for line in lines if line.startswith("ostraka ")]


@every_page
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    """A moved page would leave a dead link behind."""
    targets = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    inside = [target.split("#")[0] for target in targets if "://" not in target]
    assert [target for target in inside if not (page.parent / target).exists()] == []


@every_page
def test_every_example_uses_verbs_and_options_that_exist(page: Path) -> None:
    """An example is copied before it is read."""
    options = _read_options()
    for words in _examples(page):
        verb = next(word for word in words[1:] if word in options)
        used = {word.split("=")[0] for word in words if word.startswith("--")} - {"--home"}
        assert used <= options[verb], shlex.join(words)


def test_examples_are_found() -> None:
    """The rule above would hold for pages without any."""
    assert sum(len(_examples(page)) for page in PAGES) > 20
