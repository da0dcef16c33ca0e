"""Feeds in RSS, Atom and JSON, the finding of feeds in a page, and OPML."""
