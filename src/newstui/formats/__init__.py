"""Text to domain and back. Pure: str or bytes in, domain objects out; opens nothing."""
