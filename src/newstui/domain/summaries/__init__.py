"""Summaries: the prose of an article, and the choice of sentences."""
