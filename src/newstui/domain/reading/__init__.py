"""The time that one has: the reader's own pace, and the articles that fit into some minutes."""
