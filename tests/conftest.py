"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists and labelled cases beside the checkout, or a skip with a reason."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "lists").is_dir():
        pytest.skip("no folder ../shared with real lists beside the checkout")
    return folder
