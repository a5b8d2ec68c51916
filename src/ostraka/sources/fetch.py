"""Files from their publishers: the only place that touches the network.

urllib3 is loaded when the first file is asked for, since most commands ask for none.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ostraka.model.errors import DownloadFailed
from ostraka.sources.fetch_exchange import Exchange, Progress, Received, TransientFailure
from ostraka.sources.fetch_limits import Limits

if TYPE_CHECKING:
    from urllib3 import PoolManager

_LINK = re.compile(r"""href\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
_AGAIN = "Nothing was changed. Try again later: `ostraka sync`."


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of the file it sent last, by which it can tell whether it is unchanged."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The conditions of a request; none where the server said nothing."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in stated.items() if value}


@dataclass(frozen=True, slots=True)
class Shape:
    """In which shape and language a file is wanted, where a server has it in several."""

    accept: str = ""
    language: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What is asked for; any shape where none is named."""
        language = {"Accept-Language": self.language} if self.language else {}
        return {"Accept": self.accept or "*/*", **language}


ANY_SHAPE = Shape()


def _ignore(_read: int, _announced: int | None) -> None:
    pass


@dataclass(frozen=True)
class Fetcher:
    """Gets files over HTTP; any number of threads may use one.

    `proxy` is the address of a proxy, empty for none. `pause` waits so many seconds.
    """

    user_agent: str
    limits: Limits = field(default_factory=Limits)
    proxy: str = ""
    pause: Callable[[float], object] | None = None
    _called_off: threading.Event = field(default_factory=threading.Event)

    def within(self, limits: Limits) -> Fetcher:
        """The same, with other bounds; both are called off together."""
        return replace(self, limits=limits)

    def fetch(
        self,
        url: str,
        into: Path,
        *,
        known: Validators | None = None,
        progress: Progress = _ignore,
        shape: Shape = ANY_SHAPE,
    ) -> Received:
        """The file at the address is in `into`, whole, or the server said that it is unchanged.

        `shape` is asked for where a server has several. What may pass (a busy server, a cut line, a
        time-out) is tried again, with growing pauses.

        Raises:
            DownloadFailed: The server refuses, what it sends is out of bounds, or every attempt
                failed.
        """
        headers = {"User-Agent": self.user_agent, "Accept-Encoding": "gzip", **shape.headers}
        headers |= known.headers if known else {}
        exchange = Exchange(
            _make_pool(self.proxy, self.limits), self.limits, headers, self._refuse_when_called_off
        )
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return exchange.run(url, into, progress)
            except TransientFailure as failure:
                into.unlink(missing_ok=True)
                if attempt == self.limits.attempts:
                    raise _given_up(url, failure.problem, attempt) from failure
                self._wait(self.limits.pause_after(attempt, failure.pause))
        raise AssertionError("unreachable")

    def find_link(self, page: str, pattern: str, into: Path) -> str:
        """The address of the first link on a page that the regular expression finds.

        Raises:
            DownloadFailed: The page cannot be had, or no link on it is such a one.
        """
        found = self.find_links(page, pattern, into)
        if found:
            return found[0]
        raise DownloadFailed(
            "the page names no file of this list any more",
            where=page,
            remedy="Download the file by hand and import it: `ostraka import`.",
        )

    def find_edition(self, index: str, pattern: str, today: date, into: Path) -> str:
        """The name of the newest edition that an index names and that has begun.

        The regular expression finds the names, with their days as YYYYMMDD in its group.

        Raises:
            DownloadFailed: The index cannot be had, or names no such edition.
        """
        text = self._fetch_text(index, into)
        found = {m.group(1): m.group(0) for m in re.finditer(pattern, text)}
        begun = [day for day in found if day <= f"{today:%Y%m%d}"]
        if not begun:
            raise DownloadFailed(
                "the index names no edition of this file that has begun",
                where=index,
                remedy="Try again later; or save the file by hand and import it: `ostraka import`.",
            )
        return found[max(begun)]

    def find_links(self, page: str, pattern: str, into: Path) -> tuple[str, ...]:
        """The addresses of all links on a page that the regular expression finds, each once.

        Raises:
            DownloadFailed: The page cannot be had.
        """
        text = self._fetch_text(page, into)
        links = (urljoin(page, unescape(found)) for found in _LINK.findall(text))
        return tuple(dict.fromkeys(link for link in links if re.search(pattern, link)))

    def _fetch_text(self, url: str, into: Path) -> str:
        self.fetch(url, into)
        text = into.read_bytes().decode("utf-8", "replace")
        into.unlink()
        return text

    def call_off(self) -> None:
        """Every download that runs, or begins hereafter, ends with a refusal."""
        self._called_off.set()

    def _wait(self, seconds: float) -> None:
        (self.pause or self._called_off.wait)(seconds)
        self._refuse_when_called_off()

    def _refuse_when_called_off(self) -> None:
        if self._called_off.is_set():
            raise DownloadFailed(
                "the run was called off", where="the lists not yet fetched", remedy=_AGAIN
            )


@lru_cache(maxsize=8)
def _make_pool(proxy: str, limits: Limits) -> PoolManager:
    from urllib3 import PoolManager, ProxyManager, Timeout

    timeout = Timeout(connect=limits.connect, read=limits.read)
    if proxy:
        return ProxyManager(proxy, timeout=timeout, maxsize=8)
    return PoolManager(timeout=timeout, maxsize=8)


def _given_up(url: str, problem: str, attempts: int) -> DownloadFailed:
    times = "1 attempt" if attempts == 1 else f"{attempts} attempts"
    return DownloadFailed(f"{problem} ({times})", where=url, remedy=_AGAIN)


def make_user_agent(version: str) -> str:
    """The name this program gives itself; servers that answer browsers only read its beginning."""
    return f"Mozilla/5.0 (compatible; Ostraka/{version}; reader of sanctions lists)"


__all__ = ["Fetcher", "Limits", "Progress", "Received", "Shape", "Validators", "make_user_agent"]
