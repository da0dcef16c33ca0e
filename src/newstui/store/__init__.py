"""Files and databases: the only layer that opens them."""
