"""Registers of who owns whom: who publishes them, where, and what bounds they must keep."""

from ostraka.sources.registers.definition import Files, Register, RegisterFloors
from ostraka.sources.registers.loading import get_register, load_registers

__all__ = ["Files", "Register", "RegisterFloors", "get_register", "load_registers"]
