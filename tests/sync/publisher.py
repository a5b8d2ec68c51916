"""A publisher on this machine: a server that answers as the official ones are known to."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What the server says to one request.

    `announce` is a Content-Length that differs from the body; `cut` ends the connection after so
    many bytes; `drip` sends a byte a time with so many seconds between them.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    announce: int | None = None
    cut: int | None = None
    drip: float = 0.0


Script = Callable[["Request"], Answer]


@dataclass(frozen=True)
class Request:
    """One request as the server saw it; `number` counts those for the same path from 1."""

    path: str
    headers: Mapping[str, str]
    number: int


@dataclass
class Publisher:
    """Paths and what is said there, and every request that came."""

    address: str = ""
    scripts: dict[str, Script] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)

    def says(self, path: str, *answers: Answer) -> str:
        """The address of a path that gives these answers in turn, the last for ever."""

        def script(request: Request) -> Answer:
            return answers[min(request.number, len(answers)) - 1]

        return self.plays(path, script)

    def plays(self, path: str, script: Script) -> str:
        """The address of a path whose answers a function makes."""
        self.scripts[path] = script
        return f"{self.address}{path}"

    def publishes(self, path: str, body: bytes, **headers: str) -> str:
        """The address of a file, with validators that are honoured."""
        stamps = {name.replace("_", "-"): value for name, value in headers.items()}

        def script(request: Request) -> Answer:
            asked = request.headers.get("If-None-Match")
            if asked and asked == stamps.get("ETag"):
                return Answer(status=304)
            since = request.headers.get("If-Modified-Since")
            if since and since == stamps.get("Last-Modified"):
                return Answer(status=304)
            return Answer(body, headers=stamps)

        return self.plays(path, script)

    def answer(self, path: str, headers: Mapping[str, str]) -> Answer:
        """What is said to a request, which is written down."""
        number = sum(r.path == path for r in self.requests) + 1
        request = Request(path, headers, number)
        self.requests.append(request)
        script = self.scripts.get(path)
        return script(request) if script else Answer(status=404)

    def asked(self, path: str) -> list[Request]:
        """The requests for a path."""
        return [r for r in self.requests if r.path == path]


def packed(body: bytes) -> Answer:
    """The body in gzip, as content encoding."""
    return Answer(gzip.compress(body), headers={"Content-Encoding": "gzip"})


@contextmanager
def publishing() -> Iterator[Publisher]:
    """A publisher that answers inside the block."""
    publisher = Publisher()

    class Desk(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _send(self, publisher.answer(self.path, dict(self.headers.items())))

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that leaves is part of the play."""

    server = Server(("127.0.0.1", 0), Desk)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    publisher.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield publisher
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _send(desk: BaseHTTPRequestHandler, answer: Answer) -> None:
    desk.send_response(answer.status)
    for name, value in answer.headers.items():
        desk.send_header(name, value)
    if answer.status != 304:
        announced = len(answer.body) if answer.announce is None else answer.announce
        desk.send_header("Content-Length", str(announced))
    if answer.cut is not None or answer.announce is not None:
        desk.send_header("Connection", "close")
        desk.close_connection = True
    desk.end_headers()
    if answer.status == 304:
        return
    body = answer.body if answer.cut is None else answer.body[: answer.cut]
    if not answer.drip:
        desk.wfile.write(body)
        return
    for position in range(len(body)):
        desk.wfile.write(body[position : position + 1])
        time.sleep(answer.drip)
