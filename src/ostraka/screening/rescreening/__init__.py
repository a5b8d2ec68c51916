"""When a list changes, only what changed is held against the whole book of customers.

`reading.read_book` makes an index of the customers, `change.find_change` says what is different
between two states of the lists, and `comparing.rescreen` asks the one with the other.
"""

from ostraka.screening.rescreening.book import Book, load_book, save_book
from ostraka.screening.rescreening.change import ListChange, find_change
from ostraka.screening.rescreening.comparing import ChangedHit, Rescreening, rescreen
from ostraka.screening.rescreening.keeping import KeptBook, get_book
from ostraka.screening.rescreening.reading import BookSource, read_book

__all__ = [
    "Book",
    "BookSource",
    "ChangedHit",
    "KeptBook",
    "ListChange",
    "Rescreening",
    "find_change",
    "get_book",
    "load_book",
    "read_book",
    "rescreen",
    "save_book",
]
