"""The orchestration: subjects held against one index, answers that say what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ostraka.matching.calibration import find_probability
from ostraka.matching.index import Index, open_index
from ostraka.matching.scoring import find_hits, find_hits_exhaustively
from ostraka.matching.weights import load_weights
from ostraka.model.errors import ValueRefused
from ostraka.model.hit import Hit, OwnedBy, Result
from ostraka.model.snapshot import Engine
from ostraka.model.subject import Subject
from ostraka.model.terms import Term
from ostraka.screening.attributes import read_subject
from ostraka.screening.reading_back import mark_open

if TYPE_CHECKING:
    import pyarrow as pa

    from ostraka.screening.policy.rules import Policy

DEFAULT_THRESHOLD = 0.7
DEFAULT_LIMIT = 10


FindOwners = Callable[[Sequence[Subject]], list[tuple[OwnedBy, ...]]]
"""What the owners of each subject say, in order; one that can be pickled."""


class Search(Term):
    """How names are found and scored."""

    OSTRAKA = "ostraka", "The engine of this package."
    OFAC = (
        "ofac",
        "For comparison only: the published behaviour of OFAC's Sanctions List Search.",
        "OFAC FAQ 249",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to screen. `threshold` is a score, 0 to 1; `limit` is hits a subject, `None` for all.

    `threads` is the number of threads that a batch of subjects is spread over. `prior` is the
    share of names like these that are expected to be true matches, for the probability beside the
    score. A `policy` stands in the place of `threshold` and `weak_aliases`. Without `peps`, parties
    that are listed for nothing but a public office are no hits.

    Raises:
        ValueRefused: The prior is not above 0 and below 1.
    """

    threshold: float = DEFAULT_THRESHOLD
    limit: int | None = DEFAULT_LIMIT
    weak_aliases: bool = False
    threads: int = 1
    prior: float | None = None
    policy: Policy | None = None
    search: Search = Search.OSTRAKA
    peps: bool = False

    def __post_init__(self) -> None:
        if self.prior is not None:
            check_prior(self.prior)


def read_search(text: str) -> Search:
    """The search of that name.

    Raises:
        ValueRefused: There is none.
    """
    try:
        return Search(text)
    except ValueError as unknown:
        raise ValueRefused(
            f"there is no search {text!r}", where="search", remedy=f"Use {' or '.join(Search)}."
        ) from unknown


def check_prior(prior: float) -> float:
    """The prior, where it is a share that evidence can move.

    Raises:
        ValueRefused: It is not above 0 and below 1.
    """
    if 0 < prior < 1:
        return prior
    raise ValueRefused(
        f"{prior} is not a share of true matches",
        where="prior",
        remedy="Give a number above 0 and below 1: 1e-4 is one in ten thousand.",
    )


class Screener:
    """Screens subjects against the lists an index was built of; any thread may use it."""

    def __init__(
        self,
        index: Index,
        engine: Engine,
        settings: Settings,
        linked: Mapping[str, tuple[str, ...]] | None = None,
        path: Path | None = None,
        owners: FindOwners | None = None,
    ) -> None:
        """`path` is the file of the index; a screener that has none cannot be pickled.

        `owners` tell of each subject which regimes reach it by who owns it.
        """
        self._owners = owners
        self.engine = engine
        self._linked = linked or {}
        self.settings = settings
        self._index = index
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        """Another process maps the same index, and uses one thread: processes share processors."""
        if self._path is None:
            raise TypeError("this screener's index lies in no file that another process could open")
        settings = replace(self.settings, threads=1)
        return _open_again, (self._path, self.engine, settings, dict(self._linked), self._owners)

    def with_owners(self, owners: FindOwners) -> Screener:
        """The same, and every result says which regimes reach the subject by its owners."""
        return Screener(self._index, self.engine, self.settings, self._linked, self._path, owners)

    @property
    def index(self) -> Index:
        """The index that is asked."""
        return self._index

    def narrow(self, owners: Collection[int]) -> Screener:
        """The same, but of the parties of the index only these are looked for by name."""
        return Screener(self._index.narrow(owners), self.engine, self.settings, self._linked)

    @property
    def least_threshold(self) -> float:
        """The lowest score that may be a hit, whatever the subject."""
        policy = self.settings.policy
        return policy.least_threshold if policy else self.settings.threshold

    def find(self, subject: Subject, row: int = 1, *, prior: float | None = None) -> Result:
        """The possible matches of one subject, best first; none means nothing on these lists."""
        return self.find_many([subject], row, prior=prior)[0]

    def find_many(
        self, subjects: Sequence[Subject], first_row: int = 1, *, prior: float | None = None
    ) -> list[Result]:
        """The possible matches of each subject, in order; rows are numbered from `first_row`."""
        found = self._search(subjects, with_changes=True)
        return self._make_results(subjects, first_row, found, prior)

    def find_rows(self, subjects: Sequence[Subject], first_row: int = 1) -> list[Result]:
        """The same without what would change each hit: a table does not show it."""
        return self._make_results(subjects, first_row, self._search(subjects, with_changes=False))

    def _make_results(
        self,
        subjects: Sequence[Subject],
        first_row: int,
        found: Sequence[Sequence[Hit]],
        prior: float | None = None,
    ) -> list[Result]:
        prior = self.settings.prior if prior is None else check_prior(prior)
        results = [
            self._make_result(subject, row, hits, prior)
            for row, (subject, hits) in enumerate(
                zip(subjects, found, strict=True), start=first_row
            )
        ]
        if self._owners is None:
            return results
        owned = zip(results, self._owners(subjects), strict=True)
        return [replace(result, owned=found) for result, found in owned]

    def find_exhaustively(self, subject: Subject, row: int = 1) -> Result:
        """What `find` would say if it held the subject against every listed name: slow.

        It exists to measure what the index misses.
        """
        hits = find_hits_exhaustively(
            self._index,
            subject,
            threshold=self.settings.threshold,
            weak_aliases=self.settings.weak_aliases,
        )
        return self._make_result(subject, row, hits, self.settings.prior)

    def _search(self, subjects: Sequence[Subject], *, with_changes: bool) -> list[list[Hit]]:
        settings = self.settings
        if settings.search is Search.OFAC:
            from ostraka.matching.ofac_search import find_hits_as_ofac

            return find_hits_as_ofac(self._index, subjects, threshold=settings.threshold)
        policy = settings.policy
        return find_hits(
            self._index,
            subjects,
            threshold=self.least_threshold,
            weak_aliases=policy.weak_aliases if policy else settings.weak_aliases,
            threads=settings.threads,
            threshold_of=policy.find_threshold if policy else None,
            with_changes=with_changes,
        )

    def _make_result(
        self, subject: Subject, row: int, hits: Sequence[Hit], prior: float | None
    ) -> Result:
        wanted = hits if self.settings.peps else [hit for hit in hits if not hit.is_exposure]
        marked = [self._finish(hit, prior) for hit in wanted]
        policy = self.settings.policy
        judged = [(hit, policy.hold_back(subject, hit) if policy else None) for hit in marked]
        held = tuple(held_back for _, held_back in judged if held_back)
        kept = tuple(hit for hit, held_back in judged if not held_back)
        return Result(subject, row, kept[: self.settings.limit], len(kept), held)

    def _finish(self, hit: Hit, prior: float | None) -> Hit:
        if prior is not None and self.settings.search is Search.OSTRAKA:
            hit = replace(hit, probability=find_probability(hit.weight_of_evidence, prior))
        return self._mark(hit)

    def _mark(self, hit: Hit) -> Hit:
        # the index knows one list at a time: what it calls linked are ties that the list states
        hit = replace(hit, related=hit.linked, linked=self._linked.get(hit.party, ()))
        is_read_back = hit.source in self.engine.reconstructed
        return mark_open(hit, self.engine.as_of) if is_read_back else hit

    def screen_table(self, table: object, *, columns: Mapping[str, str] | None = None) -> pa.Table:
        """The possible matches of the rows of a pyarrow, polars or pandas table.

        `columns` says which column holds a field where its heading is not a usual one. Columns and
        rows that come back are those of `ostraka.screening.tables.arrow.screen_table`.

        Raises:
            TableRefused: It is no table, or no column of it holds a name.
        """
        # pyarrow costs a tenth of a second that one name should not pay
        from ostraka.screening.tables.arrow import screen_table

        return screen_table(self.find_rows, table, columns=columns)

    def screen(self, name: str, *, prior: float | None = None, **attributes: object) -> Result:
        """The possible matches of one name with what is known besides.

        Attributes: `kind`, `born`, `country`, `id`, `address`, `birth_place`, `gender`, `product`,
        as `attributes.read_subject` takes them. `prior` is the share of names like this that are
        expected to be true matches, in the place of that of the settings.

        Raises:
            ValueRefused: An attribute or the prior cannot be understood.
            TableRefused: There is neither a name nor an identifier.
        """
        return self.find(read_subject(name, **attributes), prior=prior)


def _open_again(
    path: Path,
    engine: Engine,
    settings: Settings,
    linked: Mapping[str, tuple[str, ...]],
    owners: FindOwners | None,
) -> Screener:
    return Screener(open_index(path, load_weights()), engine, settings, linked, path, owners)
