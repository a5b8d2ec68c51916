"""Registers of who owns whom: fetched, judged, held as dated editions, and asked in part."""
