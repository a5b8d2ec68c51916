"""Lists: one folder each, a `source.yml` and a pure parser. No parser touches the network."""
