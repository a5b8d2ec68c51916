"""Invented innocent people of many naming traditions, to measure whom screening stops for nothing.

A tradition is a property of a test file: a table of names and the forms in which they are put
together. Nothing here, and nothing in the package, tells the tradition of a name that a user has.
"""

from __future__ import annotations

from benchmarks.traditions.drawing import Person, generate, generate_people
from benchmarks.traditions.listed import group_listed
from benchmarks.traditions.tables import TRADITIONS, Half

__all__ = ["TRADITIONS", "Half", "Person", "generate", "generate_people", "group_listed"]
