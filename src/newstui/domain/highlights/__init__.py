"""Highlights: passages of articles that the reader keeps."""
