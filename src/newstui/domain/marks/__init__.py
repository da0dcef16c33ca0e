"""What a reader did with an article: changes, and the marks that they add up to."""
