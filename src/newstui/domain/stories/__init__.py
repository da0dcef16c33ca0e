"""Less to read: copies of one text, and articles of several sources about one event."""
