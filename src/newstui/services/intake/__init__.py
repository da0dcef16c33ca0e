"""Adds articles from addresses, files and the clipboard to the library."""
