"""What other tools failed on in public, as queries over a small list of a user's own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from golden_rows import GOLDEN, Row, as_parameters, load_rows
from ostraka.model.errors import TableRefused
from ostraka.screening.opening import open_screener
from ostraka.screening.screener import Screener, Settings
from ostraka.screening.subjects import make_subject
from ostraka.snapshots import Store
from ostraka.sources.reading import InputFile
from ostraka.sources.registry import get_source, load_parser

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CASES = load_rows("screening_failures.csv")


def _identify(row: Row) -> str:
    """The query, and what else the case says besides the list."""
    return "-".join(row[c] for c in ("query", "kind", "born", "id", "address", "weak") if row[c])


@pytest.fixture(scope="module")
def screeners(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Screener]:
    """Without weak aliases and, under `yes`, with them."""
    store = Store(tmp_path_factory.mktemp("failures"))
    text = (GOLDEN / "screening_failures_list.csv").read_text(encoding="utf-8")
    table = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    parsed = load_parser("custom")([InputFile("failures.csv", table.encode())])
    assert parsed.warnings == ()
    store.publish(get_source("custom"), parsed, published=NOW.date(), now=NOW)
    return {
        weak: open_screener(
            store, sources=["custom"], settings=Settings(weak_aliases=bool(weak)), now=NOW
        )
        for weak in ("", "yes")
    }


@pytest.mark.parametrize("row", as_parameters(CASES, _identify))
def test_what_others_failed_on(screeners: dict[str, Screener], row: Row) -> None:
    """The party that is meant stands first, or nothing is found."""
    subject, problems = make_subject(
        row["query"],
        kind=row["kind"],
        born=row["born"],
        country=row["country"],
        ids=[row["id"]] if row["id"] else [],
        address=row["address"],
    )
    assert problems == ()
    hits = screeners[row["weak"]].find(subject).hits
    expected = f"custom:{row['party']}" if row["party"] else ""
    found = hits[0].party if hits else ""
    assert found == expected, f"{row['why']}: {[(hit.party, hit.score) for hit in hits]}"


@pytest.mark.parametrize("name", ["", "★ ☆", "...", "-"])
def test_a_name_without_letters_is_refused(name: str) -> None:
    """Elsewhere it became the empty name, and the empty name matched everybody."""
    with pytest.raises(TableRefused):
        make_subject(name)


def test_every_case_says_why() -> None:
    """And every party that a case names is on the list."""
    listed = {row["id"] for row in load_rows("screening_failures_list.csv")}
    assert [row for row in CASES if not row["why"]] == []
    assert {row["party"] for row in CASES} - {""} - listed == set()
