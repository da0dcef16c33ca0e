"""The library: the folder of article files."""
