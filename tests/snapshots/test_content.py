"""What counts as the content of a list, and what its id stands for."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from ostraka.model.dates import PartialDate, Precision
from ostraka.model.origin import Origin
from ostraka.model.party import Party
from ostraka.model.relation import Relation, RelationKind
from ostraka.snapshots.content import content_of, digest_party, make_snapshot_id
from snapshots.invented import ORIGIN, make_listing, make_party
from snapshots.party_strategies import party_lists

PARTY = make_party(1, aliases=("N. One", "N. Uno"))
YEAR = PartialDate(date(1955, 1, 1), date(1955, 12, 31), Precision.YEAR, raw="1955")


def test_content_is_what_the_list_says_in_words() -> None:
    """Fields at their default and origins are left out."""
    assert content_of(PARTY) == {
        "id": "custom:00001",
        "source": "custom",
        "kind": "person",
        "names": [
            {"text": "N. One", "kind": "alias"},
            {"text": "N. Uno", "kind": "alias"},
            {"text": "Numa NUMBER-1", "kind": "primary"},
        ],
        "listings": [
            {
                "list": "custom",
                "authority": "Nobody",
                "listing_class": "asset_freeze",
                "programme": "ALPHA",
            }
        ],
    }


def test_what_only_history_knows_is_no_content() -> None:
    """Else every new snapshot of the past would change all later ids."""
    seen = replace(make_listing(), first_seen=date(2021, 1, 1), last_absent=date(2020, 1, 1))
    assert digest_party(replace(PARTY, listings=(seen,))) == digest_party(PARTY)


def test_the_raw_text_of_a_date_is_no_content() -> None:
    """Two shapes of a file write one date in two ways."""
    longer = replace(YEAR, raw="01 Jan 1955 to 31 Dec 1955")
    assert digest_party(replace(PARTY, born=(YEAR,))) == digest_party(
        replace(PARTY, born=(longer,))
    )


def test_a_share_of_nought_is_not_an_unknown_one() -> None:
    """Zero per cent is a statement, and a whole number is the same as its decimal."""
    tie = Relation(RelationKind.OWNED_BY, "Nobody", ORIGIN, percent_min=0.0)
    digests = {
        digest_party(replace(PARTY, relations=(relation,)))
        for relation in (tie, replace(tie, percent_min=None), replace(tie, percent_min=0))
    }
    assert len(digests) == 2


@settings(deadline=None, max_examples=30)
@given(party_lists())
def test_the_id_depends_on_content_alone(parties: tuple[Party, ...]) -> None:
    """Neither on order nor on where it was read."""
    moved = [replace(p, origin=Origin("x", "y", "z"), names=p.names[::-1]) for p in parties]
    digests = {p.id: digest_party(p) for p in parties}
    assert make_snapshot_id({p.id: digest_party(p) for p in reversed(moved)}) == (
        make_snapshot_id(digests)
    )
    for key in digests:
        assert make_snapshot_id({**digests, key: "0" * 32}) != make_snapshot_id(digests)


def test_the_id_of_a_known_list_never_changes() -> None:
    """Records of screenings name it for ten years."""
    assert make_snapshot_id({PARTY.id: digest_party(PARTY)}) == (
        "82755b20b3b2e368b35fb2990b070dc59c983c55cf1d40a89b089dc6f6d9f0bc"
    )


def test_importing_the_room_loads_no_parquet_library() -> None:
    """The command line answers `--help` and `sources` without it."""
    program = (
        "import sys, ostraka.snapshots; print(sorted({'pyarrow', 'pydantic'} & {*sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "[]\n"
