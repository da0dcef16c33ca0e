"""Articles and headlines: metadata, identity, file names, tags, and the status of their pages."""
