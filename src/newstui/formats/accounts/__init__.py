"""What the servers of accounts answer, read without trust: a wrong shape is an error, never a list that is empty."""
