"""A web page: its article, its metadata, and the rest of a text that a feed cuts short."""
