"""The pages a newcomer follows do what they show: run in order, in an empty home, on the wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.console_blocks import find_blocks, make_pattern, parse_steps, run_step
from wheel_environment import Installed

PAGES = (
    "README.md",
    "docs/tutorial.md",
    "docs/how-to/write-a-policy.md",
    "docs/how-to/may-we-pay.md",
    "docs/how-to/may-we-buy-the-shares.md",
    "docs/how-to/is-the-subsidiary-caught.md",
)
every_page = pytest.mark.parametrize("page", PAGES)
pytestmark = pytest.mark.slow


@every_page
def test_every_command_shows_what_the_page_shows(
    page: str, checkout: Path, installed: Installed, tmp_path: Path
) -> None:
    """The first command that fails is the last one a newcomer types."""
    steps = parse_steps((checkout / page).read_text("utf-8"))
    assert steps
    variables = installed.make_variables(tmp_path)
    for step in steps:
        output = run_step(step, variables, tmp_path)
        assert make_pattern(step.shown).fullmatch(output), (
            f"{page}:{step.line}: $ {step.command}\nshown:\n"
            + "\n".join(step.shown)
            + f"\n\ncame back:\n{output}"
        )


@every_page
def test_every_python_session_shows_what_the_page_shows(
    page: str, checkout: Path, installed: Installed, tmp_path: Path
) -> None:
    """Sessions run after the commands of the page, as a reader would, with the same home."""
    text = (checkout / page).read_text("utf-8")
    sessions = "\n".join(body for _, body in find_blocks(text, "pycon"))
    if not sessions:
        pytest.skip("the page has no Python session")
    for step in parse_steps(text):
        run_step(step, installed.make_variables(tmp_path), tmp_path)
    (tmp_path / "session.txt").write_text(sessions, encoding="utf-8")
    done = installed.run(
        str(installed.python), "-m", "doctest", "-o", "ELLIPSIS", "session.txt", home=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
