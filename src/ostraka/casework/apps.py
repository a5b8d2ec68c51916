"""The application as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Alerts, decisions and the record."""

    name = "ostraka.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
