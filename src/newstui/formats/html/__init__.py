"""HTML to Markdown: the one engine for files, pages, feeds and books."""
