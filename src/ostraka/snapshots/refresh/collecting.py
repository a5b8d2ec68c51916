"""The files of one set, fetched into a folder of their own, or known to be unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from ostraka.snapshots.refresh.memory import Memory
from ostraka.sources.definition import Download
from ostraka.sources.fetch import Fetcher, Progress, Received, Shape

_PAGE_FILE = ".page"


@dataclass(frozen=True, slots=True)
class Collected:
    """The files of a set on disk, in its order, and what their servers said.

    `unchanged` means that every file is byte for byte what the current snapshot was read from;
    `paths` is then empty. `size` counts the bytes that were fetched.
    """

    paths: tuple[Path, ...]
    files: Mapping[str, Received]
    unchanged: bool
    size: int

    @property
    def modified(self) -> date | None:
        """The latest day on which a server says that a file was changed."""
        days = [_read_day(received.last_modified) for received in self.files.values()]
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, slots=True)
class Collector:
    """What the files of a source are collected with: `today` tells editions that have begun."""

    fetcher: Fetcher
    known: Memory
    progress: Progress
    today: date


def collect(wanted: Sequence[Download], by: Collector, into: Path) -> Collected:
    """Every file of the set is in the folder, or all of them are unchanged.

    Where some are unchanged and others are not, the unchanged ones are fetched all the same: a
    list is read from a whole set.

    Raises:
        DownloadFailed: A file cannot be had.
    """
    urls = [_find_url(download, by, into) for download in wanted]
    paths = [_free_path(into, d, url) for d, url in zip(wanted, urls, strict=True)]
    shapes = [Shape(download.accept, download.language) for download in wanted]
    places = list(zip(urls, paths, shapes, strict=True))
    known, get = by.known, partial(by.fetcher.fetch, progress=by.progress)
    files: dict[str, Received] = {}
    for url, path, shape in places:
        files[url] = get(url, path, known=known.validators(url), shape=shape)
    fetched = sum(received.size for received in files.values())
    if all(_is_known(url, received, known) for url, received in files.items()):
        return Collected((), {url: known.files[url] for url in urls}, unchanged=True, size=fetched)
    for url, path, shape in places:
        if files[url].unchanged:
            files[url] = get(url, path, shape=shape)
    size = sum(received.size for received in files.values())
    return Collected(tuple(paths), files, unchanged=False, size=size)


def _find_url(download: Download, by: Collector, into: Path) -> str:
    page = into / _PAGE_FILE
    if download.link:
        return by.fetcher.find_link(download.url, download.link, page)
    if download.edition:
        edition = by.fetcher.find_edition(download.url, download.edition, by.today, page)
        return download.at.replace("{}", edition)
    return download.url


def _is_known(url: str, received: Received, known: Memory) -> bool:
    if url not in known.files:
        return False
    return received.unchanged or received.sha256 == known.files[url].sha256


def _free_path(into: Path, download: Download, url: str) -> Path:
    return into / (download.name or PurePosixPath(urlsplit(url).path).name or "list")


def _read_day(stamp: str) -> date | None:
    try:
        return parsedate_to_datetime(stamp).date() if stamp else None
    except ValueError:
        return None
