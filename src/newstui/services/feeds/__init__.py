"""Subscriptions, their synchronisation, full texts and images."""
