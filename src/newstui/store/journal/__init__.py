"""The journal: the reader's changes, in TinyDB files that are never overwritten half."""
