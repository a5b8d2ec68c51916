"""What is saved in the place of a list: refused for every list of the two European authorities."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ostraka.model.errors import SourceRefused
from ostraka.sources.intake import open_inputs
from ostraka.sources.reading import InputFile
from ostraka.sources.registry import get_source, load_parser
from sources.eu_samples import make_fsf_entity, make_fsf_xml, make_journal
from sources.uk_samples import make_conlist, make_designation, make_uksl_xml

_WHOLE: dict[str, Callable[[], InputFile]] = {
    "gb_uksl": lambda: make_uksl_xml(make_designation(), make_designation(UniqueID="GHR9002")),
    "gb_ofsi_conlist": lambda: make_conlist({}, {"Group ID": "2"}),
    "eu_fsf": lambda: make_fsf_xml(make_fsf_entity(), make_fsf_entity(logicalId="2")),
    "eu_journal": lambda: make_journal({"measure": "x"}, {"measure": "y", "name": "Quill JSC"}),
}
_PAGE = b"<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon</body></html>"
every_list = pytest.mark.parametrize("key", sorted(_WHOLE))


@every_list
@pytest.mark.parametrize(
    ("data", "problem"),
    [(_PAGE, "web page"), (b"", "is empty"), (b"\x89PNG\r\n", "PNG image")],
    ids=["maintenance", "empty", "image"],
)
def test_what_is_no_list_never_reaches_a_reader(
    key: str, data: bytes, problem: str, tmp_path: Path
) -> None:
    """A page of maintenance often comes with status 200 under the name of the list."""
    path = tmp_path / _WHOLE[key]().name
    path.write_bytes(data)
    with pytest.raises(SourceRefused, match=problem) as refused:
        load_parser(key)(
            open_inputs([path], pages="html" in get_source(key).formats),
        )
    assert refused.value.where
    assert refused.value.remedy


@every_list
@pytest.mark.parametrize("share", [0.35, 0.6, 0.8])
def test_a_file_that_ends_early_is_never_read_as_fewer_parties(key: str, share: float) -> None:
    """Wherever it is cut inside its last record; whole, it has its two records or more."""
    whole = _WHOLE[key]()
    parsed = load_parser(key)([whole])
    assert len(parsed.parties) >= 1
    start = max(whole.data.rfind(mark) for mark in (b"\n", b"<Designation>", b"<sanctionEntity "))
    last = whole.data.rstrip().rfind(b"\n") if key in ("gb_ofsi_conlist", "eu_journal") else start
    cut = whole.data[: last + int((len(whole.data) - last) * share)]
    if key == "eu_journal":
        cut = cut[: cut.rindex(b",")]
    with pytest.raises(SourceRefused):
        load_parser(key)([InputFile(whole.name, cut)])


@every_list
def test_one_list_is_not_taken_for_another(key: str) -> None:
    """Each refuses the files of the three others, and says what to do."""
    for other, make in _WHOLE.items():
        if other == key:
            continue
        with pytest.raises(SourceRefused) as refused:
            load_parser(key)([make()])
        assert refused.value.remedy
