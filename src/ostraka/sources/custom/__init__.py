"""A list of the user's own."""
