"""Article files: front matter and body, as text, to and from an Article."""
