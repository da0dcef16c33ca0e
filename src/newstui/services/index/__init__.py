"""Keeps the catalogue in line with the library."""
