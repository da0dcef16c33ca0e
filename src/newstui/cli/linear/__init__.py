"""Reading in plain lines: headlines by number, one article at a time, for screen readers and simple terminals."""
