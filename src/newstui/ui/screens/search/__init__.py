"""Search as you type: its field, its pane of results, and what the reader went away from."""
