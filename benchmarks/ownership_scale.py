"""One million invented stakes, read and solved for all regimes.

`python -m benchmarks.ownership_scale` prints seconds of processor time of its process, which other
work on the machine does not move much.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from ostraka.model.ownership import PROPAGATING, Regime
from ostraka.ownership import Listed, Ownership
from ostraka.ownership.naming import Naming
from ostraka.ownership.readers import read_stakes

STAKES, PEOPLE, LISTED, SEED = 1_000_000, 400_000, 20_000, 7
DAY = date(2026, 11, 22)


def write_stakes(path: Path, number: int) -> None:
    """Companies with one to four owners each, people or earlier companies; some shares unknown."""
    chance = random.Random(SEED)
    written, company = 0, 0
    with path.open("w", encoding="utf-8") as out:
        out.write("owner,owned,percent,percent_min,percent_max,interest,start\n")
        while written < number:
            company, left = company + 1, 100.0
            for _ in range(min(chance.choice((1, 1, 2, 3, 4)), number - written)):
                earlier = company > 1000 and chance.random() < 0.4
                owner = (
                    f"Company {chance.randrange(company - 1)}"
                    if earlier
                    else f"Person {chance.randrange(PEOPLE)}"
                )
                exact = round(chance.uniform(1, left), 2)
                left = max(1.0, left - exact)
                share = chance.choices((f"{exact},,", ",25,50", ",,"), (80, 15, 5))[0]
                interest = chance.choices(("", "votes"), (9, 1))[0]
                start = chance.choice(("", "2015-03-01"))
                out.write(f"{owner},Company {company},{share},{interest},{start}\n")
                written += 1


def make_listed() -> list[Listed]:
    """People listed by one to three regimes."""
    chance = random.Random(SEED + 1)
    return [
        Listed(f"Person {chance.randrange(PEOPLE)}", Regime(regime))
        for _ in range(LISTED)
        for regime in chance.sample(PROPAGATING, chance.randrange(1, 4))
    ]


def measure(number: int = STAKES) -> dict[str, float]:
    """Seconds of processor time for each step, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stakes.csv"
        write_stakes(path, number)
        seconds = {}
        begun = time.process_time()
        stakes = read_stakes(path)
        seconds["read"] = time.process_time() - begun
        begun = time.process_time()
        asked = Ownership(stakes, Naming(stakes).resolve(make_listed()), DAY)
        seconds["laid out"] = time.process_time() - begun
        for regime in PROPAGATING:
            begun = time.process_time()
            asked.solution(regime)
            seconds[f"solved for {regime.value}"] = time.process_time() - begun
    return seconds


if __name__ == "__main__":
    measured = measure(int(sys.argv[1]) if len(sys.argv) > 1 else STAKES)
    for step, taken in measured.items():
        print(f"{step:<20} {taken:6.1f} s")
    print(f"{'together':<20} {sum(measured.values()):6.1f} s")
