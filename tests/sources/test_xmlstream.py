"""XML read record by record, with nothing outside it ever touched."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile
from ostraka.sources.xmlstream import (
    child_text,
    children,
    count_start_tags,
    iter_records,
    read_root,
)


def read(data: bytes, *tags: str) -> list[str]:
    file = InputFile("a.xml", data)
    return [etree.tostring(e).decode() for e in iter_records(file, root="r", tags=tags or ("a",))]


def refusal(data: bytes) -> str:
    with pytest.raises(SourceRefused) as caught:
        read(data)
    assert caught.value.where == "a.xml"
    assert caught.value.remedy
    return caught.value.problem


def test_records_come_in_document_order_from_any_depth() -> None:
    """A list groups its records; the groups do not matter."""
    data = b"<r><g><a>1</a></g><b>2</b><h><i><a>3</a></i></h></r>"
    assert read(data, "a", "b") == ["<a>1</a>", "<b>2</b>", "<a>3</a>"]


@pytest.mark.parametrize(
    "data",
    [
        b'<r xmlns="u"><a><c>1</c></a></r>',
        b'<p:r xmlns:p="u"><p:a><p:c>1</p:c></p:a></p:r>',
        b'<r xmlns="u" xmlns:x="v" x:s="1>0"><a><c>1</c></a></r>',
        b'<r><a xmlns="u"><c>1</c></a></r>',
        b'<!-- <r xmlns="n"> --><r xmlns="u"><a><c>1</c></a></r>',
    ],
)
def test_tags_are_local_names_whatever_the_namespace(data: bytes) -> None:
    """OFAC changed its namespaces on 7 May 2024 and nothing else."""
    file = InputFile("a.xml", data)
    (found,) = [
        (e.tag, [c.tag for c in e], child_text(e, "c"))
        for e in iter_records(file, root="r", tags=("a",))
    ]
    assert found == ("a", ["c"], "1")


def test_the_root_is_read_without_its_content() -> None:
    """Namespace and date of publication stand in the first tag."""
    root = read_root(InputFile("a.xml", b'<r xmlns="u" day="2024-01-02"><a>'))
    assert (root.name, root.namespace, dict(root.attributes)) == ("r", "u", {"day": "2024-01-02"})


def test_child_texts_are_stripped_and_empty_where_missing() -> None:
    """Placeholders are everywhere in the UN list."""
    data = b"<r><a><b> x </b><b/><b>y</b></a></r>"
    found = [
        (child_text(e, "b"), child_text(e, "c"), [child.text for child in children(e, "b")])
        for e in iter_records(InputFile("a.xml", data), root="r", tags=("a",))
    ]
    assert found == [("x", "", [" x ", None, "y"])]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<r><a>1</a><a>2", "the XML ends early, after 1 whole record"),
        (b"<r><a>1</a><a>2</a></", "the XML ends early, after 2 whole records"),
        (b"<r><a>1</b></r>", "this is not well-formed XML"),
        (b"<r/>x", "this is not well-formed XML"),
        (b"name,id\nx,1\n", "this is not well-formed XML"),
        (b"<r><a>\xff\xfe</a></r>", "this is not well-formed XML"),
        (b"<x/>", "the XML has the root element <x>, where <r> is expected"),
        (b'<?xml version="1.0" encoding="UTF-7"?><r/>', "the XML is not in UTF-8"),
    ],
)
def test_a_broken_file_is_refused_with_how_far_it_got(data: bytes, problem: str) -> None:
    """Truncation is told from damage, and damage from another list."""
    assert refusal(data).partition(":")[0] == problem


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE r><r/>",
        b'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r><a>&e;</a></r>',
        b'<?xml version="1.0"?><!-- x --><!DOCTYPE r [<!ENTITY l "lol">]><r><a>&l;</a></r>',
        b"<r><a><![CDATA[<!DOCTYPE r>]]></a></r>",
    ],
)
def test_a_document_type_is_refused_wherever_it_stands(data: bytes) -> None:
    """No official list has one; entities are how XML reads files and fills memory."""
    assert refusal(data) == "the XML declares a document type (DTD), which no official list does"


def test_an_undeclared_entity_is_refused() -> None:
    """A name that vanishes in a parser is worse than a refusal."""
    assert refusal(b"<r><a>&nbsp;</a></r>")


def test_memory_stays_bounded_however_long_the_file() -> None:
    """Neither records nor what stands between them pile up."""
    filler = b"<x><y>filler</y></x>" * 40
    data = b"<r>" + (b"<a><b>text</b></a>" + filler) * 20_000 + b"</r>"
    file = InputFile("a.xml", data)
    tracemalloc.start()
    try:
        count = sum(1 for _ in iter_records(file, root="r", tags=("a",)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 8 << 20


def test_start_tags_are_counted_without_a_parser() -> None:
    """The count is independent of the one that the parser makes."""
    data = b"<R><A>1</A><A x='1'/><n:A/><AB/><A_B/><!-- A --></R>"
    assert count_start_tags(data, "A") == 3


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), max_size=20)
)
def test_what_is_written_is_read_back(texts: list[str]) -> None:
    """Any text of any script, in any number of records, across the borders of pieces."""
    top = etree.Element("r")
    for text in texts:
        etree.SubElement(top, "a").text = text
    file = InputFile("a.xml", etree.tostring(top, encoding="utf-8"))
    found = [element.text or "" for element in iter_records(file, root="r", tags=("a",))]
    assert found == texts


def test_records_across_the_borders_of_pieces_stay_whole() -> None:
    """A piece of 256 KiB ends inside a tag, a text or a character."""
    texts = ["é" * (n % 7000) for n in range(400)]
    body = "".join(f"<a>{text}</a>" for text in texts)
    file = InputFile("a.xml", f"<r>{body}</r>".encode())
    assert [e.text or "" for e in iter_records(file, root="r", tags=("a",))] == texts
