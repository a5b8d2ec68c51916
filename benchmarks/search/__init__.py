"""Engines that search whole lists, behind one shape."""

from benchmarks.search.shape import Ranking, Searcher, score_of_truth, top_score

__all__ = ["Ranking", "Searcher", "score_of_truth", "top_score"]
