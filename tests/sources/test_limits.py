"""The table that a screening reads says what the definitions of the lists say."""

from __future__ import annotations

from ostraka.sources.limits import Limits, load_limits
from ostraka.sources.registry import load_sources


def test_the_table_of_limits_is_what_the_definitions_state() -> None:
    """A list that was screened or called stale by another limit would be screened wrongly."""
    stated = {
        key: Limits(source.default, source.stale_after_days, source.terms_mark)
        for key, source in load_sources().items()
    }
    assert dict(load_limits()) == stated
    assert list(load_limits()) == list(stated)
