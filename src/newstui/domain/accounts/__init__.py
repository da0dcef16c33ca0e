"""Accounts: servers that the reader uses too, what they say, and how both sides come to agree."""
