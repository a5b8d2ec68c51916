"""One screener serves any number of threads: the same answers, and no thread waits for another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread

import pytest

from matching.listed_parties import make_party
from ostraka.matching.index import encode_query
from ostraka.model.hit import Result
from ostraka.screening.screener import Screener
from screening.rescreening.two_states import make_screener

GIVEN = ("Mira", "Oruk", "Shohrat", "Ivan", "Hassan", "Emma", "Tamsin", "Pavel")
FAMILY = ("Quellhorst", "Vandale", "Zakir", "Petrov", "Homs", "Daniels", "Orlov", "Tuniyaz")
NAMES = [f"{given} {family}" for given in GIVEN for family in FAMILY]
THREADS = 8


@pytest.fixture(scope="module")
def screener(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    """Over one invented party for each name, and a misspelt alias."""
    parties = [
        make_party(f"custom:{number}", name, f"{name}ov") for number, name in enumerate(NAMES)
    ]
    return make_screener(tmp_path_factory.mktemp("threads"), parties)


def test_many_threads_get_the_answers_of_one(screener: Screener) -> None:
    """All at once, each through the names in another order, on one index and its caches."""
    alone = {name: screener.screen(name) for name in NAMES}
    assert all(result.hits for result in alone.values())
    together = Barrier(THREADS)

    def ask(first: int) -> dict[str, Result]:
        together.wait()
        return {name: screener.screen(name) for name in NAMES[first:] + NAMES[:first]}

    with ThreadPoolExecutor(THREADS) as pool:
        for answers in pool.map(ask, range(0, 5 * THREADS, 5)):
            assert answers == alone


@pytest.fixture
def no_switching() -> Iterator[None]:
    """No thread gives up the interpreter of itself: another runs only where the kernel lets it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1_000)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("no_switching")
def test_the_kernel_lets_other_threads_run_while_it_searches(screener: Screener) -> None:
    """Counted: steps another thread took between the beginning and the end of one search."""
    queries = [encode_query(name, None) for name in NAMES * 20]
    steps, begun, over = [0], Event(), Event()

    def count() -> None:
        begun.set()
        while not over.is_set():
            steps[0] += 1
            over.wait(0.0001)  # gives the interpreter back

    other = Thread(target=count)
    other.start()
    begun.wait()
    taken = 0
    for _ in range(50):
        before = steps[0]
        screener.index.search_many(queries, floor=0.5, weak_aliases=False)
        taken = steps[0] - before
        if taken:
            break
    over.set()
    other.join()
    assert taken > 0
