"""The query language, and the order and days of a list."""
