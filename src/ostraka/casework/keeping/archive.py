"""One file that holds a home: lists, stakes, the record and its secret, each with its hash."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from ostraka.casework.keeping.tables import write_tables
from ostraka.model.errors import RecordDamaged, RecordRefused

MANIFEST = "manifest.json"
TABLES_FILE = "record/tables.jsonl"
SECRET_FILE = "record/secret"  # noqa: S105 - the name of it
FORMAT = 1

# What reading a file raises that is cut off, altered, or another kind of file.
_NOT_WHOLE = (
    tarfile.TarError,
    gzip.BadGzipFile,
    zlib.error,
    EOFError,
    ValueError,
    KeyError,
    TypeError,
    FileNotFoundError,
)
_NOT_KEPT = ("indexes", "record")  # an index is built again; the record goes in as tables


@dataclass(frozen=True, slots=True)
class Archive:
    """What an archive says it holds: the hash of each file, and how the record ends."""

    files: dict[str, str]
    count: int
    head: str


def write_archive(home: Path, out: Path) -> Archive:
    """The file is a whole backup of the home, readable by its owner alone.

    Raises:
        RecordRefused: There is such a file already.
    """
    if out.exists():
        raise RecordRefused(
            "there is a file of that name", where=str(out), remedy="Give a name that is free."
        )
    fresh = out.with_name(f".tmp-{out.name}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            archive = _fill(home, stream)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(out)
    finally:
        fresh.unlink(missing_ok=True)
    return archive


def _fill(home: Path, stream: BinaryIO) -> Archive:
    files: dict[str, str] = {}
    with (
        tempfile.TemporaryFile() as tables,
        tarfile.open(fileobj=stream, mode="w:gz", compresslevel=3) as tar,
    ):
        text = io.TextIOWrapper(tables, encoding="utf-8")
        count, head = write_tables(text)
        text.detach()
        files[TABLES_FILE] = _add(tar, TABLES_FILE, tables)
        for path in _find_files(home):
            name = path.relative_to(home).as_posix()
            with path.open("rb") as content:
                files[name] = _add(tar, name, content)
        archive = Archive(files, count, head)
        body = {"format": FORMAT, "files": files, "count": count, "head": head}
        _add(tar, MANIFEST, io.BytesIO(json.dumps(body, indent=1).encode()))
    return archive


def _find_files(home: Path) -> Iterator[Path]:
    """What a home consists of; files that say which folders stand come before the folders."""
    if (home / SECRET_FILE).exists():
        yield home / SECRET_FILE
    for path in sorted(home.rglob("*"), key=lambda p: (len(p.parts), p)):
        inside = path.relative_to(home).parts
        temporary = any(part.startswith(".tmp-") for part in inside)
        if inside[0] not in _NOT_KEPT and not temporary and path.is_file():
            yield path


def _add(tar: tarfile.TarFile, name: str, content: BinaryIO) -> str:
    member = tarfile.TarInfo(name)
    member.size = content.seek(0, os.SEEK_END)
    member.mode = 0o600
    content.seek(0)
    digest = hashlib.sha256()
    while block := content.read(1 << 20):
        digest.update(block)
    content.seek(0)
    tar.addfile(member, content)
    return digest.hexdigest()


def read_archive(path: Path, home: Path) -> Archive:
    """The files of the archive are in the home, which held nothing; each is what its hash says.

    Raises:
        RecordRefused: The home holds something.
        RecordDamaged: The archive is cut off, altered, or none of ours.
    """
    if home.exists() and any(home.iterdir()):
        raise RecordRefused(
            "this home holds something already",
            where=str(home),
            remedy="Restore into a folder that is empty or not there: --home DIR.",
        )
    try:
        with tarfile.open(path, mode="r:gz") as tar:
            found = {member.name: _take(tar, member, home) for member in tar}
            _read_to_end(tar)
        manifest = home / MANIFEST
        body = json.loads(manifest.read_text("utf-8"))
        manifest.unlink()
        archive = Archive(body["files"], body["count"], body["head"])
        is_whole = body["format"] == FORMAT and archive.files == {
            name: digest for name, digest in found.items() if name != MANIFEST
        }
    except _NOT_WHOLE as problem:
        raise _damaged(path, f"it cannot be read whole ({type(problem).__name__})") from problem
    if not is_whole:
        raise _damaged(path, "its files are not those that it was made of")
    return archive


def _read_to_end(tar: tarfile.TarFile) -> None:
    """The sum of the whole file stands at its very end, behind what tar needs to read."""
    while tar.fileobj.read(1 << 20):
        pass


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, home: Path) -> str:
    name = PurePosixPath(member.name)
    content = tar.extractfile(member) if member.isfile() else None
    if content is None or name.is_absolute() or ".." in name.parts:
        raise ValueError("an archive of ours holds plain files below the home only")
    target = home.joinpath(*name.parts)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while block := content.read(1 << 20):
            digest.update(block)
            out.write(block)
    return digest.hexdigest()


def _damaged(path: Path, problem: str) -> RecordDamaged:
    return RecordDamaged(
        f"the backup is damaged: {problem}",
        where=str(path),
        remedy="Use another backup, and delete what was begun in the home.",
    )
