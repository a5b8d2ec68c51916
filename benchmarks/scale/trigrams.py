"""tantivy over every listed name: a trigram field, the fifty nearest by BM25."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from importlib.metadata import version

import tantivy

from benchmarks.cases import Case
from benchmarks.search.shape import Ranking
from ostraka.model.party import Party

KEPT = 50
_GRAMS = 3
_HEAP = 256 * 1024 * 1024


class TrigramSearch:
    """Names without accents and case, every word between blanks, cut into trigrams; no kind."""

    name = "tantivy trigrams"
    version = version("tantivy")
    threshold = 0.0  # its scores are of no fixed scale: it ranks, and cannot alert

    def __init__(self, parties: Iterable[Party]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("grams", tokenizer_name="whitespace", index_option="freq")
        builder.add_unsigned_field("owner", stored=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(_HEAP, 1)
        self._ids: list[str] = []
        for party in parties:
            for name in party.names:
                grams = " ".join(cut_trigrams(name.text))
                writer.add_document(tantivy.Document(grams=grams, owner=len(self._ids)))
            self._ids.append(party.id)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def search(self, cases: Sequence[Case], *, all_fields: bool) -> list[Ranking]:  # noqa: ARG002
        """The parties of the fifty nearest names; it knows of no other field."""
        return [self._search_one(case.name) for case in cases]

    def _search_one(self, name: str) -> Ranking:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "grams", gram, "freq"))
            for gram in cut_trigrams(name)
        ]
        hits = self._searcher.search(tantivy.Query.boolean_query(terms), KEPT, count=False).hits
        best: dict[str, float] = {}
        for score, address in hits:
            best.setdefault(self._ids[self._searcher.doc(address)["owner"][0]], score)
        return [(score, owner) for owner, score in best.items()]


def cut_trigrams(name: str) -> list[str]:
    """Every three letters in a row of each word with an underscore before and behind.

    >>> cut_trigrams("Ömer Li")
    ['_om', 'ome', 'mer', 'er_', '_li', 'li_']
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    words = (f"_{word}_" for word in letters.split())
    return [word[at : at + _GRAMS] for word in words for at in range(len(word) - _GRAMS + 1)]
