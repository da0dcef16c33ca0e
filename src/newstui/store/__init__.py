"""What is on disk. The only layer that opens files or databases."""
