"""Plain text: its charset, its titles and dates, the lines that are boilerplate."""
