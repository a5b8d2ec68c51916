"""`python -m ostraka.cli`, for a checkout that is not installed."""

from ostraka.cli.main import run

run()
