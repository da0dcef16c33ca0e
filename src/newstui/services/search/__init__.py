"""Search: snippets of the text around a match."""
