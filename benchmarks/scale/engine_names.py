"""The engines as tables and charts call them."""

WHOLE, SEARCH = "ostraka, hits with reasons", "ostraka, search alone"
REFERENCE, TOKEN_SORT, TRIGRAMS = "nomenklatura logic-v2", "token-sort ratio", "tantivy trigrams"
