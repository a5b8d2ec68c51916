"""Backups, retention, legal holds, and handing out what is held of a subject."""
