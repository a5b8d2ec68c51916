"""The reader of console blocks finds what differs, or the pages would always pass."""

from __future__ import annotations

import pytest

from docs.console_blocks import Step, find_blocks, make_pattern, parse_steps

PAGE = """# Title

```console
$ printf 'a\\n'
a
$ cat <<'END'
> one
>
> two
> END
one

two
```

```sh
make demo
```
"""


def test_commands_and_what_they_show_are_read_in_order() -> None:
    """Other blocks are left alone; a continued command keeps its lines."""
    assert parse_steps(PAGE) == [
        Step(4, "printf 'a\\n'", ("a",)),
        Step(6, "cat <<'END'\none\n\ntwo\nEND", ("one", "", "two")),
    ]


def test_blocks_are_found_by_their_language() -> None:
    """The line is that of the first line of the block, for messages."""
    assert list(find_blocks(PAGE, "sh")) == [(17, "make demo\n")]


@pytest.mark.parametrize(
    ("shown", "output"),
    [
        (("a", "b"), "a\nb\n"),
        (("a", "...", "b"), "a\nx\ny\nb\n"),
        (("a", "...", "b"), "a\nb\n"),
        (("took ... s",), "took 0.31 s\n"),
        (("a",), "a  \n\n"),
        ((), ""),
        ((), "\n"),
        (("(1+1)",), "(1+1)\n"),
    ],
)
def test_output_that_fits(shown: tuple[str, ...], output: str) -> None:
    """Three dots stand for text, everything else for itself, space at the end for nothing."""
    assert make_pattern(shown).fullmatch(output)


@pytest.mark.parametrize(
    ("shown", "output"),
    [
        (("a", "b"), "a\n"),
        (("a",), "a\nb\n"),
        (("a", "b"), "b\na\n"),
        (("1.5",), "1x5\n"),
        ((), "unexpected\n"),
        (("took ... s",), "took 0.31 h\n"),
    ],
)
def test_output_that_does_not_fit(shown: tuple[str, ...], output: str) -> None:
    """A line too few, too many, moved or changed."""
    assert not make_pattern(shown).fullmatch(output)
