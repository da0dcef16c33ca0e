"""Articles and headlines, their identity and their file names."""
