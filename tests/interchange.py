"""Packages of others that read and check what is exchanged; `make interchange` installs them."""

from __future__ import annotations

import importlib
import os
from types import ModuleType

import pytest


def import_interchange(name: str) -> ModuleType:
    """The module. Continuous integration says by a variable that it must not be missing there."""
    try:
        return importlib.import_module(name)
    except ImportError:
        if os.environ.get("OSTRAKA_TEST_INTERCHANGE"):
            raise
        pytest.skip("the extra `interchange` is not installed: `make interchange`")
