"""Less to read: groups articles of one text or one event, and finds those on the same matter."""
