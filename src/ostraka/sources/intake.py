"""Files from disk into bounded, decompressed bytes, or a refusal that names what is wrong."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from ostraka.model.errors import SourceRefused
from ostraka.sources.archives import Allowance, gunzip, unzip
from ostraka.sources.contents import refuse_foreign_content
from ostraka.sources.reading import InputFile

MAX_BYTES = 512 << 20
"""Most bytes one import may hold, before and after decompression; the largest list has 127 MB."""

_PAGES = frozenset({".htm", ".html", ".xhtml"})
_TEXTS = _PAGES | {".csv", ".json", ".jsonl", ".ndjson", ".tsv", ".txt", ".xml"}
_LIST_ENDINGS = _TEXTS | {".gz", ".xls", ".xlsx", ".yml", ".yaml", ".zip"}
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


def open_inputs(
    paths: Sequence[Path], *, max_bytes: int = MAX_BYTES, pages: bool = False
) -> tuple[InputFile, ...]:
    """The files of one list, decompressed, in the order given; a folder's in order of name.

    A folder, or a zip archive, stands for the files in it whose endings lists have. Workbooks stay
    as they are. `pages` is for lists that are published as a web page.

    Raises:
        SourceRefused: a path that is missing or is no file; an empty, truncated, damaged,
            encrypted or oversized file; a web page; a file of another kind (image, PDF, program).
    """
    allowance = Allowance(max_bytes)
    found: list[InputFile] = []
    for path in dict.fromkeys(_expand(paths)):
        found.extend(_unpack(str(path), path.name, _load_bytes(path, max_bytes), allowance))
    for file in found:
        refuse_foreign_content(file, pages=pages)
    return tuple(found)


def _expand(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = [p for p in sorted(path.iterdir()) if p.is_file() and _is_list_file(p.name)]
        if not inside:
            raise SourceRefused(
                "the folder holds no list file",
                where=str(path),
                remedy="Name the folder that holds the downloaded files themselves.",
            )
        yield from inside


def _is_list_file(name: str) -> bool:
    base = Path(name)
    return not base.name.startswith(".") and base.suffix.lower() in _LIST_ENDINGS


def _load_bytes(path: Path, max_bytes: int) -> bytes:
    try:
        details = path.stat()
        if not stat.S_ISREG(details.st_mode):
            raise SourceRefused(
                "this is not a regular file",
                where=str(path),
                remedy="Save the list to a file first.",
            )
        if details.st_size > max_bytes:
            raise _too_large(str(path), max_bytes)
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise SourceRefused(
            "there is no such file", where=str(path), remedy="Check the path."
        ) from problem
    except OSError as problem:
        raise SourceRefused(
            f"the file cannot be read ({problem.strerror})",
            where=str(path),
            remedy="Check its permissions and the disk.",
        ) from problem


def _too_large(where: str, max_bytes: int) -> SourceRefused:
    return SourceRefused(
        f"the file is larger than {max_bytes >> 20} MiB",
        where=where,
        remedy="No list is that large; check that this is the right file.",
    )


def _unpack(where: str, name: str, data: bytes, allowance: Allowance) -> list[InputFile]:
    if data.startswith(_GZIP):
        data = gunzip(where, data, allowance)
        name = name[:-3] if name.lower().endswith(".gz") else name
        if data.startswith(_GZIP):
            raise SourceRefused(
                "the file is compressed twice", where=where, remedy="Unpack it once by hand."
            )
    if data.startswith(_ZIP):
        return unzip(where, name, data, allowance, keep=_is_list_file)
    return [InputFile(name, data)]
