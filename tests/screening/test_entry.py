"""The JSON of a party says everything its list says, and where each value was read."""

from __future__ import annotations

import json
from dataclasses import fields

from cli.party_samples import PARTY, SNAPSHOT
from ostraka.model.party import Party
from ostraka.screening.entry import make_entry

PLACE = {"source": "demo", "record": "designations.yml:7", "raw": None}


def test_every_field_of_a_party_has_its_key() -> None:
    """A field added to the model and forgotten here would be silently withheld."""
    entry = make_entry(PARTY, SNAPSHOT)
    renamed = {"id": "party"}
    assert {renamed.get(f.name, f.name) for f in fields(Party)} <= set(entry)


def test_values_come_with_their_origin() -> None:
    """Names, identifiers, relations: what is unknown is null, nothing is left out."""
    entry = json.loads(json.dumps(make_entry(PARTY, SNAPSHOT)))
    assert entry["names"][1] == {
        "text": "Орук Вандале",
        "kind": "original_script",
        "script": "Cyrl",
        "language": "ru",
        "given": None,
        "family": None,
        "origin": PLACE,
    }
    assert entry["identifiers"] == [
        {
            "scheme": "passport",
            "value": "P 123",
            "label": "Passport",
            "country": "aq",
            "issued": None,
            "expires": "1953-08",
            "note": None,
            "origin": PLACE,
        }
    ]
    assert entry["relations"][0] == {
        "kind": "owns",
        "other": "demo:8",
        "other_name": "Vandale Works",
        "percent_min": 50.0,
        "percent_max": None,
        "since": None,
        "until": None,
        "former": False,
        "origin": PLACE,
    }
    assert entry["born"] == [
        {
            "date": "1953-08",
            "first": "1953-08-01",
            "last": "1953-08-31",
            "precision": "month",
            "circa": False,
            "raw": None,
            "origin": PLACE,
        }
    ]


def test_the_acts_and_the_snapshot_are_told() -> None:
    """A listing is a series of dated acts, read in one snapshot."""
    entry = json.loads(json.dumps(make_entry(PARTY, SNAPSHOT)))
    act = entry["listings"][0]["acts"][0]
    assert (act["kind"], act["on"], act["citation"]) == ("designate", "2021-12-10", "Gazette 5")
    assert entry["snapshot"] == {
        "id": "f" * 64,
        "source": "demo",
        "published": "2021-12-10",
        "imported": "2026-11-22T08:00:00+00:00",
        "omits": [],
    }
