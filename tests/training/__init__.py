"""Tests of what learns and measures the summaries, on articles made up here."""
