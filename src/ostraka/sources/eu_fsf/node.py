"""An element of the list, whether it was read from the XML or from columns of the CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ENTITY = "sanctionEntity"
REGULATION = "regulation"
NAME = "nameAlias"
BIRTH = "birthdate"
CITIZENSHIP = "citizenship"
ADDRESS = "address"
IDENTIFICATION = "identification"
SUBJECT = "subjectType"


@dataclass(frozen=True, slots=True)
class Node:
    """One element: its attributes that hold something, its remarks, the act that it cites.

    `contacts` are kind and value of the contacts of an address; `new` are texts whose element or
    attribute the format did not have when this was written.
    """

    tag: str
    values: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    act: Mapping[str, str] | None = None
    contacts: tuple[tuple[str, str], ...] = ()
    new: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class Record:
    """One entity: its own attributes and its elements."""

    entity: Node
    nodes: tuple[Node, ...]

    @property
    def key(self) -> str:
        """The EU reference number, or the logical id where it has none yet; empty for neither."""
        return self.entity["euReferenceNumber"] or self.entity["logicalId"]

    def of(self, tag: str) -> list[Node]:
        """Its elements of that kind."""
        return [node for node in self.nodes if node.tag == tag]
