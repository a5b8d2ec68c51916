"""Alerts: how they come, move, are decided and counted."""
