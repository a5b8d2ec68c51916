"""The ways Ostraka refuses.

OstrakaError
├── SourceRefused      a list file that cannot be what it should be
├── DownloadFailed     a list that could not be had from its publisher
├── UnknownSource      no list of that key
├── NotPublished       a list that breaks a floor, or dates that contradict each other
├── StoreDamaged       a home, snapshot or index that is not whole
├── ListMissing        a list that screening needs is not held
├── ListStale          a list was not checked for too long
├── UseUnconfirmed     a list whose terms nobody has confirmed to keep
├── TableRefused       a table of subjects that cannot be read
├── ValueRefused       one value that cannot be understood
├── ProcessLost        a process that did a part of the work ended too early
├── PolicyRefused      a policy file that cannot be followed
├── StakesRefused      a file of stakes that cannot be read
├── RuleRefused        a rule of law that cites nothing, or two that contradict each other
├── RecordRefused      a change of the record or of a case that must not be made
├── RecordDamaged      a record, key or backup that is not whole
├── ExportFailed       a file of exported lists that could not be written
└── ExtraMissing       an optional part is not installed
"""

from __future__ import annotations


class OstrakaError(Exception):
    """A refusal that says what was wrong, where, and what to do next.

    All three are sentences or parts of sentences for the person at the keyboard; none holds
    personal data of a subject.
    """

    def __init__(self, problem: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.problem}" + (f"\n{self.remedy}" if self.remedy else "")


class SourceRefused(OstrakaError):
    """A list file cannot be read as what it should be; nothing was changed."""


class DownloadFailed(OstrakaError):
    """A file could not be had whole from its publisher; nothing was changed."""


class UnknownSource(OstrakaError):
    """There is no list with that key."""


class NotPublished(OstrakaError):
    """A list was read but must not become a snapshot; what was held is unchanged."""


class StoreDamaged(OstrakaError):
    """A home, a snapshot or an index on disk is not whole or of another version."""


class ListMissing(OstrakaError):
    """A list that screening was asked to use is not held."""


class ListStale(OstrakaError):
    """A list was last checked longer ago than its limit allows."""


class UseUnconfirmed(OstrakaError):
    """A list that is not free for every use is used, and nobody has confirmed what for."""


class TableRefused(OstrakaError):
    """A table of subjects cannot be read, or a row of it cannot be screened."""


class ValueRefused(OstrakaError):
    """A value given by the user cannot be understood."""


class ProcessLost(OstrakaError):
    """A process that did a part of the work ended before it was done."""


class PolicyRefused(OstrakaError):
    """A policy cannot be read, or holds something that no rule can be made of."""


class StakesRefused(OstrakaError):
    """A file of stakes or of listed parties cannot be read as what it should be."""


class RuleRefused(OstrakaError):
    """A rule of law is incomplete, cites nothing, or overlaps another of the same kind."""


class ExportFailed(OstrakaError):
    """Lists could not be written to a file; what stood there was not changed."""


class RecordRefused(OstrakaError):
    """A change of the record, of an account or of a case is not one that may be made."""


class RecordDamaged(OstrakaError):
    """The record, its keys or a backup of it cannot be read as what was written."""


class ExtraMissing(OstrakaError):
    """An optional part of Ostraka is needed and not installed."""
