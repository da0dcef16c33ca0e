"""Rendering: pure functions of an object and a width, tested without an app."""
