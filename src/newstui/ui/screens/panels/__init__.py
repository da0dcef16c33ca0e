"""Panels over a screen: choices, help, prompts, changes."""
