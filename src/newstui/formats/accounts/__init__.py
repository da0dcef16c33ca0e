"""Answers of the servers of accounts, read without trust: a wrong shape is an error, never a list that is empty."""
