"""Untrusted input is parsed in processes with limits on time and memory, which are killed when they exceed them."""
