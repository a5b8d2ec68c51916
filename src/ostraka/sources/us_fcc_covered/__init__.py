"""The Covered List of the US Federal Communications Commission."""
