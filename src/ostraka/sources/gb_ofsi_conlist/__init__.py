"""The former Consolidated List of Asset Freeze Targets of HM Treasury, closed on 2026-01-28."""
