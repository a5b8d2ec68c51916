"""Models of Django can be imported once it is told of them; tests and doctests import them all."""

from __future__ import annotations

from ostraka.casework.opening import register_models

register_models()
