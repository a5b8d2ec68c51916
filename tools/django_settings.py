"""What mypy's plugin for Django must know to type the models; nothing runs with it."""

from __future__ import annotations

from ostraka.casework.configuration import REGISTERED
from ostraka.casework.secret_keys import SecretKeys

INSTALLED_APPS = REGISTERED["INSTALLED_APPS"]
AUTH_USER_MODEL = "casework.Account"
SECRET_KEY = "none"  # noqa: S105 - it opens nothing
USE_TZ = True
OSTRAKA_KEYS = SecretKeys(bytes(32))
