"""Screens hold the state and ask the desk."""
