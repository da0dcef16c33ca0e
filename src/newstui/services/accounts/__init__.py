"""Accounts on servers: logging in, asking, and bringing both sides in line."""
