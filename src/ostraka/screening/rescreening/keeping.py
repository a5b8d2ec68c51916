"""A book that is kept in a file: opened, brought up to date or made anew, and said which."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ostraka.matching.container import MAGIC
from ostraka.model.errors import StoreDamaged, TableRefused
from ostraka.screening.rescreening.book import Book, load_book, save_book
from ostraka.screening.rescreening.reading import BookSource, read_book


@dataclass(frozen=True, slots=True)
class KeptBook:
    """A book, and what was done with the file it is kept in, a sentence each."""

    book: Book
    notes: tuple[str, ...] = ()


def get_book(source: BookSource, index: Path | None, processes: int = 1) -> KeptBook:
    """The book of the source; afterwards it is kept in `index`, where that is given.

    A file that holds the book is used as it is. One that holds it as it was is brought up to date,
    and one that is damaged or cannot be used is made anew: the new one stands beside the old until
    it is whole, and takes its place in one step.

    Raises:
        TableRefused: The file of customers cannot be read, or `index` is a file of something else.
    """
    if index is None:
        return KeptBook(read_book(source, processes))
    _refuse_other_file(index)
    notes: tuple[str, ...] = ()
    kept = None
    try:
        kept = load_book(index)
    except FileNotFoundError:
        pass
    except StoreDamaged as damage:
        notes = (f"The kept index is not used, and made anew: {damage.problem}.",)
    if kept and kept.mark.source == source.identify():
        return KeptBook(kept)
    book = read_book(source, processes, kept=kept)
    if kept:
        is_renewed = kept.mark.reading == book.mark.reading
        notes = (
            "The kept index is of an earlier book, and brought up to date."
            if is_renewed
            else "The kept index was read in another way, and is made anew.",
        )
    save_book(book, index)
    return KeptBook(book, notes)


def _refuse_other_file(index: Path) -> None:
    """A slip of the pen must not cost a file that cannot be made again."""
    if not index.is_file():
        return
    with index.open("rb") as file:
        beginning = file.read(len(MAGIC))
    if not MAGIC.startswith(beginning):
        raise TableRefused(
            "the file for the index holds something else, which would be lost",
            where=str(index),
            remedy="Name another file, or delete this one.",
        )
