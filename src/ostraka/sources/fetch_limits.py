"""How long, how often and how much: what keeps a download within bounds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of one download.

    `connect` and `read` are seconds that may pass without anything happening, `seconds` the most
    an attempt may take in all. After attempt n the pause is `backoff` times 2 to the power n - 1
    seconds, at most `longest_pause`, or what the server asks for within that.
    """

    max_bytes: int = 64 << 20
    connect: float = 20.0
    read: float = 90.0  # the EU's list is put together on request, which takes over a minute
    seconds: float = 600.0
    attempts: int = 6
    backoff: float = 3.0
    longest_pause: float = 60.0
    redirects: int = 5

    def pause_after(self, attempt: int, asked: float | None = None) -> float:
        """Seconds to wait after an attempt that failed, counted from 1.

        >>> [Limits().pause_after(n) for n in (1, 2, 3)]
        [3.0, 6.0, 12.0]
        """
        wanted = self.backoff * 2 ** (attempt - 1) if asked is None else asked
        return float(min(max(wanted, 0.0), self.longest_pause))
