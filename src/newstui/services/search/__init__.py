"""Search: saved searches, the loading of lists, snippets of the text around a match."""
