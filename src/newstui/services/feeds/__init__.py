"""Subscriptions, their discovery and their sync, with full texts and images."""
