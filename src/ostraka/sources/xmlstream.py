"""XML of lists, read record by record in bounded memory, with nothing outside ever fetched."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from lxml import etree

from ostraka.model.errors import SourceRefused
from ostraka.sources.reading import InputFile

Element = etree._Element  # noqa: SLF001 - the public name of the class does not exist
"""An lxml element."""

_Event = Literal["start", "end"]
_AGAIN = "Download the file again and compare its size with the publisher's."
_CHUNK = 1 << 18
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_DEFAULT_NAMESPACE = re.compile(rb"\sxmlns\s*=\s*(\"[^\"]*\"|'[^']*')")
_PREFIX = re.compile(rb"\sxmlns:([\w.-]+)")
# Other encodings (UTF-7, UTF-16, EBCDIC) could hide a document type from the search below.
_ENCODINGS = frozenset({"utf-8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})


@dataclass(frozen=True, slots=True)
class Root:
    """The root element of an XML file: its local name, namespace URI and attributes."""

    name: str
    namespace: str
    attributes: Mapping[str, str]


def read_root(file: InputFile) -> Root:
    """The root element, without reading further than its start tag.

    Raises:
        SourceRefused: the file is not XML, or declares a document type or another encoding.
    """
    _refuse_document_type(file)
    parser = _make_parser(("start",), None)
    for start in range(0, len(file.data), _CHUNK):
        _feed(file, parser, file.data[start : start + _CHUNK])
        for _, element in _events(parser):
            return _make_root(element)
    _close(file, parser, 0)
    return _make_root(next(_events(parser))[1])


def _make_root(element: Element) -> Root:
    name = etree.QName(element)
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    return Root(name.localname, name.namespace or "", attributes)


def iter_records(file: InputFile, *, root: str, tags: Collection[str]) -> Iterator[Element]:
    """Every element whose local name is in `tags`, in document order, its tags local names.

    An element is valid until the next one is asked for; then it and all before it are freed.
    Elements of `tags` must not stand inside one another.

    Raises:
        SourceRefused: not XML, another root, a document type, or an early end. The records before
            the place of an error may have been yielded by then.
    """
    found = read_root(file)
    if found.name != root:
        raise _wrong_root(file, root, found)
    head, rest = _without_default_namespace(file.data)
    renamed = _has_namespaced_elements(head, file.data, rest)
    parser = _make_parser(("start", "end"), [f"{{*}}{tag}" for tag in (root, *tags)])
    top, count = None, 0
    for piece in _pieces(head, file.data, rest):
        if piece:
            _feed(file, parser, piece)
        else:
            _close(file, parser, count)
        for event, element in _events(parser):
            if top is None:
                top = element
            if event == "start" or element is top:
                continue
            count += 1
            if renamed:
                _strip_namespaces(element)
            yield element
            element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs lack it
        _prune(top, tags)


def child_text(element: Element, name: str) -> str:
    """The stripped text of the first child of that name; empty where there is none."""
    child = element.find(name)
    return (child.text or "").strip() if child is not None else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name."""
    return element.iterchildren(name)


def count_start_tags(data: bytes, tag: str) -> int:
    """How many start tags of that local name the bytes hold, counted without an XML parser."""
    return len(re.findall(rb"<(?:[\w.-]+:)?" + re.escape(tag.encode()) + rb"[\s/>]", data))


def _make_parser(events: tuple[_Event, ...], tags: list[str] | None) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events,
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _events(parser: etree.XMLPullParser) -> Iterator[tuple[str, Element]]:
    return cast("Iterator[tuple[str, Element]]", parser.read_events())


def _refuse_document_type(file: InputFile) -> None:
    declared = _DECLARED.search(file.data[:512].removeprefix(b"\xef\xbb\xbf"))
    encoding = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if encoding not in _ENCODINGS or b"\0" in file.data[:512]:
        raise SourceRefused(
            "the XML is not in UTF-8",
            where=file.name,
            remedy="The official lists are UTF-8; download the file again.",
        )
    if b"<!DOCTYPE" in file.data or b"<!ENTITY" in file.data:
        raise SourceRefused(
            "the XML declares a document type (DTD), which no official list does",
            where=file.name,
            remedy="Do not use this file; download the list from its publisher.",
        )


def _without_default_namespace(data: bytes) -> tuple[bytes, int]:
    """The start of the file without the root's default namespace, and where the rest begins.

    With the namespace gone lxml gives local names by itself; renaming every element of a large
    list afterwards costs more than parsing it.
    """
    start = _root_start(data)
    end = data.find(b">", start) + 1
    return data[:start] + _DEFAULT_NAMESPACE.sub(b"", data[start:end], count=1), end


def _root_start(data: bytes) -> int:
    position = 0
    while True:
        position = data.index(b"<", position)
        if data.startswith(b"<!--", position):
            position = data.index(b"-->", position)
        elif data.startswith(b"<?", position):
            position = data.index(b"?>", position)
        else:
            return position


def _pieces(head: bytes, data: bytes, rest: int) -> Iterator[bytes]:
    """The bytes in pieces, and an empty one for the end."""
    yield head
    for start in range(rest, len(data), _CHUNK):
        yield data[start : start + _CHUNK]
    yield b""


def _feed(file: InputFile, parser: etree.XMLPullParser, piece: bytes) -> None:
    try:
        parser.feed(piece)
    except etree.XMLSyntaxError as problem:
        raise SourceRefused(
            f"this is not well-formed XML: {problem.msg}", where=file.name, remedy=_AGAIN
        ) from problem


def _close(file: InputFile, parser: etree.XMLPullParser, count: int) -> None:
    try:
        parser.close()
    except etree.XMLSyntaxError as problem:
        records = f"{count} whole record" + ("" if count == 1 else "s")
        raise SourceRefused(
            f"the XML ends early, after {records}: {problem.msg}", where=file.name, remedy=_AGAIN
        ) from problem


def _has_namespaced_elements(head: bytes, data: bytes, rest: int) -> bool:
    if _DEFAULT_NAMESPACE.search(head) or _DEFAULT_NAMESPACE.search(data, rest):
        return True
    prefixes = {*_PREFIX.findall(head), *_PREFIX.findall(data, rest)}
    return any(b"<" + p + b":" in head or b"<" + p + b":" in data for p in prefixes)


def _strip_namespaces(element: Element) -> None:
    for node in element.iter(etree.Element):
        if node.tag[0] == "{":
            node.tag = node.tag[node.tag.index("}") + 1 :]


def _prune(top: Element | None, tags: Collection[str]) -> None:
    """Frees what is already read, along the path of elements that are still open."""
    node = top
    while node is not None and etree.QName(node).localname not in tags and len(node):
        del node[:-1]
        node = node[-1]


def _wrong_root(file: InputFile, expected: str, found: Root) -> SourceRefused:
    return SourceRefused(
        f"the XML has the root element <{found.name}>, where <{expected}> is expected",
        where=file.name,
        remedy="Check that the file belongs to the list it is imported as.",
    )
