"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from wheel_environment import Installed, install_wheel_once

CHECKOUT = Path(__file__).parents[1]

# A test that takes long on a busy machine has found nothing.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How often the tests that kill processes do so."""
    parser.addoption("--kills", type=int, default=10, help="processes killed by each such test")


@pytest.fixture(scope="session")
def kills(request: pytest.FixtureRequest) -> int:
    """How many processes a test kills: 10, or what `--kills` says."""
    return int(request.config.getoption("--kills"))


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


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The built wheel in an environment of its own, without any development package."""
    base = tmp_path_factory.getbasetemp()
    # Under xdist every worker has its own folder; the one above it is that of the whole run.
    run = base.parent if base.name.startswith("popen-") else base
    return install_wheel_once(CHECKOUT, run / "wheel")
