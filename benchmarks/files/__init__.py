"""A file of customers screened as a user does it, with all processes that take part."""
