"""Alerts, decisions and the record: what people do with what was found, kept for ten years.

A Django application. It takes findings and knows nothing of how they were found; the clock is an
argument of every function that writes. `opening.open_record` connects it to a database; nothing
else here may be imported before that, but for values.
"""
