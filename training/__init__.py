"""Learns the summariser's weights from summaries that people wrote, and measures them. Not part of the package."""
