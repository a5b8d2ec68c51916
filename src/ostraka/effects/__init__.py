"""What a listing forbids: rules as dated, cited data, and the engine that applies them.

Pure: it reads the tables of its own folder and takes everything else as values.
"""
