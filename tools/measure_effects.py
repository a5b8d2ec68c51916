"""Write docs/measured/effects.csv: how many entries of real lists a rule answers for.

Run by `make measure` where ../shared/lists is. Each entry is asked on the day of its file, for each
actor and activity; it is answered where the verdict is not `review`. `make docs` shows the shares.
"""

from __future__ import annotations

import csv
import sys
from datetime import UTC, datetime

from effects.real_coverage import QUESTIONS, measure
from measure_lists import FOLDER, LISTS, load_rows

COLUMNS = ("list", "folder", "published", "actor", "activity", "entries", "answered")


def main() -> int:
    """The table is written anew; 1 where the folder of real files is not there."""
    if not LISTS.is_dir():
        sys.stderr.write("There is no folder ../shared/lists beside this checkout.\n")
        return 1
    day = datetime.now(UTC).date()
    measured = measure(LISTS, load_rows(FOLDER / "real_files.csv"))
    with (FOLDER / "effects.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# For how many entries of each list a rule answers, on the day of the file. "
            f"Written by `make measure` on {day}.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for one in measured:
            for question in QUESTIONS:
                asked = (question.actor, question.activity)
                head = (one.list, one.folder, one.published)
                writer.writerow([*head, *asked, one.entries, one.answered[asked]])
    return 0


if __name__ == "__main__":
    sys.exit(main())
