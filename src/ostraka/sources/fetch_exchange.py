"""One request and its answer: redirects followed, the body streamed to disk within its bounds."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ostraka.model.errors import DownloadFailed
from ostraka.sources.fetch_limits import Limits

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

Progress = Callable[[int, int | None], None]
"""Takes the bytes read so far and the bytes announced, `None` where none are."""

_PIECE = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHALLENGE = "x-amzn-waf-action"  # of a firewall that tells browsers from programs, with 202 or 403
_TRANSIENT = frozenset({202, 408, 425, 429, 500, 502, 503, 504})


class TransientFailure(Exception):
    """The attempt failed in a way that may pass; `pause` is the seconds the server asks for."""

    def __init__(self, problem: str, pause: float | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.pause = pause


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What one request brought; `unchanged` means that the server had nothing newer (304)."""

    unchanged: bool = False
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """One attempt to get one file.

    `headers` are sent with every request of the attempt. `alive` raises where the whole run was
    called off.
    """

    pool: PoolManager
    limits: Limits
    headers: Mapping[str, str]
    alive: Callable[[], None]

    def run(self, url: str, into: Path, progress: Progress) -> Received:
        """The file at the address is in `into`, whole, or the server said that it is unchanged.

        Raises:
            TransientFailure: The server or the line failed; another attempt may succeed.
            DownloadFailed: The server refuses, or what it sends is out of bounds.
        """
        from urllib3.exceptions import HTTPError

        deadline = time.monotonic() + self.limits.seconds
        try:
            with closing(self._follow(url)) as answer:
                if answer.status == 304:
                    return Received(unchanged=True)
                self._refuse_size(url, _announced(answer))
                return self._stream(url, answer, into, progress, deadline)
        except HTTPError as failure:
            raise TransientFailure(_in_words(failure)) from failure

    def _follow(self, url: str) -> BaseHTTPResponse:
        place = url
        for _ in range(self.limits.redirects + 1):
            self.alive()
            answer = self.pool.request(
                "GET",
                place,
                headers=dict(self.headers),
                redirect=False,
                retries=False,
                preload_content=False,
            )
            if answer.status not in _REDIRECTS:
                _judge_status(url, answer)
                return answer
            answer.drain_conn()
            answer.close()
            place = next_place(url, place, answer.headers.get("Location", ""))
        raise DownloadFailed(
            f"the server redirected more than {self.limits.redirects} times",
            where=url,
            remedy="Try again later; if it stays so, the address has changed.",
        )

    def _stream(
        self, url: str, answer: BaseHTTPResponse, into: Path, progress: Progress, deadline: float
    ) -> Received:
        size, digest, announced = 0, sha256(), _announced(answer)
        with into.open("wb") as file:
            while piece := answer.read1(_PIECE):
                self.alive()
                if time.monotonic() > deadline:
                    raise TransientFailure(
                        f"the download took longer than {self.limits.seconds:g} seconds"
                    )
                size += len(piece)
                self._refuse_size(url, size)
                file.write(piece)
                digest.update(piece)
                progress(size, announced)
        return Received(
            etag=answer.headers.get("ETag", ""),
            last_modified=answer.headers.get("Last-Modified", ""),
            sha256=digest.hexdigest(),
            size=size,
        )

    def _refuse_size(self, url: str, size: int | None) -> None:
        if size is not None and size > self.limits.max_bytes:
            raise DownloadFailed(
                f"the file is larger than {self.limits.max_bytes / (1 << 20):g} MiB",
                where=url,
                remedy="No version of this list was ever that large; look at it in a browser.",
            )


def _judge_status(url: str, answer: BaseHTTPResponse) -> None:
    if answer.status in {200, 304}:
        return
    answer.close()
    if answer.headers.get(_CHALLENGE):
        raise DownloadFailed(
            "the server wants a browser to pass a check before it sends the file",
            where=url,
            remedy="Open the address in a browser, save the file, and import it: `ostraka import`.",
        )
    said = f"the server answered {answer.status} {answer.reason or ''}".rstrip()
    if answer.status in _TRANSIENT:
        asked = answer.headers.get("Retry-After", "")
        raise TransientFailure(said, float(asked) if asked.isdecimal() else None)
    remedy = "Try again later; if it stays so, the publisher has moved or closed the file."
    raise DownloadFailed(said, where=url, remedy=remedy)


def next_place(url: str, place: str, location: str) -> str:
    """Where a redirect leads from a place; `url` is what was asked for at first.

    Raises:
        DownloadFailed: It leads nowhere, or from an encrypted address to one that is not.
    """
    target = urljoin(place, location)
    before, after = urlsplit(place).scheme, urlsplit(target).scheme
    if before == "https" and after == "http" and _is_same_host(place, target):
        # the Publications Office redirects to http on its own host, where https answers as well
        return f"https{target.removeprefix('http')}"
    if location and (after == "https" or after == before == "http"):
        return target
    raise DownloadFailed(
        "the server redirected to an address that is not encrypted, or to none",
        where=url,
        remedy="Do not use what is there; try again later.",
    )


def _is_same_host(place: str, target: str) -> bool:
    one, other = urlsplit(place), urlsplit(target)
    return one.hostname == other.hostname and one.port is None is other.port


def _announced(answer: BaseHTTPResponse) -> int | None:
    # the length of a compressed body says nothing about the file
    length = answer.headers.get("Content-Length", "")
    packed = answer.headers.get("Content-Encoding", "identity") != "identity"
    return int(length) if length.isdecimal() and not packed else None


def _in_words(failure: Exception) -> str:
    from urllib3 import exceptions

    if isinstance(failure, exceptions.NewConnectionError):  # which is a TimeoutError there
        return "the server could not be reached"
    if isinstance(failure, exceptions.TimeoutError):
        return "the server did not answer in time"
    if isinstance(failure, exceptions.IncompleteRead | exceptions.ProtocolError):
        return "the connection was cut before the file had come whole"
    if isinstance(failure, exceptions.DecodeError):
        return "the compressed answer is damaged"
    if isinstance(failure, exceptions.SSLError):
        return "the server's certificate could not be verified"
    return "the server could not be reached"
