"""Commands for those who work on newstui: what the parsers and the summary make of an input."""
