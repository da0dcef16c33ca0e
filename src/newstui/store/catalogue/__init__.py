"""The catalogue: a SQLite index of library and marks that can be rebuilt at any time."""
