"""What other processes are given to do in tests: in a module that they can import by its name.

A module of tests is named from the checkout on, and any package that installs `tests` hides it.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from ostraka.model.errors import TableRefused
from ostraka.model.hit import Result
from ostraka.model.subject import Subject
from screening.tables_fakes import find_many


def find_where(_subjects: Sequence[Subject], _first_row: int) -> list[Result]:
    """An answer for nobody: an error that names the process it came from."""
    raise TableRefused(str(os.getpid()))


def die_at_the_end(subjects: Sequence[Subject], first_row: int) -> list[Result]:
    """The process that is given one of the last rows is killed, as the system does."""
    if first_row > 30:
        os.kill(os.getpid(), signal.SIGKILL)
    return find_many(subjects, first_row)


def do_slowly(_piece: int) -> int:
    """The process that did it."""
    time.sleep(0.01)
    return os.getpid()


def find_and_say_who(subjects: Sequence[Subject], first_row: int) -> list[Result]:
    """The usual answer; the number of the process is left in the folder that the test names."""
    (Path(os.environ["SAID"]) / str(os.getpid())).touch()
    return find_many(subjects, first_row)
