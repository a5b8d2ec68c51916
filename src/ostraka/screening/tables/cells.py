"""Values as the cells of a table that a person may open in a spreadsheet program."""

from __future__ import annotations

import re
from datetime import date

Value = str | int | float | date | None
"""What a cell can hold."""

# The beginnings that spreadsheet programs take for a formula (OWASP, "CSV Injection"), with the
# wide forms that East Asian editions take for the narrow ones.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*")


def guard(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet program would run it.

    Text that is a number stays as it is: a program computes nothing from it, and a key such as
    `-17` still finds its row.

    >>> guard("=1+1"), guard("-17"), guard("Anna")
    ("'=1+1", '-17', 'Anna')
    """
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def write_cell(value: Value) -> str:
    """The value as the text of a CSV cell: dates ISO 8601, `true` and `false`, nothing for none.

    >>> write_cell(0.97), write_cell(None), write_cell(True)
    ('0.97', '', 'true')
    """
    match value:
        case None:
            return ""
        case str():
            return guard(value)
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case _:
            return repr(value)
