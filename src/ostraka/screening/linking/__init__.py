"""The same party on several lists: linked, never merged, and each link with its reasons."""
