"""Where the files of the newest edition are, as the publisher's page or document says it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

from ostraka.model.errors import DownloadFailed
from ostraka.sources.fetch import Fetcher
from ostraka.sources.registers import Files

_LATER = "Try again later; if it stays so, the publisher has changed its page."
_PAGE = ".page"


@dataclass(frozen=True, slots=True)
class Located:
    """The addresses of all files of one edition, and what was said of it.

    `records` is how many it must hold, `None` where nobody says so.
    """

    urls: Sequence[str]
    published: date | None = None
    records: int | None = None

    @property
    def names(self) -> Sequence[str]:
        """What each file is called here."""
        return [PurePosixPath(urlsplit(url).path).name or "file" for url in self.urls]


def locate(fetcher: Fetcher, files: Files, into: Path) -> Located:
    """The files of the newest edition; `into` is a folder for what is read to find them.

    Raises:
        DownloadFailed: It cannot be found out, or a part of the edition is missing.
    """
    if files.link:
        links = fetcher.find_links(files.url, files.link, into / _PAGE)
        return _choose_newest(files, links)
    if files.address:
        return _read_document(fetcher, files, into / _PAGE)
    return Located((files.url,))


def _choose_newest(files: Files, links: Sequence[str]) -> Located:
    by_day: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for link in links:
        found = re.search(files.link, link)
        said = found.groupdict() if found else {}
        part, parts = int(said.get("part") or 1), int(said.get("parts") or 1)
        by_day[said.get("day") or ""].append((part, parts, link))
    if not by_day:
        raise DownloadFailed(
            "the page names no file of this register", where=files.url, remedy=_LATER
        )
    day = max(by_day)
    listed = sorted(by_day[day])
    if [part for part, _, _ in listed] != list(range(1, listed[0][1] + 1)):
        raise DownloadFailed(
            f"the page names {len(listed)} of {listed[0][1]} parts", where=files.url, remedy=_LATER
        )
    return Located([link for _, _, link in listed], _read_day(day))


def _read_document(fetcher: Fetcher, files: Files, path: Path) -> Located:
    fetcher.fetch(files.url, path)
    try:
        document = json.loads(path.read_bytes())
        address = str(_follow(document, files.address))
        records = int(_follow(document, files.records)) if files.records else None
        published = _read_day(str(_follow(document, files.published))) if files.published else None
    except (ValueError, KeyError, TypeError) as error:
        raise DownloadFailed(
            "what it says of its files cannot be understood", where=files.url, remedy=_LATER
        ) from error
    finally:
        path.unlink()
    url = urljoin(files.url, address)
    if urlsplit(files.url).scheme == "https" != urlsplit(url).scheme:
        raise DownloadFailed(
            "its files are at an address that is not encrypted", where=files.url, remedy=_LATER
        )
    return Located((url,), published, records)


def _follow(document: Any, path: str) -> Any:  # noqa: ANN401 - any JSON
    for name in path.split("."):
        if not isinstance(document, Mapping):
            raise TypeError(name)
        document = document[name]
    return document


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
